package org.surety.commitments.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.surety.commitments.commitment.SampleCommitments.AMBER_BRIGADE;
import static org.surety.commitments.commitment.SampleCommitments.UNKNOWN_FORCES;
import static org.surety.commitments.commitment.SampleCommitments.draftOf;
import static org.surety.commitments.commitment.SampleCommitments.filed;
import static org.surety.commitments.commitment.SampleCommitments.filing;
import static org.surety.commitments.commitment.SampleCommitments.verdict;
import static org.surety.commitments.commitment.SampleCommitments.withdrawal;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.surety.commitments.act.Act;
import org.surety.contracts.AuthorityAnswer;
import org.surety.contracts.BindingForm;
import org.surety.contracts.CommitmentState;
import org.surety.contracts.CommitmentState.Decision;
import org.surety.contracts.KindOfAct;
import org.surety.contracts.Money;
import org.surety.contracts.Quantity;
import org.surety.contracts.Undisclosed;
import org.surety.kit.label.Label;
import org.surety.kit.label.Release;
import org.surety.kit.log.Reason;
import org.surety.kit.problem.Problem;

class CommitmentTest {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final Decision DECISION = new Decision(LocalDate.of(2026, 3, 18), DAY, "exercise order 7/2026");

    @Test
    void aDraftIsNationalWhateverLabelItShallHave() {
        Commitment draft = draftOf(AMBER_BRIGADE);
        assertThat(draft.state()).isEqualTo(State.DRAFT);
        assertThat(draft.label()).isEqualTo(Label.national("XAA"));
        assertThat(draft.filingLabel().release()).isEqualTo(Release.COALITION);
        assertThat(CommitmentRepresentation.from(draft, id -> true).label().release()).isEqualTo(Release.NATIONAL);
        assertThat(CommitmentRepresentation.from(draft, id -> true).labelWhenFiled().release()).isEqualTo(Release.COALITION);
    }

    @Test
    void whatIsSaidComesBack() {
        CommitmentDescription back = draftOf(AMBER_BRIGADE).description();
        assertThat(back.differences(AMBER_BRIGADE)).isEmpty();
        assertThat(back.money().amount().toPlainString()).isEqualTo("1250000.00");
        assertThat(draftOf(UNKNOWN_FORCES).description().differences(UNKNOWN_FORCES)).isEmpty();
    }

    @Test
    void filingGivesTheLabelThatWasMeant() {
        Commitment commitment = filed(AMBER_BRIGADE);
        assertThat(commitment.state()).isEqualTo(State.FILED);
        assertThat(commitment.label().release()).isEqualTo(Release.COALITION);
        assertThat(CommitmentRepresentation.from(commitment, id -> true).labelWhenFiled()).isNull();
    }

    @Test
    void theSameDescriptionAgainChangesNothing() {
        Commitment commitment = filed(AMBER_BRIGADE);
        assertThat(commitment.amend(
                with(AMBER_BRIGADE, Money.of("1250000.0", "EUR"), Quantity.of(new java.math.BigDecimal("4000.00"), "soldiers"))))
                .isEmpty();
        assertThat(commitment.description().money().amount().toPlainString()).isEqualTo("1250000.00");
    }

    @Test
    void anAmendmentSaysWhatChanged() {
        Commitment commitment = filed(AMBER_BRIGADE);
        assertThat(
                commitment.amend(with(AMBER_BRIGADE, Money.undisclosed(Undisclosed.WITHHELD, null), Quantity.of(4500, "soldiers"))))
                .containsExactly("quantity", "money");
        assertThat(commitment.description().money()).isEqualTo(Money.undisclosed(Undisclosed.WITHHELD, null));
    }

    @Test
    void namedPartiesInAnotherOrderAreTheSameLabel() {
        Commitment commitment = filed(labelled(new Label.Representation(Release.NAMED, List.of("XAC", "XAB"))));
        assertThat(commitment.amend(labelled(new Label.Representation(Release.NAMED, List.of("XAB", "XAC"))))).isEmpty();
        assertThat(commitment.amend(labelled(new Label.Representation(Release.NAMED, List.of("XAB"))))).containsExactly("label");
        assertThat(commitment.label().parties()).containsExactly("XAB");
    }

