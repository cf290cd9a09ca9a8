package org.surety.priorities.commitment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.surety.contracts.AuthorityAnswer;
import org.surety.contracts.Basis;
import org.surety.contracts.BindingForm;
import org.surety.contracts.CommitmentState;
import org.surety.contracts.CommitmentState.Contribution;
import org.surety.contracts.CommitmentState.Decision;
import org.surety.contracts.DisclosedDay;
import org.surety.contracts.Kind;
import org.surety.contracts.Money;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Quantity;
import org.surety.contracts.Series;
import org.surety.contracts.Undisclosed;
import org.surety.kit.label.Label;

/** A version of a commitment of commitments-service, as its change says it. Each {@code with} is the next version. */
public record SampleCommitment(UUID id, long version, String type, Label label, CommitmentState state) {

    /** A filed force contribution to the multinational force, open to all, without an end. */
    public static SampleCommitment of(String party) {
        UUID id = UUID.randomUUID();
        return new SampleCommitment(id, 1, "commitment.filed", Label.openToAll(),
                new CommitmentState(id, party, Series.ofParty(party), Basis.GUARANTEE, Kind.FORCE_CONTRIBUTION, null, "A promise",
                        PriorityCode.MULTINATIONAL_FORCE, List.of(), Quantity.undisclosed(Undisclosed.NOT_DECIDED, null), null,
                        null,
                        null, null, null, null, DisclosedDay.of(LocalDate.of(2026, 1, 6)), null, "FILED", null, null, null, null,
                        null, null, null, null, null, null, null, null, null, null, null, null, null, null));
    }

    /** Aid that was given before; the value in euro is null when it is undisclosed. */
    public static SampleCommitment earlier(String party, String category, Kind kind, Money euro) {
        UUID id = UUID.randomUUID();
        return new SampleCommitment(id, 1, "commitment.imported", Label.openToAll(),
                new CommitmentState(id, party, Series.ofParty(party), Basis.EARLIER_SUPPORT, kind, category, "Aid", null, List.of(),
                        Quantity.undisclosed(Undisclosed.UNKNOWN, null), null, euro, null, null, null, null, null, "G1", "FILED",
                        null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                        null));
    }

    public SampleCommitment released(Label to) {
        return new SampleCommitment(id, version + 1, "commitment.amended", to, state);
    }

    public SampleCommitment sharing(List<CommitmentState.Share> shares) {
        return new SampleCommitment(id, version + 1, "commitment.amended", label,
                new CommitmentState(id, state.party(), state.series(), state.basis(), state.kind(), state.category(), state.title(),
                        state.priority(), state.contributions(), state.quantity(), state.money(), state.euroValue(), state.from(),
                        state.until(), state.place(), state.domain(), state.announcedOn(), state.group(), state.state(),
                        state.decision(), state.binding(), null, null, state.authority(), state.instrument(), state.approvals(),
                        state.caveats(), state.conditions(), state.relations(), state.particulars(), state.readiness(),
                        state.amountsLabel(), null, null, null, shares, state.triggers()));
    }

    /** How much it is is released to these alone; null: to whom the commitment is. */
    public SampleCommitment amountsReleased(Label to) {
        return new SampleCommitment(id, version + 1, "commitment.amended", label,
                new CommitmentState(id, state.party(), state.series(), state.basis(), state.kind(), state.category(), state.title(),
                        state.priority(), state.contributions(), state.quantity(), state.money(), state.euroValue(), state.from(),
                        state.until(), state.place(), state.domain(), state.announcedOn(), state.group(), state.state(),
                        state.decision(), state.binding(), null, null, state.authority(), state.instrument(), state.approvals(),
                        state.caveats(), state.conditions(), state.relations(), state.particulars(), state.readiness(),
                        to == null ? null : to.key(), null, null, null, state.shares(), state.triggers()));
    }

