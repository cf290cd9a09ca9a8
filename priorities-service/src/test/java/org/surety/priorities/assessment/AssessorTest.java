package org.surety.priorities.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.surety.contracts.AuthorityAnswer;
import org.surety.contracts.Basis;
import org.surety.contracts.BindingForm;
import org.surety.contracts.CaveatKind;
import org.surety.contracts.CommitmentState.Caveat;
import org.surety.contracts.CommitmentState.Condition;
import org.surety.contracts.CommitmentState.Contribution;
import org.surety.contracts.CommitmentState.Readiness;
import org.surety.contracts.CommitmentState.Share;
import org.surety.contracts.CommitmentState.Trigger;
import org.surety.contracts.ConditionKind;
import org.surety.contracts.Domain;
import org.surety.contracts.Kind;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.ReadinessLevel;
import org.surety.contracts.Series;
import org.surety.contracts.ShareState;
import org.surety.contracts.TriggerKind;

/** What one promise is worth, each fact around it told by hand. */
class AssessorTest {

    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 6);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final UUID LAND = UUID.randomUUID();
    private static final UUID VOTE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    /** What is known; nobody else takes part. */
    private static final class Known implements Facts {
        private final Map<UUID, RequirementRule> requirements = new HashMap<>();
        private final Map<UUID, ApprovalDays> approvals = new HashMap<>();
        private final Map<UUID, Promise> commitments = new HashMap<>();
        private final Map<UUID, Days> instruments = new HashMap<>();

        @Override
        public RequirementRule requirement(UUID id) {
            return requirements.get(id);
        }

        @Override
        public ApprovalDays approval(UUID id) {
            return approvals.get(id);
        }

        @Override
        public Days inForce(UUID instrument) {
            return instruments.getOrDefault(instrument, Days.NONE);
        }

        @Override
        public Promise commitment(UUID id) {
            return commitments.get(id);
        }

        @Override
        public Days participation(String party, Promise promise) {
            return Days.NONE;
        }
    }

    private final Known facts = new Known();

    /** A promise of which each test says what it lacks. */
    private static final class Draft {
        private String state = "FILED";
        private Basis basis = Basis.GUARANTEE;
        private Kind kind = Kind.FORCE_CONTRIBUTION;
        private List<Contribution> contributions = List.of(new Contribution(LAND, new BigDecimal(300), null));
        private LocalDate until;
        private LocalDate decided = MARCH;
        private AuthorityAnswer authority = AuthorityAnswer.YES;
        private BindingForm binding = BindingForm.LEGAL;
        private List<UUID> approvals = List.of();
        private List<Caveat> caveats = List.of();
        private List<Condition> conditions = List.of();
        private List<Readiness> readiness = List.of(ready(ReadinessLevel.READY, MARCH, null));
        private List<Trigger> triggers = List.of();
        private List<Share> shares = List.of();

        private Promise promise() {
            return new Promise(UUID.randomUUID(), "XAA", Series.EXERCISE, basis, kind, PriorityCode.MULTINATIONAL_FORCE,
                    contributions,
                    null, null, until, JANUARY, state, decided, authority, binding, approvals, caveats, conditions, readiness,
                    triggers,
                    shares, 1, null);
        }
    }

    private final Draft draft = new Draft();

    private static Readiness ready(ReadinessLevel level, LocalDate from, LocalDate until) {
        return new Readiness(UUID.randomUUID(), level, null, null, from, from, until);
    }

    private List<Counted> counted() {
        return Assessor.assess(draft.promise(), facts).get(0).counted();
    }

    private static Counted on(Enum<?> what, String days) {
        return new Counted(what.name(), null, Days.parse(days));
    }

    private static final String FROM_MARCH = "{[2026-03-01,)}";
    private static final Counted PLEDGED = on(Stage.PLEDGED, "{[2026-01-06,)}");
    private static final Counted COMMITTED = on(Stage.COMMITTED, FROM_MARCH);
    private static final Counted UNDECIDED = on(Shortfall.NOT_DECIDED, "{[2026-01-06,2026-03-01)}");

    @Test
    void whatLacksNothingIsAssuredFromTheDayOfItsDecision() {
        assertThat(counted()).containsExactly(PLEDGED, COMMITTED, UNDECIDED, on(Stage.ASSURED, FROM_MARCH));
    }

    @Test
    void whatIsNoFiledGuaranteeIsWorthNothing() {
        draft.state = "WITHDRAWN";
        assertThat(Assessor.assess(draft.promise(), facts)).isEmpty();
        draft.state = "FILED";
        draft.basis = Basis.EARLIER_SUPPORT;
        assertThat(Assessor.assess(draft.promise(), facts)).isEmpty();
    }

    @Test
    void whatWasFiledWithoutAuthorityIsPledgedAndNothingMore() {
        draft.authority = AuthorityAnswer.PROVISIONAL;
        assertThat(counted()).containsExactly(PLEDGED, UNDECIDED, on(Shortfall.UNCONFIRMED_ACT, "{[2026-01-06,)}"));
    }

    @Test
    void anApprovalBlocksUntilItIsGrantedAndARefusalUndoesTheDecision() {
        draft.approvals = List.of(VOTE);
        assertThat(counted()).as("nothing is known of it").containsExactly(PLEDGED, COMMITTED, UNDECIDED,
                on(Shortfall.APPROVAL_OUTSTANDING, FROM_MARCH));
        facts.approvals.put(VOTE, new ApprovalDays(Days.NONE, Days.before(MAY), null));
        assertThat(counted()).contains(on(Shortfall.APPROVAL_OUTSTANDING, "{[2026-03-01,2026-05-01)}"),
                on(Stage.ASSURED, "{[2026-05-01,)}"));
        facts.approvals.put(VOTE, new ApprovalDays(Days.from(MAY), Days.ALL, null));
        assertThat(counted()).contains(on(Stage.COMMITTED, "{[2026-03-01,2026-05-01)}"),
                on(Shortfall.APPROVAL_REFUSED, "{[2026-05-01,)}")).noneMatch(one -> one.what().equals("ASSURED"));
    }

    @Test
    void aRequirementDemandsAFormAndTheConsentOfItsHost() {
        facts.requirements.put(LAND, new RequirementRule(Domain.LAND, "XAJ", List.of(), BindingForm.LEGAL));
        draft.binding = BindingForm.POLITICAL;
        draft.approvals = List.of(VOTE);
        facts.approvals.put(VOTE, new ApprovalDays(Days.NONE, Days.before(MAY), "XAJ"));
        assertThat(counted()).contains(on(Shortfall.BINDING_FORM, FROM_MARCH),
                on(Shortfall.CONDITION, "{[2026-03-01,2026-05-01)}"));
        draft.binding = BindingForm.LEGAL;
        assertThat(counted()).contains(on(Stage.ASSURED, "{[2026-05-01,)}"));
    }

    @Test
    void aRequirementTakesItsKindsAndNothingThatACaveatExcludes() {
        facts.requirements.put(LAND,
                new RequirementRule(Domain.LAND, "XAJ", List.of(Kind.FORCE_CONTRIBUTION), BindingForm.POLITICAL));
        draft.caveats = List.of(new Caveat(CaveatKind.NOT_ON_TERRITORY, null, null));
        assertThat(counted()).containsExactly(on(Shortfall.CAVEAT, "{[2026-01-06,)}"));
        draft.kind = Kind.SANCTIONS;
        assertThat(counted()).containsExactly(on(Shortfall.KIND_NOT_ELIGIBLE, "{[2026-01-06,)}"));
    }

    @Test
    void aConditionIsMetWhereTheOtherIsDecidedOnAndStands() {
        draft.conditions = List.of(new Condition(ConditionKind.COMMITMENT, OTHER, null, null, null));
        assertThat(counted()).contains(on(Shortfall.CONDITION, FROM_MARCH));
        Draft other = new Draft();
        other.decided = MAY;
        other.readiness = List.of();
        facts.commitments.put(OTHER, other.promise());
        assertThat(counted()).as("however ready it is").contains(on(Stage.ASSURED, "{[2026-05-01,)}"));
    }

    @Test
    void readinessIsAsTheLastStatementSaysAsLongAsItIsValid() {
        draft.readiness = List.of(ready(ReadinessLevel.READY, MAY, LocalDate.of(2026, 5, 31)),
                ready(ReadinessLevel.NOT_READY, LocalDate.of(2026, 5, 11), LocalDate.of(2026, 5, 20)));
        assertThat(counted()).contains(on(Shortfall.READINESS_NOT_STATED, "{[2026-03-01,2026-05-01)}"),
                on(Stage.ASSURED, "{[2026-05-01,2026-05-11)}"), on(Shortfall.NOT_READY, "{[2026-05-11,2026-05-21)}"),
                on(Shortfall.READINESS_STALE, "{[2026-05-21,)}"));
        draft.readiness = List.of(ready(ReadinessLevel.NOT_READY, MARCH, null),
                ready(ReadinessLevel.IN_PREPARATION, MARCH, null));
        assertThat(counted()).as("of one day the one that was recorded last").contains(on(Stage.ASSURED, FROM_MARCH));
    }

    @Test
    void whatSleepsIsAssuredApart() {
        draft.triggers = List.of(new Trigger(TriggerKind.DATE, MAY), new Trigger(TriggerKind.CEASEFIRE_IN_FORCE, null));
        assertThat(counted()).contains(on(Stage.ASSURED, "{[2026-05-01,)}"),
                new Counted("ASSURED", "CEASEFIRE_IN_FORCE,DATE:2026-05-01", Days.parse("{[2026-03-01,2026-05-01)}")));
    }

    @Test
    void whatIsOverIsExpired() {
        draft.until = LocalDate.of(2026, 4, 30);
        assertThat(counted()).contains(on(Shortfall.EXPIRED, "{[2026-05-01,)}"),
                on(Stage.ASSURED, "{[2026-03-01,2026-05-01)}"));
    }

    @Test
    void eachPartyGivesItsShareFromTheDayOfItsOwnWord() {
        draft.shares = List.of(new Share("XAB", new BigDecimal("12.5"), ShareState.CONFIRMED, MAY),
                new Share("XAC", new BigDecimal(20), ShareState.WITHDRAWN, null));
        List<Worth> worths = Assessor.assess(draft.promise(), facts);
        assertThat(worths).extracting(Worth::party, worth -> worth.quantity().toPlainString())
                .containsExactly(tuple("XAA", "202.5"),
                        tuple("XAB", "37.5"));
        assertThat(worths.get(1).counted()).contains(on(Stage.COMMITTED, "{[2026-05-01,)}"),
                on(Shortfall.UNCONFIRMED_ACT, "{[2026-01-06,2026-05-01)}"));
    }
}
