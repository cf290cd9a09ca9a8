package org.surety.commitments.delivery;

import java.time.LocalDate;
import java.util.List;

import org.surety.contracts.DeliveryState;
import org.surety.kit.label.Label;
import org.surety.kit.log.NewChange;
import org.surety.kit.log.Reason;

/** Turns what happened to a delivery into the contract's record. */
final class DeliveryEvents {

    private DeliveryEvents() {
    }

    static NewChange stated(Delivery delivery, Label label) {
        return change("delivery.stated", delivery, label, delivery.last().since());
    }

    static NewChange moved(Delivery delivery, Label label) {
        return change("delivery.moved", delivery, label, delivery.last().since()).changing(List.of("steps"), Reason.NEW_FACT);
    }

    static NewChange corrected(Delivery delivery, Label label, List<String> changed) {
        return change("delivery.corrected", delivery, label, delivery.last().since()).changing(changed, Reason.CORRECTION);
    }

    /** The label of the commitment changed, and this one with it. */
    static NewChange released(Delivery delivery, Label label, LocalDate day) {
        return change("delivery.corrected", delivery, label, day).changing(List.of("label"), Reason.NEW_FACT);
    }

    static NewChange confirmed(Delivery delivery, Label label, boolean anew) {
        return change("delivery.confirmed", delivery, label, delivery.claim().since()).changing(List.of("claim"),
                anew ? Reason.CORRECTION : Reason.NEW_FACT);
    }

    static NewChange withdrawn(Delivery delivery, Label label) {
        return change("delivery.withdrawn", delivery, label, delivery.withdrawnOn()).changing(List.of("withdrawal"),
                Reason.CORRECTION);
    }

    private static NewChange change(String type, Delivery delivery, Label label, LocalDate day) {
        return NewChange.of(type, delivery.id(), delivery.version(), state(delivery), label, day);
    }

    private static DeliveryState state(Delivery delivery) {
        Figure figure = delivery.figure();
        Claim claim = delivery.claim();
        return new DeliveryState(delivery.id(), delivery.commitment(), delivery.party(), delivery.recipient(), delivery.series(),
                delivery.stage(),
                delivery.steps().stream().map(step -> new DeliveryState.Step(step.stage(), step.disclosedDay())).toList(),
                figure.quantity(), figure.money(), delivery.overDelivery(), delivery.confirmationOn(null).name(),
                claim == null
                        ? null
                        : new DeliveryState.Claim(claim.quantity(), claim.money(), claim.disclosedDay(), claim.person()),
                delivery.withdrawnOn());
    }
}
