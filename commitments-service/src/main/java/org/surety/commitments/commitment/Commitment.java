package org.surety.commitments.commitment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.surety.commitments.commitment.CommitmentDescription.Period;
import org.surety.contracts.Basis;
import org.surety.contracts.CommitmentState.Decision;
import org.surety.contracts.DisclosedDay;
import org.surety.contracts.Domain;
import org.surety.contracts.Kind;
import org.surety.contracts.Money;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Quantity;
import org.surety.contracts.Series;
import org.surety.contracts.Source;
import org.surety.contracts.Undisclosed;
import org.surety.kit.label.Label;

/**
 * What a party promises. The ministry drafts it, and nobody outside sees the draft; it may be thrown away. Filing makes it a promise,
 * seen by whom its label releases it to: from then on it counts as pledged. The government decides, and it counts as committed. What was
 * filed never disappears: it is withdrawn, for a reason, and stays readable.
 */
@Entity
@Table(name = "commitment")
class Commitment {

    @Id
    private UUID id;

    @Version
    private long version = 1;

    /** Given by the database with the row; null until it is read again. */
    @Column(insertable = false, updatable = false)
    private Long number;

    private String party;

    @Enumerated(EnumType.STRING)
    private Series series;

    @Enumerated(EnumType.STRING)
    private Basis basis;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String category;
    private String title;

    @Column(name = "description")
    private String text;

    @Enumerated(EnumType.STRING)
    private PriorityCode priority;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Contribution> contributions;

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
    private BigDecimal euro;

    @Enumerated(EnumType.STRING)
    @Column(name = "euro_undisclosed")
    private Undisclosed euroUndisclosed;

    @Column(name = "starts_on")
    private LocalDate startsOn;

    @Column(name = "ends_on")
    private LocalDate endsOn;

    private String place;

    @Enumerated(EnumType.STRING)
    private Domain domain;

