package org.surety.commitments.commitment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.surety.commitments.trigger.Trigger;
import org.surety.contracts.Basis;
import org.surety.contracts.DisclosedDay;
import org.surety.contracts.DisclosedText;
import org.surety.contracts.Domain;
import org.surety.contracts.Kind;
import org.surety.contracts.Money;
import org.surety.contracts.Particulars;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Quantity;
import org.surety.contracts.Series;
import org.surety.contracts.Source;
import org.surety.contracts.Undisclosed;
import org.surety.kit.label.Label;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * A commitment as a source tells of it, flat as the row it becomes: the JSON of this record is what {@link CommitmentStore} reads.
 *
 * @param externalId unique in the party and the mapping
 * @param packageId the package that several rows belong to
 * @param asGiven what the source wrote where the register has no field
 * @param own what only a row of the own template says; null for rows of others, which leave it as it is
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record ImportedCommitment(String party, String externalId, Kind kind, String category, String title, String description,
        BigDecimal quantity, Undisclosed quantityUndisclosed, String unit, BigDecimal money, Undisclosed moneyUndisclosed,
        String currency, BigDecimal euro, Undisclosed euroUndisclosed, LocalDate announcedOn, Undisclosed announcedUndisclosed,
        List<Source> sources, String packageId, Map<String, String> asGiven, Own own) {

    public static final int MAX_TITLE = CommitmentRules.MAX_TITLE;
    public static final int MAX_TEXT = CommitmentRules.MAX_TEXT;
    public static final int MAX_GROUP = CommitmentRules.MAX_GROUP;
    public static final int MAX_EXTERNAL_ID = Pledge.MAX_EXTERNAL_ID;

    /**
     * What only a row of the own template says.
     *
     * @param id of the record; null: it is new
     * @param mapping under which a new one is found again
     * @param key by which two rows of a file are known to be of one record
     * @param label the key of the label that it has once filed
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Own(UUID id, String mapping, String key, Series series, Basis basis, State state, String label,
            PriorityCode priority, List<Contribution> contributions, LocalDate startsOn, Undisclosed startsUndisclosed,
            LocalDate endsOn, Undisclosed endsUndisclosed, String place,
            Undisclosed placeUndisclosed,
            Domain domain, UUID pointOfContact, Particulars particulars, List<Trigger> triggers) {
    }

    /** From values as a mapping reads them; those that make the row unfit may be null. */
    public static ImportedCommitment of(String party, String externalId, Kind kind, String category, String title, String text,
            Quantity quantity, Money money, Money euro, DisclosedDay announced, List<Source> sources, String group,
            Map<String, String> asGiven) {
        return of(party, externalId, kind, category, title, text, quantity, money, euro, announced, sources, group, asGiven, null);
    }

    private static ImportedCommitment of(String party, String externalId, Kind kind, String category, String title, String text,
            Quantity quantity, Money money, Money euro, DisclosedDay announced, List<Source> sources, String group,
            Map<String, String> asGiven, Own own) {
        return new ImportedCommitment(party, externalId, kind, category, title, text,
                quantity == null ? null : Numbers.plain(quantity.quantity()), quantity == null ? null : quantity.undisclosed(),
                quantity == null ? null : quantity.unit(), money == null ? null : money.amount(),
                money == null ? null : money.undisclosed(), money == null ? null : money.currency(),
                euro == null ? null : euro.amount(), euro == null ? null : euro.undisclosed(),
                announced == null ? null : announced.day(), announced == null ? null : announced.undisclosed(), sources, group,
                asGiven, own);
    }

    /** What is to be stored for a statement that keeps the rules. */
    static ImportedCommitment of(StatedCommitment stated, UUID id, String mapping, State state, CommitmentDescription said) {
        Series series = Series.ofParty(stated.party());
        Label label = said.label().ownedBy(stated.party(), series);
        DisclosedDay from = said.period() == null ? null : said.period().from();
        DisclosedDay until = said.period() == null ? null : said.period().until();
        DisclosedText place = said.place();
        Own own = new Own(id, mapping, key(id, stated), series, stated.basis(), state, label.key(), said.priority(),
                said.contributions(), from == null ? null : from.day(), from == null ? null : from.undisclosed(),
                until == null ? null : until.day(), until == null ? null : until.undisclosed(), place == null ? null : place.text(),
                place == null ? null : place.undisclosed(),
                said.domain(), said.pointOfContact(), said.particulars(), said.triggers());
        return of(stated.party(), stated.externalId(), said.kind(), said.category(), said.title(), said.text(), said.quantity(),
                said.money(), said.euroValue(), said.announcedOn(), said.sources(), said.group(), null, own);
    }

    private static String key(UUID id, StatedCommitment stated) {
        return id != null ? id.toString() : "new " + stated.externalId();
    }

    public static boolean isCurrency(String code) {
        return AmountRules.isCurrency(code);
    }
}
