package org.surety.priorities.scenario;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.surety.contracts.ApprovalState.Phase;
import org.surety.contracts.ApprovalStatus;
import org.surety.contracts.AuthorityAnswer;
import org.surety.contracts.BindingForm;
import org.surety.contracts.CaveatKind;
import org.surety.contracts.CommitmentState.Caveat;
import org.surety.contracts.CommitmentState.Condition;
import org.surety.contracts.CommitmentState.Contribution;
import org.surety.contracts.CommitmentState.Share;
import org.surety.contracts.CommitmentState.Trigger;
import org.surety.contracts.ConditionKind;
import org.surety.contracts.Kind;
import org.surety.contracts.ScenarioState.Step;
import org.surety.contracts.ScenarioStepKind;
import org.surety.contracts.Series;
import org.surety.contracts.ShareState;
import org.surety.contracts.SituationKind;
import org.surety.contracts.TriggerKind;
import org.surety.contracts.Undisclosed;
import org.surety.kit.label.Label;
import org.surety.kit.label.Release;
import org.surety.priorities.Known;
import org.surety.priorities.commitment.SampleApproval;
import org.surety.priorities.commitment.SampleCommitment;
import org.surety.priorities.commitment.SampleInstrument;

/** Promises that need, await and name all sorts of things; and steps, which can be carried out for real. */
class RandomWorld {

    static final LocalDate START = LocalDate.of(2026, 2, 1);
    static final String HOST = "XAB";
    private static final int DAYS = 60;
    private static final List<String> PARTIES = List.of("XAA", "XAB", "XAC");

    private final Random random;
    private final Known known;
    private final List<UUID> requirements;
    private final Map<UUID, SampleCommitment> commitments = new LinkedHashMap<>();
    private final Map<UUID, SampleApproval> approvals = new HashMap<>();
    private final List<UUID> instruments = new ArrayList<>();

    RandomWorld(Random random, Known known, List<UUID> requirements) {
        this.random = random;
        this.known = known;
        this.requirements = requirements;
        for (int i = 0; i < 5; i++) {
            SampleApproval approval = i < 2 ? SampleApproval.consentOf(HOST) : SampleApproval.open();
            approvals.put(approval.id(), random.nextBoolean() ? approval.granted(day()) : approval.refused(day()));
        }
        known.approvals(List.copyOf(approvals.values()));
        // What needs it is never decided for good: it is not known.
        approvals.put(UUID.randomUUID(), null);
        for (int i = 0; i < 2; i++) {
            instruments.add(UUID.randomUUID());
            known.instruments(List.of(new SampleInstrument(instruments.get(i), 1, day(), null)));
        }
        for (int i = 0; i < 16; i++) {
            SampleCommitment one = promise();
            commitments.put(one.id(), one);
        }
        known.commitments(List.copyOf(commitments.values()));
    }

    LocalDate day() {
        return START.plusDays(random.nextInt(DAYS));
    }

    Map<UUID, SampleCommitment> commitments() {
        return commitments;
    }

    private SampleCommitment promise() {
        String party = any(PARTIES);
        LocalDate decided = START.minusDays(random.nextInt(20));
        SampleCommitment one = SampleCommitment.of(party).contributing(contributions()).released(label(party))
                .binding(random.nextInt(4) > 0 ? BindingForm.LEGAL : BindingForm.POLITICAL).ready(LocalDate.of(2026, 1, 1));
        one = random.nextInt(5) > 0 ? one.decided(decided, null) : one;
        one = random.nextInt(6) > 0 ? one : one.judged(any(Arrays.asList(AuthorityAnswer.values())));
        one = random.nextInt(6) > 0 ? one : one.ofKind(any(List.of(Kind.SANCTIONS, Kind.TRAINING)));
        one = random.nextInt(3) > 0 ? one : one.amountsReleased(label(party));
        one = random.nextInt(2) > 0 ? one : one.needing(any(List.copyOf(approvals.keySet())), any(List.copyOf(approvals.keySet())));
        one = random.nextInt(3) > 0 ? one : one.excluding(any(List.of(CaveatKind.NOT_ON_TERRITORY, CaveatKind.OTHER)));
        one = random.nextInt(3) > 0
                ? one
                : one.wakingOn(new Trigger(TriggerKind.CEASEFIRE_IN_FORCE, null),
                        new Trigger(TriggerKind.DATE, day()));
        one = random.nextInt(3) > 0 ? one : one.sharing(shares(party));
        return random.nextInt(2) > 0 || commitments.isEmpty() ? one : one.waitingFor(conditions());
    }

