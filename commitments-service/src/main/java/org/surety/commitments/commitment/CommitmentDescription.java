package org.surety.commitments.commitment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.commitments.caveat.Caveat;
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
import org.surety.kit.label.Label;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What PUT replaces of a commitment.
 *
 * @param category the source's own type of earlier support; absent for a guarantee
 * @param contributions what it adds to which requirements; absent means to none
 * @param quantity stated or undisclosed; may be absent where money is there
 * @param money as promised, in the original currency; may be absent where the quantity is there
 * @param euroValue as published by the source; may be absent
 * @param announcedOn a day or the reason why it is not known; absent: not announced
 * @param sources addresses or citations; absent means none
 * @param group the package that several commitments belong to
 * @param pointOfContact a person of the party; may be absent
 * @param instrument under which it is promised; may be absent
 * @param approvals those that it needs; absent means none
 * @param caveats what the government excludes; absent means nothing
 * @param conditions what must be so before it counts; absent means nothing
 * @param triggers each of which wakes it; until one of them has occurred it is dormant. Absent: it is not
 * @param relations which commitments it takes the place of or stands in for; may be absent
 * @param particulars what else is said of it; may be absent
 * @param shares of other parties that promise it too; absent means that the party promises it alone
 * @param amountsLabel who may see its amounts once it is filed; absent: whoever may see it
 * @param label who may see it once it is filed
 */
public record CommitmentDescription(Kind kind, @Schema(description = ActRules.NO_NAMES) String category,
        @Schema(description = ActRules.NO_NAMES) String title, @Schema(description = ActRules.NO_NAMES) String text,
        PriorityCode priority,
        List<Contribution> contributions, Quantity quantity, Money money, Money euroValue, Period period,
        @Schema(description = ActRules.NO_NAMES) DisclosedText place,
        Domain domain,
        DisclosedDay announcedOn, @Schema(description = ActRules.NO_NAMES) List<Source> sources,
        @Schema(description = ActRules.NO_NAMES) String group, UUID pointOfContact, UUID instrument, List<UUID> approvals,
        List<Caveat> caveats, List<Condition> conditions, List<Trigger> triggers, Relations relations, Particulars particulars,
        List<Share.Described> shares, Label.Representation amountsLabel, Label.Representation label) {

    /** The days in which a commitment holds, both included, or why one of them is not known; an absent end is open. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Period(DisclosedDay from, DisclosedDay until) {

        public static Period of(DisclosedDay from, DisclosedDay until) {
            return from == null && until == null ? null : new Period(from, until);
        }
    }

    public CommitmentDescription {
        contributions = contributions == null ? List.of() : contributions;
        sources = sources == null ? List.of() : sources;
        shares = shares == null ? List.of() : shares;
        approvals = approvals == null ? List.of() : approvals;
        caveats = caveats == null ? List.of() : caveats;
        conditions = conditions == null ? List.of() : conditions;
        triggers = triggers == null ? List.of() : triggers;
        quantity = quantity == null
                ? null
                : new Quantity(Numbers.plain(quantity.quantity()), quantity.unit(), quantity.undisclosed());
        particulars = new Particulars(null, null, null, null, null, null, null).equals(particulars) ? null : particulars;
        relations = Relations.NONE.equals(relations) ? null : relations;
        // The value in euro is in euro: an undisclosed one needs no currency to say so.
        euroValue = euroValue == null || euroValue.undisclosed() == null || euroValue.amount() != null
                ? euroValue
                : Money.undisclosed(euroValue.undisclosed(), "EUR".equals(euroValue.currency()) ? null : euroValue.currency());
        period = period == null ? null : Period.of(period.from(), period.until());
    }

    /** With each contribution in the unit of its requirement. */
    CommitmentDescription contributing(List<Contribution> inUnits) {
        return new CommitmentDescription(kind, category, title, text, priority, inUnits, quantity, money, euroValue, period, place,
                domain, announcedOn, sources, group, pointOfContact, instrument, approvals, caveats, conditions, triggers,
                relations,
                particulars, shares, amountsLabel, label);
    }

    /** With what files have no columns for: as the other one says it. */
    CommitmentDescription keeping(CommitmentDescription other, boolean contactToo) {
        return new CommitmentDescription(kind, category, title, text, priority, contributions, quantity, money, euroValue, period,
                place, domain, announcedOn, sources, group, contactToo ? other.pointOfContact : pointOfContact, other.instrument,
                other.approvals, other.caveats, other.conditions, triggers, other.relations, particulars, other.shares,
                other.amountsLabel,
                label);
    }

    /** The names of the fields in which the other one differs; of the labels the record judges, which knows whose it is. */
    List<String> differences(CommitmentDescription other) {
        List<String> changed = new ArrayList<>();
        note(changed, "kind", kind, other.kind);
        note(changed, "category", category, other.category);
        note(changed, "title", title, other.title);
        note(changed, "text", text, other.text);
        note(changed, "priority", priority, other.priority);
        note(changed, "contributions", contributions, other.contributions);
        note(changed, "quantity", quantity, other.quantity);
        note(changed, "money", plain(money), plain(other.money));
        note(changed, "euroValue", plain(euroValue), plain(other.euroValue));
        note(changed, "period", period, other.period);
        note(changed, "place", place, other.place);
        note(changed, "domain", domain, other.domain);
        note(changed, "announcedOn", announcedOn, other.announcedOn);
        note(changed, "sources", sources, other.sources);
        note(changed, "group", group, other.group);
        note(changed, "pointOfContact", pointOfContact, other.pointOfContact);
        note(changed, "instrument", instrument, other.instrument);
        note(changed, "approvals", approvals, other.approvals);
        note(changed, "caveats", caveats, other.caveats);
        note(changed, "conditions", conditions, other.conditions);
        note(changed, "triggers", triggers, other.triggers);
        note(changed, "relations", relations, other.relations);
        note(changed, "particulars", particulars, other.particulars);
        note(changed, "shares", shares, other.shares);
        return changed;
    }

    private static void note(List<String> changed, String field, Object here, Object there) {
        if (!Objects.equals(here, there)) {
            changed.add(field);
        }
    }

    /** 1250000.00 and 1250000.0 are the same amount, though each is kept as it was written. */
    private static Money plain(Money money) {
        return money == null ? null : new Money(Numbers.plain(money.amount()), money.currency(), money.undisclosed());
    }
}
