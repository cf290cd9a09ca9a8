package org.surety.commitments.delivery;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.surety.commitments.commitment.ActRules;
import org.surety.commitments.commitment.AmountRules;
import org.surety.contracts.DisclosedDay;
import org.surety.contracts.Series;
import org.surety.contracts.Source;
import org.surety.contracts.Undisclosed;
import org.surety.kit.problem.Violations;

/**
 * What may be said of the deliveries of one commitment. What stands counts against the promise from the first stage on: what is on its way
 * is not free to be promised to somebody else. More than was promised is refused, unless it is stated as over-delivery.
 *
 * @param standing those that were not withdrawn, without the one that is looked at
 */
record DeliveryRules(Promise promise, List<Delivery> standing, LocalDate today) {

    /** What the giver states; the recipient is looked at elsewhere. */
    Violations check(DeliveryStatement said) {
        Violations violations = new Violations().check(said.stage() != null, "stage", "must be stated");
        figure(said.figure(), said.overDelivery(), violations);
        return description(said.day(), null, said.evidence(), said.note(), violations);
    }

    /** What the giver says anew of the delivery, as far as it is not what it has said. */
    Violations check(DeliveryCorrection said, Delivery delivery) {
        Violations violations = new Violations();
        boolean counted = delivery.figure().isOfQuantity();
        violations.check(counted == (said.quantity() != null) && counted == (said.money() == null), counted ? "quantity" : "money",
                "must stay what was delivered; withdraw the delivery to state another thing");
        if (violations.found().isEmpty()) {
            figure(said.figure(), said.overDelivery(), violations);
        }
        List<Step> steps = delivery.steps();
        return description(said.day(), latestDay(steps.subList(0, steps.size() - 1)), said.evidence(), said.note(), violations);
    }

    /** A step forward. */
    static Violations check(Movement to, Delivery delivery, LocalDate today) {
        Violations violations = new Violations().check(to.stage() != null, "stage", "must be stated");
        // The same step again is compared with the ones before it.
        List<Step> before = delivery.stage() == to.stage()
                ? delivery.steps().subList(0, delivery.steps().size() - 1)
                : delivery.steps();
        day(to.day(), latestDay(before), delivery.series(), today, violations);
        evidence(to.evidence(), violations);
        return violations;
    }

    /** What the recipient says: of the same thing, in the same measure. */
    static Violations check(Receipt said, Delivery delivery, LocalDate today) {
        Violations violations = new Violations();
        Figure given = delivery.figure();
        String field = given.isOfQuantity() ? "quantity" : "money";
        violations.check(given.isOfQuantity() == (said.quantity() != null) && given.isOfQuantity() == (said.money() == null), field,
                "must be stated or undisclosed, as the giver says " + (given.isOfQuantity() ? "a quantity" : "money"));
        if (violations.found().isEmpty()) {
            amount(said.figure(), violations);
            measure(said.figure(), given.measure(), violations);
        }
        day(said.day(), null, delivery.series(), today, violations);
        return violations.optionalText(said.source(), "source", Violations.MAX_TEXT);
    }

    /** Whether the deliveries that stand keep a promise that is said anew. */
    Violations checkPromise() {
        Violations violations = new Violations();
        for (boolean counted : List.of(true, false)) {
            List<Figure> delivered = standing.stream().filter(one -> one.figure().isOfQuantity() == counted).map(Delivery::figure)
                    .toList();
            if (!delivered.isEmpty()) {
                keep(counted, delivered, violations);
            }
        }
        return violations;
    }

    private void keep(boolean counted, List<Figure> delivered, Violations violations) {
        String field = counted ? "quantity" : "money";
        Figure promised = promised(counted);
        if (promised == null) {
            violations.check(false, field, "must stay: there are deliveries of it");
            return;
        }
        String measure = delivered.stream().map(Figure::measure).filter(Objects::nonNull).findFirst().orElse(null);
        violations.check(measure == null || promised.measure() == null || measure.equals(promised.measure()), measureOf(counted),
                "must stay " + measure + ": there are deliveries in it");
        BigDecimal sum = standing.stream().filter(one -> one.figure().isOfQuantity() == counted && !one.overDelivery())
                .map(one -> one.figure().number()).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
        violations.check(promised.number() == null || sum.compareTo(promised.number()) <= 0, numberOf(counted),
                "must not be less than the " + sum.toPlainString() + " that are delivered or on their way, but for over-delivery");
    }

