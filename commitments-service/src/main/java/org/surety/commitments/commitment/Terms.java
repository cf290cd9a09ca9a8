package org.surety.commitments.commitment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.surety.commitments.caveat.Caveat;
import org.surety.commitments.commitment.CommitmentDescription.Period;
import org.surety.commitments.condition.Condition;
import org.surety.commitments.trigger.Trigger;
import org.surety.contracts.DisclosedDay;
import org.surety.contracts.DisclosedText;
import org.surety.contracts.Domain;
import org.surety.contracts.Kind;
import org.surety.contracts.Money;
import org.surety.contracts.Particulars;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Quantity;
import org.surety.contracts.Relations;
import org.surety.contracts.Source;
import org.surety.contracts.Undisclosed;
import org.surety.kit.label.Label;

/** What a commitment says, as columns of its row: each value that can be absent has a column for the reason beside it. */
@Embeddable
class Terms {

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

    @Enumerated(EnumType.STRING)
    @Column(name = "starts_undisclosed")
    private Undisclosed startsUndisclosed;

    @Column(name = "ends_on")
    private LocalDate endsOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "ends_undisclosed")
    private Undisclosed endsUndisclosed;

    private String place;

    @Enumerated(EnumType.STRING)
    @Column(name = "place_undisclosed")
    private Undisclosed placeUndisclosed;

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

    @Column(name = "point_of_contact")
    private UUID pointOfContact;

    private UUID instrument;
    @JdbcTypeCode(SqlTypes.JSON)
    private List<UUID> approvals;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Caveat> caveats;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Condition> conditions;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Trigger> triggers;

    @JdbcTypeCode(SqlTypes.JSON)
    private Relations relations;

    @JdbcTypeCode(SqlTypes.JSON)
    private Particulars particulars;

    protected Terms() {
    }

    static Terms of(CommitmentDescription description) {
        Terms terms = new Terms();
        terms.kind = description.kind();
        terms.category = description.category();
        terms.title = description.title();
        terms.text = description.text();
        terms.priority = description.priority();
        terms.contributions = description.contributions();
        Quantity promised = description.quantity();
        terms.quantity = promised == null ? null : promised.quantity();
        terms.quantityUndisclosed = promised == null ? null : promised.undisclosed();
        terms.unit = promised == null ? null : promised.unit();
        Money value = description.money();
        terms.money = value == null ? null : value.amount();
        terms.moneyUndisclosed = value == null ? null : value.undisclosed();
        terms.currency = value == null ? null : value.currency();
        Money inEuro = description.euroValue();
        terms.euro = inEuro == null ? null : inEuro.amount();
        terms.euroUndisclosed = inEuro == null ? null : inEuro.undisclosed();
        DisclosedDay from = description.period() == null ? null : description.period().from();
        terms.startsOn = from == null ? null : from.day();
        terms.startsUndisclosed = from == null ? null : from.undisclosed();
        DisclosedDay until = description.period() == null ? null : description.period().until();
        terms.endsOn = until == null ? null : until.day();
        terms.endsUndisclosed = until == null ? null : until.undisclosed();
        terms.place = description.place() == null ? null : description.place().text();
        terms.placeUndisclosed = description.place() == null ? null : description.place().undisclosed();
        terms.domain = description.domain();
        terms.announcedOn = description.announcedOn() == null ? null : description.announcedOn().day();
        terms.announcedUndisclosed = description.announcedOn() == null ? null : description.announcedOn().undisclosed();
        terms.sources = description.sources();
        terms.group = description.group();
        terms.pointOfContact = description.pointOfContact();
        terms.instrument = description.instrument();
        terms.approvals = description.approvals();
        terms.caveats = description.caveats();
        terms.conditions = description.conditions();
        terms.triggers = description.triggers();
        terms.relations = description.relations();
        terms.particulars = description.particulars();
        return terms;
    }

    LocalDate announcedOn() {
        return announcedOn;
    }

    UUID pointOfContact() {
        return pointOfContact;
    }

    UUID instrument() {
        return instrument;
    }

    List<UUID> approvals() {
        return approvals;
    }

    Relations relations() {
        return relations == null ? Relations.NONE : relations;
    }

    List<Condition> conditions() {
        return conditions;
    }

    CommitmentDescription description(List<Share.Described> shares, Label.Representation amountsLabel,
            Label.Representation label) {
        Quantity promised = quantity == null && quantityUndisclosed == null
                ? null
                : new Quantity(quantity, unit, quantityUndisclosed);
        Money value = money == null && moneyUndisclosed == null ? null : new Money(money, currency, moneyUndisclosed);
        Money inEuro = euro == null && euroUndisclosed == null
                ? null
                : new Money(euro, euro == null ? null : "EUR", euroUndisclosed);
        DisclosedText where = place == null && placeUndisclosed == null ? null : new DisclosedText(place, placeUndisclosed);
        return new CommitmentDescription(kind, category, title, text, priority, new ArrayList<>(contributions), promised, value,
                inEuro,
                Period.of(day(startsOn, startsUndisclosed), day(endsOn, endsUndisclosed)), where, domain,
                day(announcedOn, announcedUndisclosed), new ArrayList<>(sources), group,
                pointOfContact, instrument, new ArrayList<>(approvals), new ArrayList<>(caveats), new ArrayList<>(conditions),
                new ArrayList<>(triggers), relations, particulars, shares, amountsLabel, label);
    }

    private static DisclosedDay day(LocalDate day, Undisclosed reason) {
        return day == null && reason == null ? null : new DisclosedDay(day, reason);
    }
}
