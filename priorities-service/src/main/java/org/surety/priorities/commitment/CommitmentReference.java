package org.surety.priorities.commitment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;

import org.surety.contracts.AuthorityAnswer;
import org.surety.contracts.Basis;
import org.surety.contracts.BindingForm;
import org.surety.contracts.CommitmentState;
import org.surety.contracts.CommitmentState.Act;
import org.surety.contracts.CommitmentState.Caveat;
import org.surety.contracts.CommitmentState.Condition;
import org.surety.contracts.CommitmentState.Contribution;
import org.surety.contracts.CommitmentState.Readiness;
import org.surety.contracts.CommitmentState.Share;
import org.surety.contracts.CommitmentState.Trigger;
import org.surety.contracts.Kind;
import org.surety.contracts.Money;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Relations;
import org.surety.contracts.Series;
import org.surety.contracts.Undisclosed;
import org.surety.kit.follow.ReceivedChange;
import org.surety.kit.label.Label;

/**
 * What this service remembers of a commitment of commitments-service: the row of {@code commitment_reference}.
 *
 * @param undisclosed why it is not known how much is promised; null: it is known
 * @param euro the value of it in euro; null when undisclosed
 * @param decisionInEffect the day from which the government's decision holds; null: none is recorded
 * @param authority of the person who filed it; null: it was not asked for
 * @param approvals that it needs; null: it names none
 * @param shares of other parties; null: it is promised by one
 * @param binding how it binds; null: not said. So with what follows: null where nothing is said
 * @param amountsAudienceId who may see how much it is; null: whoever may see it
 * @param title what it is called
 * @param supersedes whose place it takes, and supplements for what it stands in; null: nothing
 * @param withdrawnOn the day of the withdrawal that took effect; null: none is known
 * @param successor what that one says takes its place; null: nothing
 * @param measure the unit of the whole of it, or the currency; null: not said. The quantity is null when undisclosed
 */
record CommitmentReference(UUID id, long version, String party, Series series, Basis basis, Kind kind, String category,
        PriorityCode priority, List<Contribution> contributions, Undisclosed undisclosed, BigDecimal euro,
        Undisclosed euroUndisclosed,
        LocalDate fromDay, LocalDate untilDay, LocalDate announcedOn, String state, LocalDate decisionInEffect, int audienceId,
        AuthorityAnswer authority, List<UUID> approvals, Integer amountsAudienceId, List<Share> shares, BindingForm binding,
        List<Caveat> caveats, List<Condition> conditions, List<Readiness> readiness, List<Trigger> triggers, Instant recordedAt,
        String title,
        List<UUID> supersedes, List<UUID> supplements, LocalDate withdrawnOn, UUID successor, String measure, BigDecimal quantity) {

    /** @param audience of a label */
    static CommitmentReference from(ReceivedChange change, ToIntFunction<Label> audience) {
        CommitmentState state = change.state(CommitmentState.class);
        return new CommitmentReference(state.id(), change.version(), state.party(), state.series(), state.basis(), state.kind(),
                state.category(), state.priority(), contributions(state), undisclosed(state),
                state.euroValue() == null ? null : state.euroValue().amount(), undisclosed(state.euroValue()), state.from(),
                state.until(), state.announcedOn() == null ? null : state.announcedOn().day(), state.state(),
                decisionInEffect(state.decision()), audience.applyAsInt(change.label()), state.authority(), state.approvals(),
                state.amountsLabel() == null ? null : audience.applyAsInt(Label.parse(state.amountsLabel())), state.shares(),
                state.binding(), state.caveats(), state.conditions(), state.readiness(), state.triggers(), change.recordedAt(),
                state.title(),
                related(state, Relations::supersedes), related(state, Relations::supplements),
                withdrawal(state).map(Act::doneOn).orElse(null), withdrawal(state).map(Act::successor).orElse(null),
                DeliveryReference.measure(state.quantity(), state.money()),
                DeliveryReference.number(state.quantity(), state.money()));
    }

    private static List<UUID> related(CommitmentState state, Function<Relations, List<UUID>> how) {
        return Optional.ofNullable(state.relations()).map(how).filter(ids -> !ids.isEmpty()).orElse(null);
    }

    /** The one that took effect. */
    private static Optional<Act> withdrawal(CommitmentState state) {
        return state.acts() == null
                ? Optional.empty()
                : state.acts().stream().filter(act -> act.kind().equals("WITHDRAWAL") && act.authority() == AuthorityAnswer.YES)
                        .findFirst();
    }

    /** What states neither a quantity nor a reason is unknown: it must not be summed as 0. */
    private static List<Contribution> contributions(CommitmentState state) {
        return state.contributions() == null
                ? List.of()
                : state.contributions().stream().map(part -> part.quantity() != null
                        ? part
                        : new Contribution(part.requirement(), null,
                                part.undisclosed() != null ? part.undisclosed() : Undisclosed.UNKNOWN, part.element()))
                        .toList();
    }

    /** How much is promised stands in the quantity, and where there is none in the money. */
    private static Undisclosed undisclosed(CommitmentState state) {
        return state.quantity() != null ? state.quantity().undisclosed() : undisclosed(state.money());
    }

    private static Undisclosed undisclosed(Money money) {
        if (money == null) {
            return Undisclosed.UNKNOWN;
        }
        return money.amount() != null ? null : money.undisclosed();
    }

    private static LocalDate decisionInEffect(CommitmentState.Decision decision) {
        if (decision == null) {
            return null;
        }
        return decision.effectiveOn() != null ? decision.effectiveOn() : decision.decidedOn();
    }
}
