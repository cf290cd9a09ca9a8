package org.surety.commitments.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.surety.contracts.DeliveryStage;
import org.surety.contracts.DisclosedDay;
import org.surety.contracts.Money;
import org.surety.contracts.Quantity;
import org.surety.contracts.Series;
import org.surety.contracts.Source;
import org.surety.contracts.Undisclosed;
import org.surety.kit.label.Label;
import org.surety.kit.problem.Problem;
import org.surety.kit.problem.Problem.Violation;
import org.surety.kit.problem.Violations;

class DeliveryTest {

    private static final LocalDate DAY = LocalDate.of(2026, 8, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 8, 20);
    private static final Promise TEN = promise(Quantity.of(10, "aircraft"), null);
    private static final Promise PAYMENT = promise(null, Money.of("1000.00", "EUR"));

    private static Promise promise(Quantity quantity, Money money) {
        return new Promise(UUID.randomUUID(), "XAA", Series.EXERCISE, Label.openToAll(), Label.openToAll(), quantity, money);
    }

    private static DeliveryStatement statement(DeliveryStage stage, Quantity quantity, Money money, boolean over) {
        return new DeliveryStatement("XAB", stage, DisclosedDay.of(DAY), quantity, money, over, null, null);
    }

    private static Delivery delivered(long aircraft, boolean over) {
        return Delivery.stated(TEN, statement(DeliveryStage.HANDED_OVER, Quantity.of(aircraft, "aircraft"), null, over), TODAY);
    }

    private static Delivery of(Quantity quantity, DeliveryStage stage) {
        return Delivery.stated(TEN, statement(stage, quantity, null, false), TODAY);
    }

    private static Claim claim(Quantity quantity, DisclosedDay day) {
        return new Receipt(quantity, null, day, null, null).claim(TODAY);
    }

    private static Claim received(long aircraft) {
        return claim(Quantity.of(aircraft, "aircraft"), DisclosedDay.of(DAY.plusDays(2)));
    }

    @Test
    void itMovesForwardAlone() {
        Delivery delivery = of(Quantity.of(4, "aircraft"), DeliveryStage.DISPATCHED);
        Movement handedOver = new Movement(DeliveryStage.HANDED_OVER, DisclosedDay.of(DAY.plusDays(3)), null);
        assertThat(delivery.move(handedOver, TODAY)).isTrue();
        assertThat(delivery.move(handedOver, TODAY.plusDays(1))).isFalse();
        assertThat(delivery.stage()).isEqualTo(DeliveryStage.HANDED_OVER);
        refused("moves forward alone, not to PREPARED. Allowed: movements to DEPLOYED, PAID.",
                () -> delivery.move(new Movement(DeliveryStage.PREPARED, DisclosedDay.of(DAY), null), TODAY));
        refused("moves forward alone, not to HANDED_OVER",
                () -> delivery.move(new Movement(DeliveryStage.HANDED_OVER, DisclosedDay.of(DAY.plusDays(4)), null), TODAY));
        assertThat(delivery.move(new Movement(DeliveryStage.PAID, DisclosedDay.undisclosed(Undisclosed.UNKNOWN), null), TODAY))
                .isTrue();
        refused("is PAID allows no movements. Allowed: correction, confirmations, withdrawals.",
                () -> delivery.move(new Movement(DeliveryStage.DEPLOYED, DisclosedDay.of(DAY), null), TODAY));
        assertThat(delivery.steps()).extracting(Step::stage).containsExactly(DeliveryStage.DISPATCHED, DeliveryStage.HANDED_OVER,
                DeliveryStage.PAID);
    }

    @Test
    void aDayThatIsNotKnownHadComeWhenItWasRecorded() {
        Delivery delivery = of(Quantity.of(4, "aircraft"), DeliveryStage.DISPATCHED);
        delivery.move(new Movement(DeliveryStage.HANDED_OVER, DisclosedDay.undisclosed(Undisclosed.UNKNOWN), null), TODAY);
        assertThat(delivery.stageOn(DAY.minusDays(1))).isEmpty();
        assertThat(delivery.stageOn(DAY)).contains(DeliveryStage.DISPATCHED);
        assertThat(delivery.stageOn(TODAY.minusDays(1))).contains(DeliveryStage.DISPATCHED);
        assertThat(delivery.stageOn(TODAY)).contains(DeliveryStage.HANDED_OVER);
        assertThat(delivery.stageOn(null)).contains(DeliveryStage.HANDED_OVER);
    }

