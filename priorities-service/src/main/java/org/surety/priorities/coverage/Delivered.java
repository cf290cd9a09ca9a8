package org.surety.priorities.coverage;

import java.math.BigDecimal;
import java.util.List;

import org.surety.priorities.assessment.DeliveredAs;
import org.surety.priorities.stating.Quantities;

/**
 * What was handed over, deployed or paid, beside what is promised: it raises none of the stages.
 *
 * @param quantity the sum of what givers say and disclose
 * @param undisclosed of the deliveries, how many state no quantity to this viewer: they are in no sum
 * @param deliveries how many there are
 * @param notAttributable of these, how many cannot be told to be of this requirement and how much: they are in no sum
 * @param confirmed what the recipients say of these deliveries
 * @param contested where giver and recipient say different things
 */
record Delivered(BigDecimal quantity, long undisclosed, long deliveries, long notAttributable, Confirmed confirmed,
        Contested contested) {

    static final String RULE = "What givers say was handed over, deployed or paid, from that day on - from the day of its recording where the"
            + " day is not disclosed - unless it was withdrawn, whatever became of the promise. Where a commitment contributes to several"
            + " requirements, or what was delivered is in another unit or currency than the requirement, it is counted in notAttributable and"
            + " is in no sum. confirmed is what the recipients say they received; contested is by how much the two differ. It raises no stage.";

    /**
     * @param quantity the sum of what recipients say they received
     * @param undisclosed of the deliveries, for how many it is not disclosed to this viewer
     * @param deliveries of how many they say anything
     */
    record Confirmed(BigDecimal quantity, long undisclosed, long deliveries) {
    }

    /**
     * @param quantity by how much the figures differ, in either direction
     * @param deliveries in how many
     */
    record Contested(BigDecimal quantity, long deliveries) {
    }

    static Delivered of(List<CoverageSum> contributed) {
        Sum given = Sum.of(DeliveredAs.DELIVERED, contributed);
        Sum apart = Sum.of(DeliveredAs.DELIVERED_NOT_ATTRIBUTABLE, contributed);
        Sum received = Sum.of(DeliveredAs.DELIVERY_CONFIRMED, contributed);
        Sum contested = Sum.of(DeliveredAs.DELIVERY_CONTESTED, contributed);
        return new Delivered(given.quantity, given.undisclosed, given.deliveries + apart.deliveries, apart.deliveries,
                new Confirmed(received.quantity, received.undisclosed, received.deliveries),
                new Contested(contested.quantity, contested.deliveries));
    }

    private record Sum(BigDecimal quantity, long undisclosed, long deliveries) {

        static Sum of(DeliveredAs as, List<CoverageSum> contributed) {
            List<CoverageSum> sums = contributed.stream().filter(sum -> sum.what().equals(as.name())).toList();
            return new Sum(Quantities.plain(sums.stream().map(CoverageSum::quantity).reduce(BigDecimal.ZERO, BigDecimal::add)),
                    sums.stream().mapToLong(CoverageSum::undisclosed).sum(),
                    sums.stream().mapToLong(CoverageSum::commitments).sum());
        }
    }
}
