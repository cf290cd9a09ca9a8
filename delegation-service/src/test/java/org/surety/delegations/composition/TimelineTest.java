package org.surety.delegations.composition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.surety.contracts.DisclosedInstant;
import org.surety.contracts.DisclosedLevel;
import org.surety.contracts.Level;
import org.surety.contracts.Undisclosed;

class TimelineTest {

    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);
    private static final UUID THREE = new UUID(0, 3);
    private static final LocalDate RECORDED = day("2026-03-05");
    private static final LocalDate GATHERING = day("2026-03-10");
    private static final DisclosedInstant UNKNOWN = DisclosedInstant.undisclosed(Undisclosed.UNKNOWN);

    private final Timeline formed = new Timeline(led(ONE), List.of());

    @Test
    void dayIsThatOfTheEffectElseOfTheAnnouncementElseAsLateAsItCanHaveBeen() {
        DisclosedInstant announced = at("2026-03-08T23:59:59Z");
        DisclosedInstant effective = at("2026-03-09T00:00:00Z");
        assertThat(Effect.of(effective, announced, RECORDED, GATHERING, null))
                .isEqualTo(new Effect(day("2026-03-09"), Effect.Basis.EFFECTIVE, effective.instant()));
        assertThat(Effect.of(UNKNOWN, announced, RECORDED, GATHERING, null))
                .isEqualTo(new Effect(day("2026-03-08"), Effect.Basis.ANNOUNCED, announced.instant()));
        assertThat(Effect.of(UNKNOWN, UNKNOWN, RECORDED, GATHERING, null))
                .isEqualTo(new Effect(RECORDED, Effect.Basis.GATHERING, null));
        assertThat(Effect.of(UNKNOWN, UNKNOWN, day("2026-04-01"), GATHERING, null).day()).isEqualTo(GATHERING);
        assertThat(Effect.of(UNKNOWN, UNKNOWN, RECORDED, GATHERING, day("2026-03-07")).day()).isEqualTo(day("2026-03-07"));
    }

    @Test
    void backdatedStepTakesItsPlaceAndDoesNotBecomeTheEnd() {
        Timeline timeline = formed.with(step(2, "2026-03-08T12:00:00Z", led(TWO)))
                .with(step(3, "2026-03-06T12:00:00Z", led(THREE)));
        assertThat(timeline.on(day("2026-03-05"))).isEqualTo(led(ONE));
        assertThat(timeline.on(day("2026-03-06"))).isEqualTo(led(THREE));
        assertThat(timeline.on(day("2026-03-08"))).isEqualTo(led(TWO));
        assertThat(timeline.on(null)).isEqualTo(led(TWO));
        assertThat(timeline.firstChange()).isEqualTo(day("2026-03-06"));
    }

    @Test
    void onOneDayTheMomentDecidesAndWhatHasNoneComesLast() {
        Step undated = new Step(new UUID(1, 2), new Effect(day("2026-03-08"), Effect.Basis.GATHERING, null), 2, led(ONE, THREE),
                null);
        Timeline timeline = formed.with(undated).with(step(3, "2026-03-08T22:00:00Z", led(THREE)))
                .with(step(4, "2026-03-08T08:00:00Z", led(TWO)));
        assertThat(timeline.before(step(4, "2026-03-08T08:00:00Z", led(TWO)))).isEqualTo(led(ONE));
        assertThat(timeline.before(step(3, "2026-03-08T22:00:00Z", led(THREE)))).isEqualTo(led(TWO));
        assertThat(timeline.before(undated)).isEqualTo(led(THREE));
        assertThat(timeline.on(day("2026-03-08"))).isEqualTo(led(ONE, THREE));
    }

    @Test
    void correctionHasThePlaceOfWhatItCorrectsAndThatCountsNoLonger() {
        Step first = new Step(new UUID(1, 2), new Effect(GATHERING, Effect.Basis.GATHERING, null), 2, led(TWO), null);
        Step second = new Step(new UUID(1, 3), new Effect(GATHERING, Effect.Basis.GATHERING, null), 3, led(THREE), null);
        Step correction = new Step(new UUID(1, 4), new Effect(GATHERING, Effect.Basis.GATHERING, null), 2, led(ONE, TWO),
                first.id());
        Timeline timeline = formed.with(first).with(second);
        assertThat(timeline.before(correction)).isEqualTo(led(ONE));
        Timeline corrected = timeline.with(correction);
        assertThat(corrected.on(null)).isEqualTo(led(THREE));
        assertThat(corrected.before(second)).isEqualTo(led(ONE, TWO));
        assertThat(corrected.correctionOf(first.id())).contains(correction);
        assertThat(corrected.correctionOf(correction.id())).isEmpty();
    }

    @Test
    void formerAreThoseWhoBelongedToItAndDoNoLonger() {
        Timeline timeline = formed.with(step(2, "2026-03-06T12:00:00Z", led(TWO, ONE)))
                .with(step(3, "2026-03-07T12:00:00Z", led(THREE)))
                .with(step(4, "2026-03-08T12:00:00Z", led(ONE)));
        assertThat(timeline.former(day("2026-03-06"))).isEmpty();
        assertThat(timeline.former(day("2026-03-07"))).containsExactly(ONE, TWO);
        assertThat(timeline.former(null)).containsExactly(TWO, THREE);
    }

    @Test
    void whatChangedIsNamed() {
        assertThat(led(TWO).changedFrom(led(ONE))).containsExactly("head");
        assertThat(led(ONE, TWO).changedFrom(led(ONE))).containsExactly("members");
        assertThat(led(ONE).changedFrom(led(ONE))).isEmpty();
    }

    private static Step step(long version, String instant, Composition composition) {
        Instant at = Instant.parse(instant);
        return new Step(new UUID(1, version), Effect.of(DisclosedInstant.of(at), UNKNOWN, RECORDED, GATHERING, null), version,
                composition, null);
    }

    private static Composition led(UUID head, UUID... members) {
        return new Composition(DisclosedLevel.of(Level.LEADER), Composition.LevelBasis.STATED,
                new Head(Head.Kind.SINGLE, List.of(head)), List.of(members), null);
    }

    private static DisclosedInstant at(String instant) {
        return DisclosedInstant.of(Instant.parse(instant));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