    private void figure(Figure said, boolean overDelivery, Violations violations) {
        boolean oneThing = (said.quantity() == null) != (said.money() == null);
        violations.check(oneThing, "quantity",
                "must be stated, or money instead; undisclosed for a reason where it cannot be told");
        if (!oneThing) {
            return;
        }
        boolean counted = said.isOfQuantity();
        Figure promised = promised(counted);
        if (promised == null) {
            violations.check(false, counted ? "quantity" : "money",
                    "is not what was promised: the commitment states " + (counted ? "money" : "a quantity"));
            return;
        }
        amount(said, violations);
        violations.check(said.number() == null || said.number().signum() > 0, numberOf(counted), "must be more than 0");
        measure(said, promised.measure() != null ? promised.measure() : measureInUse(counted), violations);
        if (said.number() != null && promised.number() != null && !overDelivery) {
            BigDecimal sum = standing.stream().map(Delivery::figure).filter(one -> one.isOfQuantity() == counted)
                    .map(Figure::number).filter(Objects::nonNull).reduce(said.number(), BigDecimal::add);
            violations.check(sum.compareTo(promised.number()) <= 0, numberOf(counted), "makes " + sum.toPlainString()
                    + " in all, and " + promised.number().toPlainString()
                    + " are promised; state overDelivery if it is more than was promised");
        }
    }

    /** Null where no such thing is promised. */
    private Figure promised(boolean counted) {
        if (counted) {
            return promise.quantity() == null ? null : new Figure(promise.quantity(), null);
        }
        return promise.money() == null ? null : new Figure(null, promise.money());
    }

    private String measureInUse(boolean counted) {
        return standing.stream().map(Delivery::figure).filter(one -> one.isOfQuantity() == counted).map(Figure::measure)
                .filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static void amount(Figure said, Violations violations) {
        AmountRules.quantity(said.quantity(), "quantity", violations);
        AmountRules.money(said.money(), "money", violations);
    }

    /** Undisclosed ones need not name it. */
    private static void measure(Figure said, String required, Violations violations) {
        violations.check(required == null || said.measure() == null || said.measure().equals(required),
                measureOf(said.isOfQuantity()), "must be " + required);
    }

    private static String measureOf(boolean counted) {
        return counted ? "quantity.unit" : "money.currency";
    }

    private static String numberOf(boolean counted) {
        return counted ? "quantity.quantity" : "money.amount";
    }

    private Violations description(DisclosedDay day, LocalDate notBefore, List<Source> evidence, String note,
            Violations violations) {
        day(day, notBefore, promise.series(), today, violations);
        evidence(evidence, violations);
        return violations.optionalText(note, "note", Violations.MAX_TEXT);
    }

    private static void evidence(List<Source> evidence, Violations violations) {
        AmountRules.sources(evidence, "evidence", violations);
    }

    /** An exercise plays in its own calendar; what is real has been done when it is recorded. */
    private static void day(DisclosedDay day, LocalDate notBefore, Series series, LocalDate today, Violations violations) {
        violations.check(day != null, "day", "must be a day or the reason why it is undisclosed");
        if (day != null) {
            violations.check(day.undisclosed() != Undisclosed.NOT_RELEASED, "day",
                    "cannot be NOT_RELEASED: that is for answers alone")
                    .check(ActRules.isOrdinary(day.day()), "day", ActRules.ORDINARY)
                    .check(day.day() == null || series == Series.EXERCISE || !day.day().isAfter(today), "day",
                            "must not be in the future")
                    .check(day.day() == null || notBefore == null || !day.day().isBefore(notBefore), "day",
                            "must not be before " + notBefore + ", the day of an earlier stage");
        }
    }

    private static LocalDate latestDay(List<Step> steps) {
        return steps.stream().map(Step::day).filter(Objects::nonNull).reduce((one, next) -> next).orElse(null);
    }
}