    @Column(name = "announced_on")
    private LocalDate announcedOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "announced_undisclosed")
    private Undisclosed announcedUndisclosed;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Source> sources;

    @Column(name = "package")
    private String group;

    @Column(name = "external_id")
    private String externalId;

    private String mapping;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "as_given")
    private Map<String, String> asGiven;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "decided_on")
    private LocalDate decidedOn;

    @Column(name = "effective_on")
    private LocalDate effectiveOn;

    @Column(name = "decision_source")
    private String decisionSource;

    @Column(name = "withdrawn_on")
    private LocalDate withdrawnOn;

    @Column(name = "withdrawal_reason")
    private String withdrawalReason;

    @Column(name = "filing_label")
    private String filingLabel;

    @Column(name = "audience_id")
    private int audience;

    protected Commitment() {
    }

    /** A new draft, which only its party sees. The description has been found to keep the rules. */
    static Commitment draft(UUID id, Pledge pledge, Series series, CommitmentDescription description) {
        Commitment commitment = new Commitment();
        commitment.id = id;
        commitment.party = pledge.party();
        commitment.series = series;
        commitment.basis = pledge.basis();
        commitment.externalId = pledge.externalId();
        commitment.state = State.DRAFT;
        commitment.take(description);
        return commitment;
    }

    /** Takes the new description; answers what changed, nothing when it says what was known. */
    List<String> amend(CommitmentDescription description) {
        requireAllowed("amendment");
        List<String> changed = description().differences(description);
        if (!description.label().ownedBy(party, series).key().equals(filingLabel)) {
            changed.add("label");
        }
        if (!changed.isEmpty()) {
            take(description);
        }
        return changed;
    }

    /** Makes the draft a promise under the label that was meant for it. */
    void file() {
        requireAllowed("filings");
        state = State.FILED;
    }

    /** Notes the government's decision; false when it is the one known. */
    boolean decide(Decision taken) {
        if (state == State.FILED && taken.equals(decision())) {
            return false;
        }
        requireAllowed("decisions");
        decidedOn = taken.decidedOn();
        effectiveOn = taken.effectiveOn();
        decisionSource = taken.source();
        return true;
    }

    /** Takes the promise back; false when it is taken back for this reason already. */
    boolean withdraw(String reason, LocalDate day) {
        if (state == State.WITHDRAWN && reason.equals(withdrawalReason)) {
            return false;
        }
        requireAllowed("withdrawals");
        state = State.WITHDRAWN;
        withdrawnOn = day;
        withdrawalReason = reason;
        return true;
    }

    /** Refuses to throw away what has been promised. */
    void requireDiscardable() {
        requireAllowed("deletion");
    }

    private void requireAllowed(String act) {
        List<String> allowed = allowedActs();
        if (!allowed.contains(act)) {
            throw CommitmentProblem.notAllowed(act, state.name(), allowed);
        }
    }

    /** What can be done with it now: the amendment, the deletion, and the acts by the names they have in a path. */
    List<String> allowedActs() {
        return switch (state) {
            case DRAFT -> List.of("amendment", "deletion", "filings");
            case FILED ->
                decidedOn == null ? List.of("amendment", "decisions", "withdrawals") : List.of("amendment", "withdrawals");
            case WITHDRAWN -> List.of();
        };
    }

    private void take(CommitmentDescription description) {
        kind = description.kind();
        category = description.category();
        title = description.title();
        text = description.text();
        priority = description.priority();
        contributions = description.contributions();
        Quantity promised = description.quantity();
        quantity = promised == null ? null : promised.quantity();
        quantityUndisclosed = promised == null ? null : promised.undisclosed();
        unit = promised == null ? null : promised.unit();
        Money value = description.money();
        money = value == null ? null : value.amount();
        moneyUndisclosed = value == null ? null : value.undisclosed();
        currency = value == null ? null : value.currency();
        Money inEuro = description.euroValue();
        euro = inEuro == null ? null : inEuro.amount();
        euroUndisclosed = inEuro == null ? null : inEuro.undisclosed();
        startsOn = description.period() == null ? null : description.period().from();
        endsOn = description.period() == null ? null : description.period().until();
        place = description.place();
        domain = description.domain();
        announcedOn = description.announcedOn() == null ? null : description.announcedOn().day();
        announcedUndisclosed = description.announcedOn() == null ? null : description.announcedOn().undisclosed();
        sources = description.sources();
        group = description.group();
        filingLabel = description.label().ownedBy(party, series).key();
    }

    CommitmentDescription description() {
        Quantity promised = quantity == null && quantityUndisclosed == null
                ? null
                : new Quantity(quantity, unit, quantityUndisclosed);
        Money value = money == null && moneyUndisclosed == null ? null : new Money(money, currency, moneyUndisclosed);
        Money inEuro = euro == null && euroUndisclosed == null
                ? null
                : new Money(euro, euro == null ? null : "EUR", euroUndisclosed);
        DisclosedDay announced = announcedOn == null && announcedUndisclosed == null
                ? null
                : new DisclosedDay(announcedOn, announcedUndisclosed);
        return new CommitmentDescription(kind, category, title, text, priority, new ArrayList<>(contributions), promised, value,
                inEuro,
                Period.of(startsOn, endsOn), place, domain, announced, new ArrayList<>(sources), group,
                Label.parse(filingLabel).representation());
    }

    Decision decision() {
        return decidedOn == null ? null : new Decision(decidedOn, effectiveOn, decisionSource);
    }

    Withdrawal withdrawal() {
        return withdrawnOn == null ? null : new Withdrawal(withdrawalReason, withdrawnOn);
    }

    /** Who may see it now. */
    Label label() {
        return state == State.DRAFT ? Label.national(party) : Label.parse(filingLabel);
    }

    /** Who may see it once filed. */
    Label filingLabel() {
        return Label.parse(filingLabel);
    }

    /** The row's audience, which is the one of {@link #label()}. */
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

    String party() {
        return party;
    }

    Series series() {
        return series;
    }

    Basis basis() {
        return basis;
    }

    String externalId() {
        return externalId;
    }

    String mapping() {
        return mapping;
    }

    Map<String, String> asGiven() {
        return asGiven;
    }

    State state() {
        return state;
    }
}