    @Test
    void giverAndRecipientSayTwoThings() {
        Delivery delivery = delivered(10, false);
        assertThat(delivery.confirmationOn(null)).isEqualTo(Confirmation.UNCONFIRMED);
        assertThat(delivery.confirm(received(8))).isTrue();
        assertThat(delivery.confirm(received(8))).isFalse();
        assertThat(delivery.confirmationOn(null)).isEqualTo(Confirmation.CONTESTED);
        assertThat(delivery.confirmationOn(DAY.plusDays(1))).isEqualTo(Confirmation.UNCONFIRMED);
        assertThat(delivery.figure().number()).isEqualByComparingTo("10");
        assertThat(delivery.correct(correction(Quantity.of(new BigDecimal("8.0"), "aircraft"), DAY, false)))
                .containsExactly("quantity");
        assertThat(delivery.confirmationOn(null)).isEqualTo(Confirmation.CONFIRMED);
        assertThat(delivery.confirm(received(0))).isTrue();
        assertThat(delivery.confirmationOn(null)).isEqualTo(Confirmation.CONTESTED);
        assertThat(delivery.confirm(claim(Quantity.undisclosed(Undisclosed.WITHHELD, null), DisclosedDay.of(DAY)))).isTrue();
        assertThat(delivery.confirmationOn(null)).isEqualTo(Confirmation.CONFIRMED);
    }

    @Test
    void whatIsOnItsWayIsNotConfirmed() {
        Delivery delivery = of(Quantity.of(4, "aircraft"), DeliveryStage.DISPATCHED);
        refused("is DISPATCHED allows no confirmations. Allowed: correction, movements, withdrawals.",
                () -> delivery.confirm(received(4)));
    }

    @Test
    void nothingIsDoneToWhatIsWithdrawn() {
        Delivery delivery = delivered(10, false);
        assertThat(delivery.withdraw("counted twice", TODAY)).isTrue();
        assertThat(delivery.withdraw("counted twice", TODAY.plusDays(1))).isFalse();
        refused("is WITHDRAWN allows no withdrawals. Allowed: nothing.", () -> delivery.withdraw("another", TODAY));
        refused("allows no confirmations", () -> delivery.confirm(received(10)));
        refused("allows no correction", () -> delivery.correct(correction(Quantity.of(10, "aircraft"), DAY, false)));
        refused("allows no movements",
                () -> delivery.move(new Movement(DeliveryStage.PAID, DisclosedDay.of(DAY), null), TODAY));
    }

    @Test
    void aCorrectionSaysWhatChanged() {
        Delivery delivery = delivered(10, false);
        assertThat(delivery.correct(correction(Quantity.of(10, "aircraft"), DAY, false))).isEmpty();
        DeliveryCorrection all = new DeliveryCorrection(DisclosedDay.of(DAY.plusDays(1)), Quantity.of(9, "aircraft"), null, true,
                List.of(new Source(null, "bill of lading 4")), "one was sent back");
        assertThat(delivery.correct(all)).containsExactly("quantity", "overDelivery", "day", "evidence", "note");
        assertThat(delivery.last().notedOn()).isEqualTo(TODAY);
    }