    @Test
    void aDecisionIsTakenOnce() {
        Commitment commitment = filed(AMBER_BRIGADE);
        assertThat(commitment.decide(DECISION)).isTrue();
        assertThat(commitment.decide(DECISION)).isFalse();
        refused("decisions", "amendment, deliveries, readiness-statements, withdrawals",
                () -> commitment.decide(new Decision(DECISION.decidedOn(), DECISION.effectiveOn(), "another paper")));
        assertThat(commitment.decision()).isEqualTo(DECISION);
    }

    @Test
    void aDraftIsNeitherDecidedNorWithdrawn() {
        Commitment draft = draftOf(AMBER_BRIGADE);
        refused("decisions", "amendment, deletion, filings", () -> draft.decide(DECISION));
        refused("withdrawals", "amendment, deletion, filings", draft::requireWithdrawable);
        draft.requireDiscardable();
    }

    @Test
    void whatIsFiledIsNotFiledAgainNorDeleted() {
        Commitment commitment = filed(AMBER_BRIGADE);
        refused("filings", "amendment, decisions, deliveries, readiness-statements, withdrawals", commitment::requireFilable);
        refused("deletion", "amendment, decisions, deliveries, readiness-statements, withdrawals", commitment::requireDiscardable);
    }

    @Test
    void nothingIsDoneToWhatIsWithdrawn() {
        Commitment commitment = filed(AMBER_BRIGADE);
        commitment.withdraw(withdrawal(KindOfAct.POLITICAL_PROMISE, "parliament refused", AuthorityAnswer.YES), DAY);
        assertThat(commitment.withdrawal()).isEqualTo(new Withdrawal("parliament refused", DAY));
        refused("withdrawals", "nothing", commitment::requireWithdrawable);
        refused("amendment", "nothing", () -> commitment.amend(UNKNOWN_FORCES));
        refused("decisions", "nothing", () -> commitment.decide(DECISION));
    }

    @Test
    void whatIsFiledWithoutAuthorityIsAPromiseUntilItIsJudgedAnew() {
        Commitment commitment = draftOf(AMBER_BRIGADE);
        Act filing = filing(KindOfAct.CONSENT_TO_BE_BOUND, AuthorityAnswer.NO);
        commitment.file(BindingForm.LEGAL, filing);
        assertThat(commitment.state()).isEqualTo(State.FILED);
        assertThat(CommitmentEvents.state(commitment).authority()).isEqualTo(AuthorityAnswer.NO);
        assertThat(commitment.judge(filing.id(), verdict(AuthorityAnswer.NO), DAY)).isFalse();
        assertThat(commitment.judge(filing.id(), verdict(AuthorityAnswer.YES), DAY)).isTrue();
        assertThat(commitment.authority()).isEqualTo(AuthorityAnswer.YES);
        assertThat(CommitmentEvents.judged(commitment, State.FILED, DAY).type()).isEqualTo("commitment.judged");
    }

