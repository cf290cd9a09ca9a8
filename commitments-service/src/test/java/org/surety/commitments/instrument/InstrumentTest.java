package org.surety.commitments.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.surety.commitments.authority.Verdict;
import org.surety.contracts.AuthorityAnswer;
import org.surety.contracts.BindingForm;
import org.surety.contracts.Ground;
import org.surety.contracts.InstrumentKind;
import org.surety.contracts.KindOfAct;
import org.surety.contracts.Series;
import org.surety.contracts.Source;
import org.surety.kit.label.Label;
import org.surety.kit.label.Release;
import org.surety.kit.problem.InvalidRequest;
import org.surety.kit.problem.Problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** The life of an instrument, by what parties do. */
class InstrumentTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final UUID ENVOY = UUID.randomUUID();

    private static InstrumentDescription saying(BindingForm binding, LocalDate adoptedOn) {
        return new InstrumentDescription(InstrumentKind.AGREEMENT, "Agreement", binding, null, null, adoptedOn,
                List.of(new Source(null, "exercise order 3")), new Label.Representation(Release.PUBLIC, null));
    }

    private static Instrument instrument() {
        return Instrument.of(UUID.randomUUID(), "XAA", Series.EXERCISE, saying(BindingForm.LEGAL, null));
    }

    private static Step step(String party, InstrumentActKind kind, UUID person, int day) {
        return new Step(party, kind, person, DAY.plusDays(day), "s", kind == InstrumentActKind.DENOUNCED ? "r" : null);
    }

    private static InstrumentAct act(Step said, AuthorityAnswer authority) {
        Verdict verdict = authority == null ? null : new Verdict(authority, null, List.of(), null, null, 0, Instant.EPOCH);
        return new InstrumentAct(UUID.randomUUID(), said.party(), said.kind(), said.person(), said.act(BindingForm.LEGAL),
                said.doneOn(), said.source(), said.reason(), verdict);
    }

    /** As the service does it. */
    private static void take(Instrument instrument, Step said, AuthorityAnswer authority) {
        instrument.requireAllowed(said);
        instrument.add(act(said, authority));
    }

    private static void own(Instrument instrument, String party, InstrumentActKind kind, int day, AuthorityAnswer authority) {
        take(instrument, step(party, kind, ENVOY, day), authority);
    }

    private static void onRecord(Instrument instrument, String party, InstrumentActKind kind, int day) {
        take(instrument, step(party, kind, null, day), null);
    }

    private static Stage stage(Instrument instrument, int day) {
        return instrument.stage(DAY.plusDays(day));
    }

    private static void refused(Runnable act, String why, String allowed) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.problemType()).isEqualTo(InstrumentProblem.ACT_NOT_ALLOWED);
            assertThat(problem.getDetail()).contains(why).endsWith("Allowed: " + allowed + ".");
        });
    }

    @Test
    void whereItIsFollowsFromWhatWasDoneByTheDay() {
        Instrument instrument = instrument();
        onRecord(instrument, "XAB", InstrumentActKind.ADOPTED, 1);
        own(instrument, "XAB", InstrumentActKind.SIGNED, 2, AuthorityAnswer.YES);
        instrument.enterIntoForce(new Effect(DAY.plusDays(3), "s"));
        instrument.terminate(new Effect(DAY.plusDays(4), "s"));
        assertThat(List.of(stage(instrument, 0), stage(instrument, 1), stage(instrument, 2), stage(instrument, 3),
                stage(instrument, 4)))
                .containsExactly(Stage.DRAFTED, Stage.ADOPTED, Stage.SIGNED, Stage.IN_FORCE, Stage.TERMINATED);
    }

    @Test
    void itMayBeAdoptedAsAWhole() {
        Instrument instrument = Instrument.of(UUID.randomUUID(), "XAA", Series.EXERCISE, saying(BindingForm.POLITICAL, DAY));
        assertThat(stage(instrument, -1)).isEqualTo(Stage.DRAFTED);
        assertThat(stage(instrument, 0)).isEqualTo(Stage.ADOPTED);
        assertThat(instrument.participation(DAY).parties()).isEmpty();
    }

    @Test
    void aSignatureWithoutAuthorityCountsOnceItIsConfirmed() {
        for (AuthorityAnswer without : List.of(AuthorityAnswer.NO, AuthorityAnswer.PROVISIONAL)) {
            Instrument instrument = instrument();
            own(instrument, "XAB", InstrumentActKind.SIGNED, 0, without);
            assertThat(stage(instrument, 0)).isEqualTo(Stage.DRAFTED);
            UUID act = instrument.acts().get(0).id();
            Verdict yes = new Verdict(AuthorityAnswer.YES, Ground.CONFIRMATION, List.of(), null, null, 1, Instant.EPOCH);
            assertThat(instrument.judge(act, yes)).isTrue();
            assertThat(instrument.judge(act, yes)).isFalse();
            assertThat(stage(instrument, 0)).isEqualTo(Stage.SIGNED);
            assertThat(instrument.participation(DAY).parties()).containsExactly("XAB");
        }
    }

    @Test
    void whoDenouncesTakesPartNoMoreFromThatDayAndMaySignAgain() {
        Instrument instrument = instrument();
        own(instrument, "XAB", InstrumentActKind.SIGNED, 0, AuthorityAnswer.YES);
        own(instrument, "XAC", InstrumentActKind.ADOPTED, 0, AuthorityAnswer.YES);
        own(instrument, "XAB", InstrumentActKind.DENOUNCED, 5, AuthorityAnswer.YES);
        assertThat(instrument.participation(DAY.plusDays(4)).parties()).containsExactly("XAB", "XAC");
        assertThat(instrument.participation(DAY.plusDays(5)).parties()).containsExactly("XAC");
        assertThat(stage(instrument, 4)).isEqualTo(Stage.SIGNED);
        assertThat(stage(instrument, 5)).isEqualTo(Stage.ADOPTED);
        own(instrument, "XAB", InstrumentActKind.SIGNED, 5, AuthorityAnswer.YES);
        assertThat(instrument.participation(DAY.plusDays(5)).parties()).containsExactly("XAB", "XAC");
    }

    @Test
    void aDenunciationWithoutAuthorityTakesNothingBack() {
        Instrument instrument = instrument();
        own(instrument, "XAB", InstrumentActKind.SIGNED, 0, AuthorityAnswer.YES);
        own(instrument, "XAB", InstrumentActKind.DENOUNCED, 1, AuthorityAnswer.NO);
        assertThat(stage(instrument, 1)).isEqualTo(Stage.SIGNED);
    }

    @Test
    void whatThePartySaysItselfComesBesideThePublicRecordAndNotTheReverse() {
        Instrument instrument = instrument();
        onRecord(instrument, "XAB", InstrumentActKind.SIGNED, 0);
        refused(() -> onRecord(instrument, "XAB", InstrumentActKind.SIGNED, 1), "XAB has SIGNED this instrument already",
                "amendment, denunciations, entries-into-force, terminations, texts");
        own(instrument, "XAB", InstrumentActKind.SIGNED, 0, AuthorityAnswer.NO);
        own(instrument, "XAB", InstrumentActKind.SIGNED, 1, AuthorityAnswer.YES);
        refused(() -> own(instrument, "XAB", InstrumentActKind.SIGNED, 2, AuthorityAnswer.YES), "already",
                "amendment, denunciations, entries-into-force, terminations, texts");
        refused(() -> onRecord(instrument, "XAB", InstrumentActKind.SIGNED, 2), "already",
                "amendment, denunciations, entries-into-force, terminations, texts");
        assertThat(instrument.participation(DAY).parties()).containsExactly("XAB");
    }

    @Test
    void whatAStateDoesNotAllowIsRefused() {
        Instrument drafted = instrument();
        refused(() -> drafted.enterIntoForce(new Effect(DAY, "s")), "that is DRAFTED allows no entries-into-force",
                "amendment, denunciations, signatures, texts");
        refused(() -> own(drafted, "XAB", InstrumentActKind.DENOUNCED, 0, AuthorityAnswer.YES),
                "XAB has neither adopted nor signed", "amendment, signatures, texts");
        onRecord(drafted, "XAB", InstrumentActKind.SIGNED, 0);
        refused(() -> drafted.amend(saying(BindingForm.POLITICAL, null)), "keeps its binding form",
                "amendment, denunciations, entries-into-force, signatures, terminations, texts");
        drafted.enterIntoForce(new Effect(DAY, "s"));
        refused(() -> drafted.enterIntoForce(new Effect(DAY.plusDays(1), "s")), "that is IN_FORCE allows no entries-into-force",
                "amendment, denunciations, signatures, terminations, texts");
        drafted.terminate(new Effect(DAY.plusDays(1), "s"));
        refused(() -> onRecord(drafted, "XAC", InstrumentActKind.SIGNED, 1), "that is TERMINATED allows no signatures",
                "amendment, texts");
        refused(() -> drafted.terminate(new Effect(DAY.plusDays(2), "s")), "allows no terminations", "amendment, texts");
    }

    @Test
    void theSameAgainChangesNothing() {
        Instrument instrument = instrument();
        assertThat(instrument.amend(saying(BindingForm.LEGAL, null))).isEmpty();
        onRecord(instrument, "XAB", InstrumentActKind.SIGNED, 0);
        assertThat(instrument.has(step("XAB", InstrumentActKind.SIGNED, null, 0))).isTrue();
        assertThat(instrument.has(new Step("XAB", InstrumentActKind.SIGNED, null, null, "s", null))).isTrue();
        assertThat(instrument.has(step("XAB", InstrumentActKind.SIGNED, null, 1))).isFalse();
        assertThat(instrument.has(step("XAC", InstrumentActKind.SIGNED, null, 0))).isFalse();
        assertThat(instrument.enterIntoForce(new Effect(DAY, "s"))).isTrue();
        assertThat(instrument.enterIntoForce(new Effect(DAY, "s"))).isFalse();
        assertThat(instrument.terminate(new Effect(DAY, "s"))).isTrue();
        assertThat(instrument.terminate(new Effect(DAY, "s"))).isFalse();
        TextVersion text = new TextVersion(0, TextVersion.Status.FINAL, "en", DAY, null, 1, "d");
        assertThat(instrument.word(text)).isEqualTo(1);
        assertThat(instrument.word(text)).isZero();
        assertThat(instrument.word(new TextVersion(0, TextVersion.Status.FINAL, "en", DAY, null, 1, "e"))).isEqualTo(2);
    }

    @Test
    void politicalTextsAskForNoPowersAndLegalOnesForThoseOfTheirKind() {
        assertThat(step("XAB", InstrumentActKind.SIGNED, ENVOY, 0).act(BindingForm.POLITICAL))
                .isEqualTo(KindOfAct.POLITICAL_PROMISE);
        assertThat(step("XAB", InstrumentActKind.ADOPTED, ENVOY, 0).act(BindingForm.LEGAL)).isEqualTo(KindOfAct.ADOPTION_OF_TEXT);
        assertThat(step("XAB", InstrumentActKind.SIGNED, ENVOY, 0).act(BindingForm.LEGAL)).isEqualTo(KindOfAct.CONSENT_TO_BE_BOUND);
        assertThat(step("XAB", InstrumentActKind.DENOUNCED, ENVOY, 0).act(BindingForm.LEGAL)).isEqualTo(KindOfAct.TERMINATION);
    }

    @Test
    void allBrokenRulesOfADescriptionAreNamedAtOnce() {
        InstrumentDescription broken = new InstrumentDescription(null, " ", null, "p".repeat(201), null, DAY.plusDays(1), null,
                new Label.Representation(Release.PUBLIC, null));
        assertThatThrownBy(() -> broken.check(Series.REAL, DAY)).isInstanceOfSatisfying(InvalidRequest.class,
                problem -> assertThat(problem.getParameters().get("violations").toString()).contains("kind", "title", "binding",
                        "place",
                        "adoptedOn", "needs a source", "must not be in the future"));
        saying(BindingForm.LEGAL, DAY.plusDays(1)).check(Series.EXERCISE, DAY);
    }

    @Test
    void theLargestStateFitsIntoTheLog() throws Exception {
        InstrumentDescription said = new InstrumentDescription(InstrumentKind.STATUS_OF_FORCES_AGREEMENT, "Ж".repeat(300),
                BindingForm.LEGAL, "Ж".repeat(200), UUID.randomUUID(), DAY, List.of(new Source(null, "s")),
                new Label.Representation(Release.PUBLIC, null));
        Instrument instrument = Instrument.of(UUID.randomUUID(), "ORGANISATION", Series.REAL, said);
        for (int i = 0; i < Instrument.MAX_ACTS; i++) {
            own(instrument, "ORGANISATIO" + (char) ('A' + i % 26), i < 26 ? InstrumentActKind.SIGNED : InstrumentActKind.DENOUNCED,
                    0,
                    i < 26 ? AuthorityAnswer.YES : AuthorityAnswer.PROVISIONAL);
        }
        for (int i = 0; i < Instrument.MAX_TEXTS; i++) {
            instrument
                    .word(new TextVersion(0, TextVersion.Status.FINAL, "l".repeat(35), DAY.plusDays(i), null, 200, "d".repeat(64)));
        }
        instrument.enterIntoForce(new Effect(DAY, "s"));
        int bytes = new ObjectMapper().registerModule(new JavaTimeModule())
                .writeValueAsBytes(InstrumentEvents.state(instrument)).length;
        assertThat(bytes).isBetween(30_000, 65_536 - 4_000);
        refused(() -> own(instrument, "XAB", InstrumentActKind.SIGNED, 0, AuthorityAnswer.YES), "at most 150 acts",
                "amendment, terminations");
    }
}
