package org.surety.commitments.delivery;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.surety.contracts.Money;
import org.surety.contracts.Quantity;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What was delivered of a commitment.
 *
 * @param delivered handed over, deployed or paid, as the giver says
 * @param confirmed the same, as the recipients say
 * @param contested of how many giver and recipient state different figures
 * @param unconfirmed of how many the recipient has said nothing
 * @param onTheWay how many are prepared or dispatched
 * @param overDelivered whether it is more than was promised, as the giver says
 */
public record DeliverySummary(Sum delivered, Sum confirmed, int contested, int unconfirmed, int onTheWay, boolean overDelivered) {

    /**
     * What can be summed.
     *
     * @param quantity absent: of none a quantity is stated
     * @param money absent: of none an amount is stated
     * @param undisclosed how many are in neither sum
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Sum(Quantity quantity, Money money, int undisclosed) {

        private static Sum of(List<Figure> figures) {
            return new Sum(sum(figures, true, Quantity::of), sum(figures, false, Money::of),
                    (int) figures.stream().filter(figure -> figure.number() == null).count());
        }

        private static <T> T sum(List<Figure> figures, boolean counted, BiFunction<BigDecimal, String, T> value) {
            List<Figure> stated = figures.stream().filter(figure -> figure.isOfQuantity() == counted && figure.number() != null)
                    .toList();
            return stated.isEmpty()
                    ? null
                    : value.apply(stated.stream().map(Figure::number).reduce(BigDecimal.ZERO, BigDecimal::add),
                            stated.get(0).measure());
        }
    }

    /** Of the deliveries that stand, as of a day; null: as they stand. Null when there is none. */
    static DeliverySummary of(Promise promise, List<Delivery> standing, LocalDate day) {
        List<Delivery> there = standing.stream().filter(one -> one.stageOn(day).isPresent()).toList();
        if (there.isEmpty()) {
            return null;
        }
        List<Delivery> arrived = there.stream().filter(one -> one.stageOn(day).orElseThrow().counts()).toList();
        Sum delivered = Sum.of(arrived.stream().map(Delivery::figure).toList());
        Sum confirmed = Sum.of(arrived.stream().flatMap(one -> one.claimOn(day).stream()).map(Claim::figure).toList());
        Function<Confirmation, Integer> count = status -> (int) arrived.stream()
                .filter(one -> one.confirmationOn(day) == status).count();
        return new DeliverySummary(delivered, confirmed, count.apply(Confirmation.CONTESTED), count.apply(Confirmation.UNCONFIRMED),
                there.size() - arrived.size(), exceeds(promise, delivered));
    }

    private static boolean exceeds(Promise promise, Sum delivered) {
        return isMore(delivered.quantity() == null ? null : delivered.quantity().quantity(),
                promise.quantity() == null ? null : promise.quantity().quantity())
                || isMore(delivered.money() == null ? null : delivered.money().amount(),
                        promise.money() == null ? null : promise.money().amount());
    }

    private static boolean isMore(BigDecimal delivered, BigDecimal promised) {
        return delivered != null && promised != null && delivered.compareTo(promised) > 0;
    }
}