    private Contribution[] contributions() {
        return Stream.generate(() -> {
            String element = any(Arrays.asList("1st Brigade", "2nd Brigade", null, null));
            return random.nextInt(4) == 0
                    ? new Contribution(any(requirements), null, Undisclosed.UNKNOWN, element)
                    : new Contribution(any(requirements), BigDecimal.valueOf(random.nextInt(1_000_000), 3), null, element);
        }).limit(1 + random.nextInt(2)).toArray(Contribution[]::new);
    }

    private Condition[] conditions() {
        return Stream.generate(() -> switch (random.nextInt(5)) {
            case 0 -> new Condition(ConditionKind.PARTICIPATION, null, any(PARTIES), null, null);
            case 1 -> new Condition(ConditionKind.INSTRUMENT_IN_FORCE, null, null, any(instruments), null);
            case 2 -> new Condition(ConditionKind.HOST_CONSENT, null, HOST, null, null);
            default -> new Condition(ConditionKind.COMMITMENT, any(List.copyOf(commitments.keySet())), null, null, null);
        }).limit(1 + random.nextInt(2)).toArray(Condition[]::new);
    }

    private List<Share> shares(String lead) {
        return Stream.of("XAA", "XAC").filter(party -> !party.equals(lead)).map(party -> {
            ShareState state = any(Arrays.asList(ShareState.values()));
            return new Share(party, BigDecimal.valueOf(1 + random.nextInt(400_000), 4), state,
                    state == ShareState.CONFIRMED ? START.minusDays(3) : null);
        }).toList();
    }

    private Label label(String party) {
        return switch (random.nextInt(4)) {
            case 0 -> Label.openToAll();
            case 1 -> Label.national(party);
            case 2 -> Label.of(Release.NAMED, Series.EXERCISE, party, List.of(any(List.of("XAD", "XAE"))));
            default -> Label.of(Release.COALITION, Series.EXERCISE, party, List.of());
        };
    }

    /** Some steps that do not contradict each other, on what the viewer sees. */
    List<Step> steps(Predicate<Label> seen) {
        List<Step> steps = new ArrayList<>();
        while (steps.isEmpty() || random.nextInt(3) > 0) {
            Step step = step(commitments.values().stream().filter(one -> seen.test(one.label()))
                    .filter(one -> one.state().state().equals("FILED")).toList());
            try {
                Steps.refuseContradictions(Stream.concat(steps.stream(), Stream.ofNullable(step)).toList(),
                        id -> commitments.get(id).state().party());
                if (step != null) {
                    steps.add(step);
                }
            } catch (org.surety.kit.problem.Problem contradicting) {
                continue;
            }
        }
        return steps;
    }

    private Step step(List<SampleCommitment> there) {
        LocalDate day = day();
        List<UUID> movable = approvals.entrySet().stream().filter(entry -> entry.getValue() != null).map(Map.Entry::getKey)
                .toList();
        SampleCommitment one = there.isEmpty() ? null : any(there);
        return switch (random.nextInt(9)) {
            case 0 -> step(ScenarioStepKind.WITHDRAW_PARTY, any(PARTIES), null, null, null, null);
            case 1, 2 -> one == null ? null : step(ScenarioStepKind.WITHDRAW_COMMITMENT, null, one.id(), null, null, null);
            case 3 -> step(ScenarioStepKind.REFUSE_APPROVAL, null, null, any(movable), day, null);
            case 4 -> step(ScenarioStepKind.DELAY_APPROVAL, null, null, any(movable), null, day);
            case 5 -> step(ScenarioStepKind.GRANT_APPROVAL, null, null, any(movable), day, null);
            case 6 ->
                new Step(ScenarioStepKind.SITUATION, null, null, null, SituationKind.CEASEFIRE_IN_FORCE, null, null, null, null,
                        null, day, null);
            case 7 -> new Step(ScenarioStepKind.ADD_PLEDGE, any(PARTIES), null, null, null, any(requirements),
                    BigDecimal.valueOf(1 + random.nextInt(1000)), any(List.of(Kind.FORCE_CONTRIBUTION, Kind.SANCTIONS)),
                    any(Arrays.asList(null, true, false)), null, day, null);
            default ->
                there.stream().filter(other -> other.state().caveats() != null && !other.state().caveats().isEmpty()).findFirst()
                        .map(other -> new Step(ScenarioStepKind.DROP_CAVEAT, null, other.id(), null, null, null, null, null, null,
                                other.state().caveats().get(0).kind(), null, null))
                        .orElse(null);
        };
    }

