package org.surety.commitments.commitment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.surety.contracts.DisclosedDay;
import org.surety.contracts.Kind;
import org.surety.contracts.Money;
import org.surety.contracts.Quantity;
import org.surety.contracts.Source;
import org.surety.contracts.Undisclosed;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * A commitment as a source tells of it, flat as the row it becomes: the JSON of this record is what {@link CommitmentStore} reads.
 *
 * @param externalId unique in the party and the mapping
 * @param packageId the package that several rows belong to
 * @param asGiven what the source wrote where the register has no field
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record ImportedCommitment(String party, String externalId, Kind kind, String category, String title, String description,
        BigDecimal quantity, Undisclosed quantityUndisclosed, String unit, BigDecimal money, Undisclosed moneyUndisclosed,
        String currency, BigDecimal euro, Undisclosed euroUndisclosed, LocalDate announcedOn, Undisclosed announcedUndisclosed,
        List<Source> sources, String packageId, Map<String, String> asGiven) {

    public static final int MAX_TITLE = CommitmentRules.MAX_TITLE;
    public static final int MAX_TEXT = CommitmentRules.MAX_TEXT;
    public static final int MAX_GROUP = CommitmentRules.MAX_GROUP;
    public static final int MAX_EXTERNAL_ID = Pledge.MAX_EXTERNAL_ID;

    /** From values as a mapping reads them; those that make the row unfit may be null. */
    public static ImportedCommitment of(String party, String externalId, Kind kind, String category, String title, String text,
            Quantity quantity, Money money, Money euro, DisclosedDay announced, List<Source> sources, String group,
            Map<String, String> asGiven) {
        return new ImportedCommitment(party, externalId, kind, category, title, text,
                quantity == null ? null : Numbers.plain(quantity.quantity()), quantity == null ? null : quantity.undisclosed(),
                quantity == null ? null : quantity.unit(), money == null ? null : money.amount(),
                money == null ? null : money.undisclosed(), money == null ? null : money.currency(),
                euro == null ? null : euro.amount(), euro == null ? null : euro.undisclosed(),
                announced == null ? null : announced.day(), announced == null ? null : announced.undisclosed(), sources, group,
                asGiven);
    }

    public static boolean isCurrency(String code) {
        return CommitmentRules.isCurrency(code);
    }
}