    public SampleCommitment contributing(Contribution... parts) {
        return next("commitment.amended", state.kind(), state.priority(), List.of(parts), state.from(), state.until(),
                state.state(),
                state.decision());
    }

    public SampleCommitment contributing(UUID requirement, String quantity) {
        return contributing(new Contribution(requirement, new BigDecimal(quantity), null));
    }

    public SampleCommitment ofKind(Kind kind) {
        return next("commitment.amended", kind, state.priority(), state.contributions(), state.from(), state.until(), state.state(),
                state.decision());
    }

    public SampleCommitment under(PriorityCode priority) {
        return next("commitment.amended", state.kind(), priority, state.contributions(), state.from(), state.until(), state.state(),
                state.decision());
    }

    public SampleCommitment during(LocalDate from, LocalDate until) {
        return next("commitment.amended", state.kind(), state.priority(), state.contributions(), from, until, state.state(),
                state.decision());
    }

    public SampleCommitment decided(LocalDate decidedOn, LocalDate effectiveOn) {
        return next("commitment.decided", state.kind(), state.priority(), state.contributions(), state.from(), state.until(),
                state.state(), new Decision(decidedOn, effectiveOn, "order 7"));
    }

    public SampleCommitment withdrawn() {
        return next("commitment.withdrawn", state.kind(), state.priority(), state.contributions(), state.from(), state.until(),
                "WITHDRAWN", state.decision());
    }

    /** The act of filing was judged anew. */
    public SampleCommitment judged(AuthorityAnswer authority) {
        return new SampleCommitment(id, version + 1, "commitment.judged", label,
                new CommitmentState(id, state.party(), state.series(), state.basis(), state.kind(), state.category(), state.title(),
                        state.priority(), state.contributions(), state.quantity(), state.money(), state.euroValue(), state.from(),
                        state.until(), state.place(), state.domain(), state.announcedOn(), state.group(), state.state(),
                        state.decision(), BindingForm.LEGAL, null, null, authority, state.instrument(), state.approvals(),
                        state.caveats(), state.conditions(), state.relations(), state.particulars(), state.readiness(),
                        state.amountsLabel(), state.fromUndisclosed(),
                        state.untilUndisclosed(), state.placeUndisclosed(), state.shares(), state.triggers()));
    }

    public SampleCommitment needing(List<UUID> approvals) {
        return new SampleCommitment(id, version + 1, "commitment.amended", label,
                new CommitmentState(id, state.party(), state.series(), state.basis(), state.kind(), state.category(), state.title(),
                        state.priority(), state.contributions(), state.quantity(), state.money(), state.euroValue(), state.from(),
                        state.until(), state.place(), state.domain(), state.announcedOn(), state.group(), state.state(),
                        state.decision(), state.binding(), null, null, state.authority(), state.instrument(), approvals,
                        state.caveats(), state.conditions(), state.relations(), state.particulars(), state.readiness(),
                        state.amountsLabel(), state.fromUndisclosed(),
                        state.untilUndisclosed(), state.placeUndisclosed(), state.shares(), state.triggers()));
    }

    private SampleCommitment next(String act, Kind kind, PriorityCode priority, List<Contribution> parts, LocalDate from,
            LocalDate until, String progress, Decision decision) {
        return new SampleCommitment(id, version + 1, act, label,
                new CommitmentState(id, state.party(), state.series(), state.basis(),
                        kind, state.category(), state.title(), priority, parts, state.quantity(), state.money(), state.euroValue(),
                        from, until,
                        state.place(), state.domain(), state.announcedOn(), state.group(), progress, decision, state.binding(),
                        null, null,
                        state.authority(), state.instrument(), state.approvals(), state.caveats(), state.conditions(),
                        state.relations(), state.particulars(),
                        state.readiness(), state.amountsLabel(), state.fromUndisclosed(),
                        state.untilUndisclosed(), state.placeUndisclosed(), state.shares(), state.triggers()));
    }
}