    @Test
    void moreThanWasPromisedIsStatedOrRefused() {
        List<Delivery> eight = List.of(delivered(5, false), of(Quantity.of(3, "aircraft"), DeliveryStage.PREPARED));
        assertThat(fields(rules(TEN, eight).check(statement(DeliveryStage.PAID, Quantity.of(2, "aircraft"), null, false))))
                .isEmpty();
        Violations found = rules(TEN, eight).check(statement(DeliveryStage.PAID, Quantity.of(3, "aircraft"), null, false));
        assertThat(found.found()).containsExactly(new Violation("quantity.quantity",
                "makes 11 in all, and 10 are promised; state overDelivery if it is more than was promised"));
        assertThat(fields(rules(TEN, eight).check(statement(DeliveryStage.PAID, Quantity.of(3, "aircraft"), null, true))))
                .isEmpty();
        List<Delivery> over = List.of(delivered(8, false), delivered(5, true));
        assertThat(fields(rules(TEN, over).check(statement(DeliveryStage.PAID, Quantity.of(2, "aircraft"), null, false))))
                .containsExactly("quantity.quantity");
        assertThat(fields(rules(TEN, over).check(
                statement(DeliveryStage.PAID, Quantity.undisclosed(Undisclosed.WITHHELD, null), null, false)))).isEmpty();
        Promise unknown = promise(Quantity.undisclosed(Undisclosed.NOT_DECIDED, null), null);
        assertThat(fields(rules(unknown, over).check(statement(DeliveryStage.PAID, Quantity.of(99, "aircraft"), null, false))))
                .isEmpty();
        assertThat(fields(rules(unknown, over).check(statement(DeliveryStage.PAID, Quantity.of(99, "ships"), null, false))))
                .containsExactly("quantity.unit");
        assertThat(fields(rules(PAYMENT, List.of()).check(statement(DeliveryStage.PAID, null, Money.of("1000.01", "EUR"), false))))
                .containsExactly("money.amount");
    }

    @Test
    void itIsWhatWasPromisedInItsMeasure() {
        assertThat(fields(rules(TEN, List.of()).check(statement(DeliveryStage.PAID, null, null, false))))
                .containsExactly("quantity");
        assertThat(fields(rules(TEN, List.of())
                .check(statement(DeliveryStage.PAID, Quantity.of(1, "aircraft"), Money.of("1", "EUR"), false))))
                .containsExactly("quantity");
        assertThat(fields(rules(TEN, List.of()).check(statement(DeliveryStage.PAID, null, Money.of("1", "EUR"), false))))
                .containsExactly("money");
        assertThat(fields(rules(TEN, List.of()).check(statement(DeliveryStage.PAID, Quantity.of(1, "ships"), null, false))))
                .containsExactly("quantity.unit");
        assertThat(fields(rules(TEN, List.of()).check(statement(DeliveryStage.PAID, Quantity.of(0, "aircraft"), null, false))))
                .containsExactly("quantity.quantity");
        assertThat(fields(rules(PAYMENT, List.of()).check(statement(DeliveryStage.PAID, null, Money.of("1", "PLN"), false))))
                .containsExactly("money.currency");
        assertThat(fields(rules(TEN, List.of()).check(
                statement(null, Quantity.undisclosed(Undisclosed.NOT_RELEASED, null), null, false))))
                .containsExactly("stage", "quantity.undisclosed");
    }

    @Test
    void daysFollowTheStages() {
        Delivery delivery = of(Quantity.of(4, "aircraft"), DeliveryStage.DISPATCHED);
        assertThat(fields(movement(delivery, DAY.minusDays(1)))).containsExactly("day");
        assertThat(fields(movement(delivery, DAY))).isEmpty();
        assertThat(fields(DeliveryRules.check(new Movement(null, null, null), delivery, TODAY))).containsExactly("stage", "day");
        delivery.move(new Movement(DeliveryStage.HANDED_OVER, DisclosedDay.of(DAY.plusDays(5)), null), TODAY);
        assertThat(fields(rules(TEN, List.of()).check(correction(Quantity.of(4, "aircraft"), DAY.minusDays(1), false), delivery)))
                .containsExactly("day");
        assertThat(fields(rules(TEN, List.of()).check(correction(Quantity.of(4, "aircraft"), DAY, false), delivery))).isEmpty();
        Promise real = new Promise(UUID.randomUUID(), "FRA", Series.REAL, Label.openToAll(), Label.openToAll(), TEN.quantity(),
                null);
        assertThat(fields(new DeliveryRules(real, List.of(), DAY.minusDays(1))
                .check(statement(DeliveryStage.PAID, Quantity.of(1, "aircraft"), null, false)))).containsExactly("day");
    }

    private static Violations movement(Delivery delivery, LocalDate day) {
        return DeliveryRules.check(new Movement(DeliveryStage.HANDED_OVER, DisclosedDay.of(day), null), delivery, TODAY);
    }

