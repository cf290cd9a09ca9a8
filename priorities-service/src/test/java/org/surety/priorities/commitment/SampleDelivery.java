package org.surety.priorities.commitment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.surety.contracts.DeliveryStage;
import org.surety.contracts.DeliveryState;
import org.surety.contracts.DisclosedDay;
import org.surety.contracts.Quantity;
import org.surety.contracts.Series;
import org.surety.contracts.Undisclosed;

/**
 * A version of a delivery from XAA to XAC, as its change says it. Each act gives the next version.
 *
 * @param recordedOn the day on which this change was recorded
 */
public record SampleDelivery(UUID id, long version, String type, UUID commitment, List<DeliveryState.Step> steps, Quantity quantity,
        DeliveryState.Claim claim, LocalDate withdrawnOn, LocalDate recordedOn) {

    /** Recorded on the day on which it was handed over. */
    public static SampleDelivery handedOver(UUID commitment, String quantity, String unit, LocalDate day) {
        return stated(commitment, Quantity.of(new BigDecimal(quantity), unit), DeliveryStage.HANDED_OVER, DisclosedDay.of(day),
                day);
    }

    public static SampleDelivery stated(UUID commitment, Quantity quantity, DeliveryStage stage, DisclosedDay day,
            LocalDate recordedOn) {
        return new SampleDelivery(UUID.randomUUID(), 1, "delivery.stated", commitment, List.of(new DeliveryState.Step(stage, day)),
                quantity, null, null, recordedOn);
    }

    public DeliveryStage stage() {
        return steps.get(steps.size() - 1).stage();
    }

    public SampleDelivery moved(DeliveryStage stage, DisclosedDay day, LocalDate recordedOn) {
        List<DeliveryState.Step> further = new ArrayList<>(steps);
        further.add(new DeliveryState.Step(stage, day));
        return next("delivery.moved", further, quantity, claim, withdrawnOn, recordedOn);
    }

    /** Another quantity, and another day of the last step. */
    public SampleDelivery corrected(Quantity to, DisclosedDay day, LocalDate recordedOn) {
        List<DeliveryState.Step> corrected = new ArrayList<>(steps);
        corrected.set(steps.size() - 1, new DeliveryState.Step(stage(), day));
        return next("delivery.corrected", corrected, to, claim, withdrawnOn, recordedOn);
    }

    /** On that day, and recorded on it. */
    public SampleDelivery received(String quantity, LocalDate day) {
        return received(new BigDecimal(quantity), DisclosedDay.of(day), day);
    }

    /** @param received null: not disclosed */
    public SampleDelivery received(BigDecimal received, DisclosedDay day, LocalDate recordedOn) {
        Quantity said = received == null
                ? Quantity.undisclosed(Undisclosed.WITHHELD, null)
                : Quantity.of(received, quantity.unit());
        return next("delivery.confirmed", steps, quantity, new DeliveryState.Claim(said, null, day, null), withdrawnOn, recordedOn);
    }

    public SampleDelivery withdrawn(LocalDate day) {
        return next("delivery.withdrawn", steps, quantity, claim, day, day);
    }

    private SampleDelivery next(String act, List<DeliveryState.Step> steps, Quantity quantity, DeliveryState.Claim claim,
            LocalDate withdrawnOn, LocalDate recordedOn) {
        return new SampleDelivery(id, version + 1, act, commitment, steps, quantity, claim, withdrawnOn, recordedOn);
    }

    public DeliveryState state() {
        return new DeliveryState(id, commitment, "XAA", "XAC", Series.EXERCISE, stage(), steps, quantity, null, false,
                "UNCONFIRMED",
                claim, withdrawnOn);
    }
}
