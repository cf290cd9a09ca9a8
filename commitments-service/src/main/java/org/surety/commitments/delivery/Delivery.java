package org.surety.commitments.delivery;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.surety.contracts.DeliveryStage;
import org.surety.contracts.Money;
import org.surety.contracts.Quantity;
import org.surety.contracts.Series;
import org.surety.contracts.Undisclosed;

/**
 * A part of what was promised, on its way or delivered. The giver states it, moves it forward from stage to stage, corrects what it said and
 * may take it back. Once it is delivered the recipient says what it received; neither claim replaces the other.
 */
@Entity
@Table(name = "delivery")
class Delivery {

    @Id
    private UUID id;

    @Version
    private long version = 1;

    /** Given by the database with the row; null until it is read again. */
    @Column(insertable = false, updatable = false)
    private Long number;

    @Column(name = "commitment_id")
    private UUID commitment;

    private String party;
    private String recipient;

    @Enumerated(EnumType.STRING)
    private Series series;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Step> steps;

    private BigDecimal quantity;

    @Enumerated(EnumType.STRING)
    @Column(name = "quantity_undisclosed")
    private Undisclosed quantityUndisclosed;

    private String unit;
    private BigDecimal money;

    @Enumerated(EnumType.STRING)
    @Column(name = "money_undisclosed")
    private Undisclosed moneyUndisclosed;

    private String currency;

    @Column(name = "over_delivery")
    private boolean overDelivery;

    private String note;

    @JdbcTypeCode(SqlTypes.JSON)
    private Claim claim;

    @Column(name = "withdrawn_on")
    private LocalDate withdrawnOn;

    @Column(name = "withdrawal_reason")
    private String withdrawalReason;

    @Column(name = "audience_id")
    private int audience;

    protected Delivery() {
    }

    /** A delivery as its giver states it. The statement has been found to keep the rules. */
    static Delivery stated(Promise promise, DeliveryStatement said, LocalDate today) {
        Delivery delivery = new Delivery();
        delivery.id = UUID.randomUUID();
        delivery.commitment = promise.commitment();
        delivery.party = promise.party();
        delivery.recipient = said.recipient();
        delivery.series = promise.series();
        delivery.steps = List.of(Step.of(said.stage(), said.day(), said.evidence(), today));
        delivery.take(said.figure());
        delivery.overDelivery = said.overDelivery();
        delivery.note = said.note();
        return delivery;
    }

    /** Moves it forward; false when it is there already, as is said. */
    boolean move(Movement to, LocalDate today) {
        if (withdrawnOn == null && last().agreesWith(to.stage(), to.day(), to.evidence())) {
            return false;
        }
        requireAllowed("movements");
        if (to.stage().compareTo(stage()) <= 0) {
            throw DeliveryProblem.noWayTo(to.stage(), stage());
        }
        steps = new ArrayList<>(steps);
        steps.add(Step.of(to.stage(), to.day(), to.evidence(), today));
        return true;
    }

    /** Takes what the giver says anew of it and of its last step; answers what changed, nothing when it says what was known. */
    List<String> correct(DeliveryCorrection said) {
        List<String> changed = new ArrayList<>();
        if (!figure().agreesWith(said.figure())) {
            changed.add(figure().isOfQuantity() ? "quantity" : "money");
        }
        note(changed, "overDelivery", overDelivery, said.overDelivery());
        note(changed, "day", last().disclosedDay(), said.day());
        note(changed, "evidence", last().evidence(), said.evidence());
        note(changed, "note", note, said.note());
        if (withdrawnOn != null || !changed.isEmpty()) {
            requireAllowed("correction");
            take(said.figure());
            overDelivery = said.overDelivery();
            note = said.note();
            steps = new ArrayList<>(steps);
            steps.set(steps.size() - 1, Step.of(stage(), said.day(), said.evidence(), last().notedOn()));
        }
        return changed;
    }

