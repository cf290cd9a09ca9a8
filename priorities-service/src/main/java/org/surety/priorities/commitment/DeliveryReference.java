package org.surety.priorities.commitment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.surety.contracts.DeliveryState;
import org.surety.contracts.DeliveryState.Claim;
import org.surety.contracts.DisclosedDay;
import org.surety.contracts.Money;
import org.surety.contracts.Quantity;
import org.surety.kit.follow.ReceivedChange;

/**
 * What this service remembers of a delivery of commitments-service: the row of {@code delivery_reference}.
 *
 * @param measure the unit, or the currency; null: not said
 * @param quantity as the giver says; null: undisclosed
 * @param deliveredOn the first disclosed day of a stage that counts; null: there is none
 * @param deliveredNotedOn the day on which such a stage was recorded whose own day is not disclosed; null: there is none
 * @param claimed whether the recipient has said anything, and from when on, likewise
 */
record DeliveryReference(UUID id, long version, UUID commitment, String measure, BigDecimal quantity, LocalDate deliveredOn,
        LocalDate deliveredNotedOn, boolean claimed, BigDecimal claimedQuantity, LocalDate claimedOn, LocalDate claimedNotedOn,
        LocalDate withdrawnOn, int audienceId, Instant recordedAt) {

    static DeliveryReference from(ReceivedChange change, int audience) {
        DeliveryState state = change.state(DeliveryState.class);
        LocalDate recorded = change.recordedAt().atOffset(ZoneOffset.UTC).toLocalDate();
        List<DisclosedDay> delivered = state.steps().stream().filter(step -> step.stage().counts()).map(DeliveryState.Step::day)
                .toList();
        Claim claim = state.claim();
        boolean dayOfClaim = claim != null && claim.day().day() != null;
        return new DeliveryReference(state.id(), change.version(), state.commitment(), measure(state.quantity(), state.money()),
                number(state.quantity(), state.money()),
                delivered.stream().map(DisclosedDay::day).filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null),
                delivered.stream().anyMatch(day -> day.day() == null) ? recorded : null, claim != null,
                claim == null ? null : number(claim.quantity(), claim.money()), dayOfClaim ? claim.day().day() : null,
                claim != null && !dayOfClaim ? recorded : null, state.withdrawnOn(), audience, change.recordedAt());
    }

    static String measure(Quantity quantity, Money money) {
        return quantity != null ? quantity.unit() : money == null ? null : money.currency();
    }

    static BigDecimal number(Quantity quantity, Money money) {
        return quantity != null ? quantity.quantity() : money == null ? null : money.amount();
    }
}