    @Test
    void theRecipientSpeaksOfTheSameThing() {
        Delivery delivery = delivered(4, false);
        assertThat(fields(receipt(delivery, null, null))).containsExactly("quantity");
        assertThat(fields(receipt(delivery, null, Money.of("4", "EUR")))).containsExactly("quantity");
        assertThat(fields(receipt(delivery, Quantity.of(4, "ships"), null))).containsExactly("quantity.unit");
        assertThat(fields(receipt(delivery, Quantity.of(-1, "aircraft"), null))).containsExactly("quantity.quantity");
        assertThat(fields(receipt(delivery, Quantity.of(0, "aircraft"), null))).isEmpty();
        assertThat(fields(receipt(delivery, Quantity.of(40, "aircraft"), null))).isEmpty();
        assertThat(fields(DeliveryRules.check(new Receipt(Quantity.of(4, "aircraft"), null, null, "", null), delivery, TODAY)))
                .containsExactly("day");
        assertThat(
                fields(rules(TEN, List.of()).check(new DeliveryCorrection(DisclosedDay.of(DAY), null, Money.of("4", "EUR"), false,
                        null, null), delivery)))
                .containsExactly("quantity");
    }

    private static Violations receipt(Delivery delivery, Quantity quantity, Money money) {
        return DeliveryRules.check(new Receipt(quantity, money, DisclosedDay.of(DAY), null, null), delivery, TODAY);
    }

    @Test
    void aPromiseIsNotCutBelowItsDeliveries() {
        List<Delivery> standing = List.of(delivered(8, false), delivered(5, true));
        assertThat(fields(rules(TEN, standing).checkPromise())).isEmpty();
        assertThat(fields(rules(promise(Quantity.of(8, "aircraft"), null), standing).checkPromise())).isEmpty();
        assertThat(fields(rules(promise(Quantity.of(7, "aircraft"), null), standing).checkPromise()))
                .containsExactly("quantity.quantity");
        assertThat(fields(rules(promise(Quantity.of(8, "ships"), null), standing).checkPromise())).containsExactly("quantity.unit");
        assertThat(fields(rules(PAYMENT, standing).checkPromise())).containsExactly("quantity");
        assertThat(fields(rules(PAYMENT, List.of()).checkPromise())).isEmpty();
        assertThat(fields(rules(promise(Quantity.undisclosed(Undisclosed.WITHHELD, null), null), standing).checkPromise()))
                .isEmpty();
    }

    @Test
    void theSummaryCountsWhatHasArrived() {
        Delivery contested = delivered(6, false);
        contested.confirm(received(5));
        Delivery undisclosed = of(Quantity.undisclosed(Undisclosed.WITHHELD, null), DeliveryStage.DEPLOYED);
        undisclosed.confirm(received(2));
        List<Delivery> standing = List.of(contested, undisclosed, delivered(3, false),
                of(Quantity.of(1, "aircraft"), DeliveryStage.PREPARED));
        DeliverySummary summary = DeliverySummary.of(TEN, standing, null);
        assertThat(summary).isEqualTo(new DeliverySummary(new DeliverySummary.Sum(Quantity.of(9, "aircraft"), null, 1),
                new DeliverySummary.Sum(Quantity.of(7, "aircraft"), null, 0), 1, 1, 1, false));
        assertThat(DeliverySummary.of(TEN, standing, DAY).unconfirmed()).isEqualTo(3);
        assertThat(DeliverySummary.of(TEN, standing, DAY).confirmed()).isEqualTo(new DeliverySummary.Sum(null, null, 0));
        assertThat(DeliverySummary.of(TEN, standing, DAY.minusDays(1))).isNull();
        assertThat(DeliverySummary.of(promise(Quantity.of(8, "aircraft"), null), standing, null).overDelivered()).isTrue();
    }

    private static DeliveryRules rules(Promise promise, List<Delivery> standing) {
        return new DeliveryRules(promise, standing, TODAY);
    }

    private static DeliveryCorrection correction(Quantity quantity, LocalDate day, boolean over) {
        return new DeliveryCorrection(DisclosedDay.of(day), quantity, null, over, null, null);
    }

    private static List<String> fields(Violations violations) {
        return violations.found().stream().map(Violation::field).toList();
    }

    private static void refused(String detail, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.getDetail()).contains(detail));
    }
}
