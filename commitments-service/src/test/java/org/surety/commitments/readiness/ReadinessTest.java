package org.surety.commitments.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.surety.contracts.ReadinessLevel;
import org.surety.contracts.Series;
import org.surety.kit.problem.InvalidRequest;

class ReadinessTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);
    private static final UUID PERSON = UUID.randomUUID();

    private static ReadinessStatement said(ReadinessLevel level, LocalDate doneOn, LocalDate effectiveOn, LocalDate until) {
        return new ReadinessStatement(UUID.randomUUID(), level, null, PERSON, doneOn, effectiveOn, until, null);
    }

    @Test
    void nothingStatedIsNothing() {
        assertThat(Readiness.on(List.of(), DAY)).isNull();
        assertThat(Readiness.isFresh(List.of(), DAY)).isFalse();
        assertThat(Readiness.hasNotice(List.of(), DAY)).isFalse();
    }

    @Test
    void onlyWhoIsReadyCanTellWhenItWouldBeThere() {
        for (ReadinessLevel level : List.of(ReadinessLevel.NOT_READY, ReadinessLevel.IN_PREPARATION)) {
            assertThat(Readiness.hasNotice(List.of(said(level, DAY, DAY, DAY)), DAY)).as(level.name()).isFalse();
        }
        assertThat(Readiness.hasNotice(List.of(said(ReadinessLevel.READY, DAY, DAY, DAY)), DAY)).isTrue();
        assertThat(
                Readiness.hasNotice(List.of(new ReadinessStatement(UUID.randomUUID(), ReadinessLevel.READY_WITH_NOTICE, 30, PERSON,
                        DAY, DAY, DAY, null)), DAY))
                .isTrue();
    }

    @Test
    void itIsFreshOnItsLastDayAndStaleOnTheNext() {
        List<ReadinessStatement> statements = List.of(said(ReadinessLevel.READY, DAY, DAY, DAY.plusDays(30)));
        assertThat(Readiness.on(statements, DAY.minusDays(1))).isNull();
        assertThat(Readiness.on(statements, DAY))
                .isEqualTo(new Readiness(ReadinessLevel.READY, null, DAY, DAY.plusDays(30), Freshness.FRESH, 1));
        assertThat(Readiness.on(statements, DAY.plusDays(30)).freshness()).isEqualTo(Freshness.FRESH);
        assertThat(Readiness.on(statements, DAY.plusDays(31)).freshness()).isEqualTo(Freshness.STALE);
    }

    @Test
    void theSameWithALaterLastDayReconfirmsIt() {
        List<ReadinessStatement> statements = List.of(said(ReadinessLevel.READY, DAY, DAY, DAY.plusDays(30)),
                said(ReadinessLevel.READY, DAY.plusDays(20), DAY.plusDays(20), DAY.plusDays(50)));
        assertThat(Readiness.on(statements, DAY.plusDays(31)))
                .isEqualTo(new Readiness(ReadinessLevel.READY, null, DAY.plusDays(20), DAY.plusDays(50), Freshness.FRESH, 2));
        assertThat(Readiness.on(statements, DAY.plusDays(19)).validUntil()).isEqualTo(DAY.plusDays(30));
    }

    @Test
    void whatTookEffectLastHoldsWheneverItWasRecorded() {
        List<ReadinessStatement> statements = List.of(said(ReadinessLevel.READY, DAY, DAY.plusDays(10), DAY.plusDays(90)),
                said(ReadinessLevel.NOT_READY, DAY.plusDays(1), DAY.plusDays(1), DAY.plusDays(90)),
                said(ReadinessLevel.IN_PREPARATION, DAY.plusDays(1), DAY.plusDays(1), DAY.plusDays(90)));
        assertThat(Readiness.on(statements, DAY.plusDays(9)).level()).isEqualTo(ReadinessLevel.IN_PREPARATION);
        assertThat(Readiness.on(statements, DAY.plusDays(9)).statements()).isEqualTo(2);
        assertThat(Readiness.on(statements, DAY.plusDays(10)).level()).isEqualTo(ReadinessLevel.READY);
    }

    @Test
    void whatIsLeftOutIsToday() {
        ReadinessStatement statement = request(ReadinessLevel.READY, null, DAY.plusYears(2), null, null).statement(Series.REAL,
                DAY);
        assertThat(statement.doneOn()).isEqualTo(DAY);
        assertThat(statement.effectiveOn()).isEqualTo(DAY);
        assertThat(
                statement.agreesWith(request(ReadinessLevel.READY, null, DAY.plusYears(2), DAY, DAY).statement(Series.REAL, DAY)))
                .isTrue();
        assertThat(
                statement.agreesWith(request(ReadinessLevel.READY, null, DAY.plusYears(1), DAY, DAY).statement(Series.REAL, DAY)))
                .isFalse();
        assertThat(request(ReadinessLevel.READY, null, DAY.plusYears(1), DAY.plusDays(9), null).statement(Series.EXERCISE, DAY)
                .effectiveOn()).isEqualTo(DAY.plusDays(9));
        assertThat(request(ReadinessLevel.READY_WITH_NOTICE, 0, DAY, null, null).statement(Series.REAL, DAY).noticeDays()).isZero();
    }

    @Test
    void everyBrokenRuleIsNamed() {
        refused(request(null, null, null, null, null), "level", "validUntil");
        refused(new ReadinessRequest(ReadinessLevel.READY, null, DAY, null, null, null, null), "person");
        refused(request(ReadinessLevel.READY_WITH_NOTICE, null, DAY, null, null), "noticeDays");
        refused(request(ReadinessLevel.READY_WITH_NOTICE, -1, DAY, null, null), "noticeDays");
        refused(request(ReadinessLevel.READY_WITH_NOTICE, 366, DAY, null, null), "noticeDays");
        refused(request(ReadinessLevel.READY, 0, DAY, null, null), "noticeDays");
        refused(request(ReadinessLevel.READY, null, DAY.plusYears(2).plusDays(1), null, null), "validUntil");
        refused(request(ReadinessLevel.READY, null, DAY.minusDays(1), null, null), "validUntil");
        refused(request(ReadinessLevel.READY, null, DAY, null, DAY.minusDays(1)), "effectiveOn");
        refused(request(ReadinessLevel.READY, null, DAY.plusDays(9), DAY.plusDays(1), null), "doneOn");
        refused(request(ReadinessLevel.READY, null, LocalDate.of(10001, 1, 1), LocalDate.of(10000, 1, 1), null), "doneOn",
                "doneOn");
    }

    private static ReadinessRequest request(ReadinessLevel level, Integer notice, LocalDate until, LocalDate done,
            LocalDate effective) {
        return new ReadinessRequest(level, notice, until, done, effective, PERSON, null);
    }

    private static void refused(ReadinessRequest request, String... fields) {
        assertThatThrownBy(() -> request.statement(Series.REAL, DAY)).isInstanceOfSatisfying(InvalidRequest.class,
                problem -> assertThat((List<?>) problem.getParameters().get("violations")).extracting("field")
                        .containsExactly((Object[]) fields));
    }
}
