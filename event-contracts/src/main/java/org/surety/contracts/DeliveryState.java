package org.surety.contracts;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The full state of a delivery after a change. Events {@code delivery.stated}, {@code delivery.moved}, {@code delivery.corrected},
 * {@code delivery.confirmed} and {@code delivery.withdrawn}; subject is the id. Its label is the one of its commitment.
 *
 * @param commitment of which it is a part
 * @param party that gives, whose claim quantity or money is
 * @param recipient the party that receives, whose own claim is {@code claim}
 * @param stage the last of the steps
 * @param steps in the order of the stages
 * @param quantity as the giver says; one of quantity and money is there, stated or undisclosed
 * @param overDelivery whether the giver states it as more than was promised
 * @param confirmation UNCONFIRMED; CONFIRMED; CONTESTED: the two claims state different figures
 * @param claim what the recipient says; null: nothing so far
 * @param withdrawnOn the day on which the giver took its claim back, which then counts nowhere; null: it stands
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryState(UUID id, UUID commitment, String party, String recipient, Series series, DeliveryStage stage,
        List<Step> steps, Quantity quantity, Money money, boolean overDelivery, String confirmation, Claim claim,
        LocalDate withdrawnOn) {

    /** A stage that was reached, and when. */
    public record Step(DeliveryStage stage, DisclosedDay day) {
    }

    /**
     * What the recipient says it received.
     *
     * @param quantity or money, as the giver's claim is one
     * @param person who says so for the recipient; null: not said
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Claim(Quantity quantity, Money money, DisclosedDay day, UUID person) {
    }
}