    private static Step step(ScenarioStepKind kind, String party, UUID commitment, UUID approval, LocalDate from, LocalDate until) {
        return new Step(kind, party, commitment, approval, null, null, null, null, null, null, from, until);
    }

    /** Carries a step out, on what the viewer sees alone: what is hidden stays as it is. */
    void carryOut(Step step, Predicate<Label> seen) {
        switch (step.step()) {
            case WITHDRAW_PARTY -> leave(step.party(), seen);
            case WITHDRAW_COMMITMENT -> change(commitments.get(step.commitment()).withdrawn());
            case REFUSE_APPROVAL -> move(step.approval(), new Phase(step.from(), ApprovalStatus.REFUSED, true), seen);
            case GRANT_APPROVAL -> move(step.approval(), new Phase(step.from(), ApprovalStatus.GRANTED, false), seen);
            case DELAY_APPROVAL -> delay(step, seen);
            case ADD_PLEDGE -> pledge(step);
            case DROP_CAVEAT -> {
                SampleCommitment one = commitments.get(step.commitment());
                change(one.excluding(one.state().caveats().stream().map(Caveat::kind).filter(kind -> kind != step.caveat())
                        .toArray(CaveatKind[]::new)));
            }
            case SITUATION -> {
            }
        }
    }

    private void change(SampleCommitment one) {
        commitments.put(one.id(), one);
        known.commitments(one);
    }

    private void leave(String party, Predicate<Label> seen) {
        for (SampleCommitment one : List.copyOf(commitments.values())) {
            if (seen.test(one.label()) && one.state().party().equals(party)) {
                change(one.withdrawn());
            } else if (seen.test(one.label()) && one.state().shares() != null) {
                change(one.sharing(one.state().shares().stream().map(share -> share.party().equals(party)
                        ? new Share(party, share.percent(), ShareState.WITHDRAWN, null)
                        : share).toList()));
            }
        }
    }

    /** From the day on, and for ever. */
    private void move(UUID id, Phase last, Predicate<Label> seen) {
        List<Phase> phases = new ArrayList<>(approvals.get(id).phases());
        phases.removeIf(phase -> phase.from() != null && !phase.from().isBefore(last.from()));
        phases.add(last);
        become(id, phases, seen);
    }

    /** What it would have been before the day blocks; on the day it goes on as it stands. */
    private void delay(Step step, Predicate<Label> seen) {
        SampleApproval approval = approvals.get(step.approval());
        List<Phase> phases = new ArrayList<>();
        Phase holding = null;
        for (Phase phase : approval.phases()) {
            boolean earlier = phase.from() == null || phase.from().isBefore(step.until());
            if (earlier) {
                holding = phase;
                phases.add(new Phase(phase.from(), phase.refuses() ? phase.status() : ApprovalStatus.OPEN, true));
            } else {
                if (holding != null && !step.until().equals(phase.from())) {
                    phases.add(new Phase(step.until(), holding.status(), holding.blocks()));
                }
                holding = null;
                phases.add(phase);
            }
        }
        if (holding != null) {
            phases.add(new Phase(step.until(), holding.status(), holding.blocks()));
        }
        become(step.approval(), phases, seen);
    }

    /** Commitments that the viewer does not see need the approval as it was. */
    private void become(UUID id, List<Phase> phases, Predicate<Label> seen) {
        if (commitments.values().stream().allMatch(one -> seen.test(one.label()))) {
            approvals.put(id, approvals.get(id).moved(phases));
            known.approvals(approvals.get(id));
            return;
        }
        SampleApproval other = new SampleApproval(UUID.randomUUID(), 1, phases, approvals.get(id).consentOf());
        approvals.put(other.id(), other);
        known.approvals(other);
        for (SampleCommitment one : List.copyOf(commitments.values())) {
            if (seen.test(one.label()) && one.state().approvals() != null && one.state().approvals().contains(id)) {
                change(one
                        .needing(one.state().approvals().stream().map(needed -> needed.equals(id) ? other.id() : needed).toList()));
            }
        }
    }

    private void pledge(Step step) {
        SampleCommitment one = SampleCommitment.of(step.party()).ofKind(step.kind()).during(step.from(), null)
                .contributing(step.requirement(), step.quantity().toPlainString());
        if (!Boolean.FALSE.equals(step.assured())) {
            SampleApproval consent = SampleApproval.consentOf(HOST).granted(LocalDate.of(2026, 1, 1));
            known.approvals(consent);
            one = one.decided(step.from(), null).binding(BindingForm.LEGAL).ready(LocalDate.of(2026, 1, 1)).needing(consent.id());
        }
        change(one);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
