package org.surety.priorities.situation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.surety.contracts.Series;
import org.surety.contracts.SituationKind;
import org.surety.kit.label.Label;
import org.surety.kit.label.Release;
import org.surety.kit.problem.InvalidRequest;
import org.surety.kit.problem.NotPermitted;
import org.surety.kit.problem.Problem;
import org.surety.kit.problem.Problem.Violation;
import org.surety.kit.problem.ProblemType;

class SituationTest {

    private static final int ALL = 1;
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 8, 31);
    private static final LocalDate ENDED = LocalDate.of(2026, 6, 1);
    private static final Voice COORDINATOR = new Voice("keeper", null, true, FIRST, Instant.EPOCH);
    private static final Voice XAA = voice("anna", "XAA");
    private static final Voice XAB = voice("bert", "XAB");
    private static final Voice XAC = voice("carl", "XAC");

    private static Voice voice(String person, String party) {
        return new Voice(person, party, false, FIRST, Instant.EPOCH);
    }

    private static SituationDescription described(String title, LocalDate from, LocalDate until, Boolean exercise) {
        return new SituationDescription(Series.EXERCISE, SituationKind.CEASEFIRE_IN_FORCE, exercise, title, null, "XAJ", null, from,
                until, "A commission", "Communique 4", new Label.Representation(Release.PUBLIC, null));
    }

    private static final SituationDescription CEASEFIRE = described("Ceasefire", FIRST, LAST, null);

    private static Situation proposed(Voice by) {
        return Situation.propose(CEASEFIRE, by, ALL);
    }

    private static Situation determined() {
        Situation situation = proposed(XAA);
        situation.determine(XAB);
        return situation;
    }

    private static void refused(ProblemType type, Runnable act) {
        Problem refused = catchThrowableOfType(Problem.class, act::run);
        assertThat(refused).isNotNull();
        assertThat(refused.problemType()).isEqualTo(type);
    }

    @Test
    void twoPersonsOfDifferentPartiesDetermine() {
        Situation situation = proposed(XAA);
        assertThat(situation.state()).isEqualTo(Situation.State.PROPOSED);
        assertThat(situation.holdsOn(FIRST)).isFalse();
        assertThat(situation.determine(XAB)).containsExactly("state", "determinedOn", "acts");
        assertThat(situation.holdsOn(FIRST.minusDays(1))).isFalse();
        assertThat(situation.holdsOn(FIRST)).isTrue();
        assertThat(situation.holdsOn(LAST)).isTrue();
        assertThat(situation.holdsOn(LAST.plusDays(1))).isFalse();
        assertThat(situation.determine(XAB)).as("the same again").isEmpty();
        refused(SituationProblem.SITUATION_ACT_NOT_ALLOWED, () -> situation.determine(XAC));
    }

    @Test
    void neitherTheSamePartyNorTheSamePersonIsASecondVoice() {
        Situation situation = proposed(XAA);
        for (Voice again : List.of(XAA, voice("another", "XAA"), voice("anna", "XAB"))) {
            refused(SituationProblem.ANOTHER_PARTY_NEEDED, () -> situation.determine(again));
        }
        assertThat(situation.state()).isEqualTo(Situation.State.PROPOSED);
        assertThat(situation.spoken().acts()).hasSize(1);
    }

    @Test
    void aCoordinatorOfNoPartyIsNoneOfTheTwo() {
        Situation situation = proposed(COORDINATOR);
        assertThat(situation.determine(XAA)).containsExactly("acts");
        assertThat(situation.state()).isEqualTo(Situation.State.PROPOSED);
        refused(SituationProblem.ANOTHER_PARTY_NEEDED, () -> situation.determine(XAA));
        assertThat(situation.determine(XAB)).contains("state");
    }

    @Test
    void whoConfirmedOtherWordsHasNotConfirmedThese() {
        Situation situation = proposed(COORDINATOR);
        situation.determine(XAA);
        assertThat(situation.amend(CEASEFIRE, COORDINATOR, ALL)).as("the same words").isEmpty();
        assertThat(situation.amend(described("Truce", FIRST.plusDays(1), null, false), COORDINATOR, 2))
                .containsExactly("title", "from", "until", "label", "acts");
        assertThat(situation.determine(XAB)).containsExactly("acts");
        assertThat(situation.determine(XAA)).contains("state");
        refused(SituationProblem.SITUATION_ACT_NOT_ALLOWED, () -> situation.amend(CEASEFIRE, COORDINATOR, ALL));
    }

    @Test
    void whoWordsAProposalAnewStandsForIt() {
        Situation situation = proposed(XAA);
        assertThatThrownBy(() -> situation.amend(described("Truce", FIRST, LAST, null), XAB, ALL)).isInstanceOf(NotPermitted.class);
        situation.amend(described("Truce", FIRST, LAST, null), voice("another", "XAA"), ALL);
        refused(SituationProblem.ANOTHER_PARTY_NEEDED, () -> situation.determine(XAA));
        assertThat(situation.determine(XAB)).contains("state");
    }

    @Test
    void seriesKindAndExerciseAreSettled() {
        Situation situation = proposed(XAA);
        SituationDescription other = new SituationDescription(Series.REAL, SituationKind.HOST_REQUEST, true, "Truce", null, null,
                null,
                FIRST, null, "A commission", "Communique 4", CEASEFIRE.label());
        InvalidRequest refused = catchThrowableOfType(InvalidRequest.class, () -> situation.amend(other, XAA, ALL));
        assertThat(fields(refused)).containsExactly("series", "kind", "exercise");
        assertThat(situation.wording().title()).isEqualTo("Ceasefire");
    }

    @Test
    void anExerciseIsDeterminedAndEndedByOnePerson() {
        Situation drill = Situation.propose(described("Drill", FIRST, null, true), XAA, ALL);
        assertThat(drill.state()).isEqualTo(Situation.State.DETERMINED);
        assertThat(drill.holdsOn(FIRST)).isTrue();
        assertThatThrownBy(() -> drill.rescind(XAB, ENDED, "over")).isInstanceOf(NotPermitted.class);
        assertThat(drill.rescind(XAA, ENDED, "over")).containsExactly("state", "rescindedFrom", "acts");
        assertThat(drill.holdsOn(ENDED.minusDays(1))).isTrue();
        assertThat(drill.holdsOn(ENDED)).isFalse();
        Situation another = Situation.propose(described("Drill", FIRST, null, true), XAA, ALL);
        assertThat(another.rescind(COORDINATOR, ENDED, "over")).contains("state");
    }

    @Test
    void aProposalIsGivenUpByWhoeverKeepsIt() {
        Situation situation = proposed(XAA);
        assertThatThrownBy(() -> situation.rescind(XAB, null, "no")).isInstanceOf(NotPermitted.class);
        assertThat(situation.rescind(voice("another", "XAA"), null, "no")).containsExactly("state", "acts");
        assertThat(situation.state()).isEqualTo(Situation.State.RESCINDED);
        assertThat(situation.holdsOn(FIRST)).isFalse();
        refused(SituationProblem.SITUATION_ACT_NOT_ALLOWED, () -> situation.determine(XAB));
    }

    @Test
    void nobodyAloneEndsWhatIsDetermined() {
        Situation situation = determined();
        assertThatThrownBy(() -> situation.rescind(COORDINATOR, ENDED, "over")).isInstanceOf(NotPermitted.class);
        assertThat(situation.rescind(XAA, ENDED, "over")).containsExactly("rescissions", "acts");
        assertThat(situation.rescind(XAA, ENDED, "over")).as("the same again").isEmpty();
        for (Voice again : List.of(voice("another", "XAA"), voice("anna", "XAB"))) {
            refused(SituationProblem.ANOTHER_PARTY_NEEDED, () -> situation.rescind(again, ENDED, "over"));
        }
        assertThat(situation.holdsOn(ENDED)).isTrue();
        assertThat(situation.rescind(XAB, ENDED.plusDays(1), "over")).as("another day").containsExactly("rescissions", "acts");
        assertThat(situation.state()).isEqualTo(Situation.State.DETERMINED);
        assertThat(situation.rescind(XAC, ENDED, "fire was opened")).containsExactly("state", "rescindedFrom", "acts");
        assertThat(situation.holdsOn(ENDED.minusDays(1))).isTrue();
        assertThat(situation.holdsOn(ENDED)).isFalse();
        assertThat(situation.rescind(XAC, ENDED, "fire was opened")).isEmpty();
        refused(SituationProblem.SITUATION_ACT_NOT_ALLOWED, () -> situation.rescind(XAB, ENDED, "over"));
    }

    @Test
    void aRescissionTakenBackCountsNoMore() {
        Situation situation = determined();
        refused(SituationProblem.SITUATION_ACT_NOT_ALLOWED, () -> situation.withdrawRescission(XAA, "too early"));
        situation.rescind(XAA, ENDED, "over");
        assertThat(situation.withdrawRescission(XAA, "too early")).containsExactly("rescissions", "acts");
        assertThat(situation.withdrawRescission(XAA, "too early")).isEmpty();
        assertThat(situation.rescind(XAC, ENDED, "over")).containsExactly("rescissions", "acts");
        assertThat(situation.rescind(XAA, ENDED, "over")).contains("state");
        refused(SituationProblem.SITUATION_ACT_NOT_ALLOWED, () -> situation.withdrawRescission(XAA, "too late"));
    }

    @Test
    void aDayBeforeTheFirstLeavesNoDay() {
        Situation situation = determined();
        situation.rescind(XAA, FIRST.minusDays(9), "it was never so");
        situation.rescind(XAB, FIRST.minusDays(9), "it was never so");
        assertThat(situation.holdsOn(FIRST)).isFalse();
        assertThat(situation.holdsOn(FIRST.minusDays(9))).isFalse();
    }

    @Test
    void aContestIsShownAndTakesNothing() {
        Situation situation = proposed(XAA);
        refused(SituationProblem.SITUATION_ACT_NOT_ALLOWED, () -> situation.contest(XAC, "shots were heard"));
        situation.determine(XAB);
        assertThat(situation.contest(XAC, "shots were heard")).containsExactly("contests", "acts");
        assertThat(situation.contest(XAC, "shots were heard")).isEmpty();
        assertThat(situation.contest(XAC, "a breach was seen")).containsExactly("contests", "acts");
        assertThat(situation.spoken().standing(SituationActKind.CONTEST)).extracting(SituationAct::reason)
                .containsExactly("a breach was seen");
        assertThat(situation.holdsOn(FIRST)).isTrue();
        assertThat(SituationInForce.from(situation).contested()).isTrue();
        refused(SituationProblem.SITUATION_ACT_NOT_ALLOWED, () -> situation.withdrawContest(XAB, "settled"));
        assertThat(situation.withdrawContest(XAC, "settled")).containsExactly("contests", "acts");
        assertThat(situation.withdrawContest(XAC, "settled")).isEmpty();
        assertThat(SituationInForce.from(situation).contested()).isFalse();
    }

    @Test
    void thereIsAnEndToWhatCanBeSaid() {
        Situation situation = determined();
        for (int i = situation.spoken().acts().size(); i < Spoken.MAX_ACTS; i++) {
            situation.contest(XAC, "reason " + i);
        }
        refused(SituationProblem.SITUATION_ACT_NOT_ALLOWED, () -> situation.contest(XAC, "one more"));
    }

    @Test
    void everyBrokenRuleIsNamedAtOnce() {
        CEASEFIRE.checkNew();
        SituationDescription empty = new SituationDescription(null, null, null, null, "", "x", null, null, null, " ", null, null);
        assertThat(fields(catchThrowableOfType(InvalidRequest.class, empty::checkNew))).containsExactlyInAnyOrder("series", "kind",
                "title", "host", "from", "determinedBy", "source", "label");
        assertThat(fields(catchThrowableOfType(InvalidRequest.class,
                () -> described("t", FIRST, FIRST.minusDays(1), null).checkNew()))).containsExactly("until");
        assertThat(fields(catchThrowableOfType(InvalidRequest.class,
                () -> described("t", LocalDate.of(1044, 1, 1), LocalDate.of(3026, 1, 1), null).checkNew())))
                .containsExactly("from", "until");
        assertThat(fields(catchThrowableOfType(InvalidRequest.class, () -> CEASEFIRE.check(Series.REAL)))).containsExactly("host");
        assertThat(fields(catchThrowableOfType(InvalidRequest.class, () -> new Rescission(null, " ", null).check(true))))
                .containsExactly("from", "reason");
        assertThat(fields(catchThrowableOfType(InvalidRequest.class, () -> new Rescission(FIRST, "r", null).check(false))))
                .containsExactly("from");
    }

    private static List<String> fields(InvalidRequest refused) {
        @SuppressWarnings("unchecked")
        List<Violation> violations = (List<Violation>) refused.getParameters().get("violations");
        return violations.stream().map(Violation::field).toList();
    }
}
