package org.surety.commitments.delivery;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

import org.surety.contracts.DeliveryStage;
import org.surety.contracts.DisclosedDay;
import org.surety.contracts.Money;
import org.surety.contracts.Quantity;
import org.surety.contracts.Series;
import org.surety.contracts.Source;
import org.surety.contracts.Undisclosed;
import org.surety.kit.label.Label;
import org.surety.kit.label.Reference;

/**
 * A delivery as it is answered.
 *
 * @param party who gives
 * @param stage that it has reached
 * @param steps the stages that it came through
 * @param quantity as the giver says; absent where money is there
 * @param money as the giver says; absent where the quantity is there
 * @param confirmation what giver and recipient say, side by side
 * @param withdrawal present: the giver took its claim back, and it counts nowhere
 * @param label the one of the commitment
 */
public record DeliveryRepresentation(UUID id, UUID commitment, String party, String recipient, Series series, DeliveryStage stage,
        List<Stage> steps, Quantity quantity, Money money, boolean overDelivery, String note, BothClaims confirmation,
        Withdrawn withdrawal, Label.Representation label, Long version) {

    /** A stage that was reached. */
    record Stage(DeliveryStage stage, DisclosedDay day, List<Source> evidence) {
    }

    /**
     * The two claims.
     *
     * @param giver what the giver says was delivered
     * @param recipient what the recipient says it received; absent: nothing so far
     */
    record BothClaims(Confirmation status, Given giver, Received recipient) {
    }

    /** What the giver says. */
    record Given(Quantity quantity, Money money, DisclosedDay day) {
    }

    /**
     * What the recipient says.
     *
     * @param person who says so for the recipient; absent: not said
     * @param notedOn the day on which it was recorded
     */
    record Received(Quantity quantity, Money money, DisclosedDay day, String source, Reference person, LocalDate notedOn) {
    }

    /** How the claim was taken back. */
    record Withdrawn(String reason, LocalDate withdrawnOn) {
    }

    /**
     * As of a day on which it was there; null: as it stands.
     *
     * @param visible the persons that the viewer may see
     */
    static DeliveryRepresentation of(Delivery delivery, LocalDate day, Label label, Predicate<UUID> visible) {
        List<Step> steps = delivery.stepsUntil(day);
        Step last = steps.get(steps.size() - 1);
        Figure figure = delivery.figure();
        Received received = delivery.claimOn(day).map(claim -> new Received(claim.quantity(), claim.money(), claim.disclosedDay(),
                claim.source(), Reference.to(claim.person(), visible), claim.notedOn())).orElse(null);
        return new DeliveryRepresentation(delivery.id(), delivery.commitment(), delivery.party(), delivery.recipient(),
                delivery.series(), last.stage(),
                steps.stream().map(step -> new Stage(step.stage(), step.disclosedDay(), step.evidence())).toList(),
                figure.quantity(), figure.money(), delivery.overDelivery(), delivery.note(),
                new BothClaims(delivery.confirmationOn(day), new Given(figure.quantity(), figure.money(), last.disclosedDay()),
                        received),
                delivery.withdrawnOn() == null ? null : new Withdrawn(delivery.withdrawalReason(), delivery.withdrawnOn()),
                label.representation(), delivery.version());
    }

    /** None where amounts are hidden: from a number that is passed over it could be told that they were changed. */
    @Override
    public Long version() {
        return hidesAmounts() ? null : version;
    }

    boolean hidesAmounts() {
        return new Figure(quantity, money).undisclosed() == Undisclosed.NOT_RELEASED;
    }

    /** Whether it names a person who is not released to the viewer; the recipient, who sees how much, needs the version all the same. */
    boolean hidesAPerson() {
        return confirmation.recipient() != null && Reference.NOT_RELEASED.equals(confirmation.recipient().person());
    }
}