    private static void note(List<String> changed, String field, Object here, Object there) {
        if (!Objects.equals(here, there)) {
            changed.add(field);
        }
    }

    /** Takes what the recipient says; false when it said so before. */
    boolean confirm(Claim said) {
        if (withdrawnOn == null && claim != null && claim.agreesWith(said)) {
            return false;
        }
        requireAllowed("confirmations");
        claim = said;
        return true;
    }

    /** Takes the giver's claim back; false when it was taken back for this reason. */
    boolean withdraw(String reason, LocalDate day) {
        if (withdrawnOn != null && reason.equals(withdrawalReason)) {
            return false;
        }
        requireAllowed("withdrawals");
        withdrawnOn = day;
        withdrawalReason = reason;
        return true;
    }

    private void requireAllowed(String act) {
        List<String> allowed = allowedActs();
        if (!allowed.contains(act)) {
            throw DeliveryProblem.notAllowed(act, withdrawnOn == null ? stage().name() : "WITHDRAWN", allowed);
        }
    }

    private List<String> allowedActs() {
        if (withdrawnOn != null) {
            return List.of();
        }
        List<String> allowed = new ArrayList<>(List.of("correction"));
        if (stage().counts()) {
            allowed.add("confirmations");
        }
        if (stage() != DeliveryStage.PAID) {
            allowed.add("movements");
        }
        allowed.add("withdrawals");
        return allowed;
    }

    private void take(Figure figure) {
        Quantity counted = figure.quantity();
        quantity = counted == null ? null : counted.quantity();
        quantityUndisclosed = counted == null ? null : counted.undisclosed();
        unit = counted == null ? null : counted.unit();
        Money value = figure.money();
        money = value == null ? null : value.amount();
        moneyUndisclosed = value == null ? null : value.undisclosed();
        currency = value == null ? null : value.currency();
    }

    /** What the giver says. */
    Figure figure() {
        return quantity == null && quantityUndisclosed == null
                ? new Figure(null, new Money(money, currency, moneyUndisclosed))
                : new Figure(new Quantity(quantity, unit, quantityUndisclosed), null);
    }

    /** The stage that it had reached on a day; null: as it stands. Empty: none by then. */
    Optional<DeliveryStage> stageOn(LocalDate day) {
        return stepsUntil(day).stream().reduce((one, next) -> next).map(Step::stage);
    }

    List<Step> stepsUntil(LocalDate day) {
        List<Step> done = new ArrayList<>();
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (day == null || !done.isEmpty() || !steps.get(i).since().isAfter(day)) {
                done.add(0, steps.get(i));
            }
        }
        return done;
    }

    /** What the recipient says, as far as it is about that day or an earlier one; null: as it stands. */
    Optional<Claim> claimOn(LocalDate day) {
        return Optional.ofNullable(claim).filter(said -> day == null || !said.since().isAfter(day));
    }

    Confirmation confirmationOn(LocalDate day) {
        return claimOn(day).map(said -> said.figure().contradicts(figure()) ? Confirmation.CONTESTED : Confirmation.CONFIRMED)
                .orElse(Confirmation.UNCONFIRMED);
    }

    /** Whether it counts for anything. */
    boolean stands() {
        return withdrawnOn == null;
    }

    /** The row's audience, which is the one of its commitment. */
    void showTo(int audience) {
        this.audience = audience;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    Long number() {
        return number;
    }

    UUID commitment() {
        return commitment;
    }

    String party() {
        return party;
    }

    String recipient() {
        return recipient;
    }

    Series series() {
        return series;
    }

    DeliveryStage stage() {
        return last().stage();
    }

    Step last() {
        return steps.get(steps.size() - 1);
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    boolean overDelivery() {
        return overDelivery;
    }

    String note() {
        return note;
    }

    Claim claim() {
        return claim;
    }

    LocalDate withdrawnOn() {
        return withdrawnOn;
    }

    String withdrawalReason() {
        return withdrawalReason;
    }

    int audience() {
        return audience;
    }
}