    @Test
    void aWithdrawalWithoutAuthorityTakesEffectWhenItIsConfirmed() {
        Commitment commitment = draftOf(AMBER_BRIGADE);
        commitment.file(BindingForm.LEGAL, filing(KindOfAct.CONSENT_TO_BE_BOUND, AuthorityAnswer.YES));
        assertThat(commitment.withdrawalAct()).isEqualTo(KindOfAct.TERMINATION);
        Act attempt = withdrawal(KindOfAct.TERMINATION, "parliament refused", AuthorityAnswer.PROVISIONAL);
        commitment.withdraw(attempt, DAY);
        assertThat(commitment.state()).isEqualTo(State.FILED);
        assertThat(commitment.withdrawal()).isNull();
        assertThat(CommitmentEvents.withdrawn(commitment, DAY).type()).isEqualTo("commitment.judged");
        assertThat(commitment.hasWithdrawal(new WithdrawalRequest(attempt.person(), "parliament refused", null, null))).isTrue();
        assertThat(commitment.hasWithdrawal(new WithdrawalRequest(attempt.person(), "parliament refused", DAY, null))).isFalse();
        assertThat(commitment.hasWithdrawal(new WithdrawalRequest(attempt.person(), "another", null, null))).isFalse();
        assertThat(commitment.judge(attempt.id(), verdict(AuthorityAnswer.YES), DAY.plusDays(1))).isTrue();
        assertThat(commitment.withdrawal()).isEqualTo(new Withdrawal("parliament refused", DAY.plusDays(1)));
        assertThat(CommitmentEvents.judged(commitment, State.FILED, DAY).type()).isEqualTo("commitment.withdrawn");
        assertThat(commitment.authority()).isEqualTo(AuthorityAnswer.YES);
    }

    @Test
    void theEventIsTheContractsRecordWithoutText() {
        Commitment commitment = filed(AMBER_BRIGADE);
        commitment.decide(DECISION);
        CommitmentState state = CommitmentEvents.state(commitment);
        assertThat(state.contributions()).containsExactly(
                new CommitmentState.Contribution(SampleCommitments.LAND_FORCE, java.math.BigDecimal.valueOf(3500), null));
        assertThat(state.state()).isEqualTo("FILED");
        assertThat(state.decision()).isEqualTo(DECISION);
        assertThat(state.from()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(CommitmentEvents.decided(commitment).effectiveOn()).isEqualTo(DAY);
    }

    @Test
    void whatHappensToADraftIsWithheldFromConsumers() {
        Commitment draft = draftOf(AMBER_BRIGADE);
        assertThat(CommitmentEvents.drafted(draft, DAY).withheld()).isTrue();
        assertThat(CommitmentEvents.redrafted(draft, List.of("title"), Reason.NEW_FACT, DAY).withheld()).isTrue();
        assertThat(CommitmentEvents.discarded(draft, DAY).withheld()).isTrue();
        assertThat(CommitmentEvents.discarded(draft, DAY).version()).isEqualTo(2);
        assertThat(CommitmentEvents.discarded(draft, DAY).label()).isEqualTo(Label.national("XAA"));
        assertThat(CommitmentEvents.filed(filed(AMBER_BRIGADE), DAY).withheld()).isFalse();
    }

    private static void refused(String act, String allowed, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.problemType()).isEqualTo(CommitmentProblem.ACT_NOT_ALLOWED);
            assertThat(problem.getDetail()).contains("allows no " + act).endsWith("Allowed: " + allowed + ".");
        });
    }

    private static CommitmentDescription with(CommitmentDescription said, Money money, Quantity quantity) {
        return new CommitmentDescription(said.kind(), said.category(), said.title(), said.text(), said.priority(),
                said.contributions(),
                quantity, money, said.euroValue(), said.period(), said.place(), said.domain(), said.announcedOn(), said.sources(),
                said.group(), said.pointOfContact(), said.instrument(), said.approvals(), said.caveats(), said.conditions(),
                said.triggers(),
                said.relations(), said.particulars(), said.shares(), said.amountsLabel(),
                said.label());
    }

    private static CommitmentDescription labelled(Label.Representation label) {
        CommitmentDescription said = AMBER_BRIGADE;
        return new CommitmentDescription(said.kind(), said.category(), said.title(), said.text(), said.priority(),
                said.contributions(),
                said.quantity(), said.money(), said.euroValue(), said.period(), said.place(), said.domain(), said.announcedOn(),
                said.sources(), said.group(), said.pointOfContact(), said.instrument(), said.approvals(), said.caveats(),
                said.conditions(), said.triggers(), said.relations(), said.particulars(), said.shares(), said.amountsLabel(),
                label);
    }
}
