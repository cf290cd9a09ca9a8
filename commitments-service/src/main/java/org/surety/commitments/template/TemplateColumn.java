package org.surety.commitments.template;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.surety.contracts.Basis;
import org.surety.contracts.Domain;
import org.surety.contracts.Kind;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.TriggerKind;
import org.surety.contracts.Undisclosed;
import org.surety.contracts.ValueBasis;
import org.surety.release.Handling;

/**
 * A column of the own template, by the name that the API has for the field.
 *
 * @param meaning what stands in it, for who fills it in
 * @param example of a row that could be stored
 * @param isGiven whether the register gives it: such a column is written and never taken
 */
record TemplateColumn(String header, String meaning, String example, boolean isGiven) {

    private static final String REASON = "or UNDISCLOSED: and why it is not known ("
            + Arrays.stream(Undisclosed.values()).filter(reason -> reason != Undisclosed.NOT_RELEASED).map(Enum::name)
                    .collect(Collectors.joining(", "))
            + ")";

    static final List<TemplateColumn> ALL = List.of(given(Handling.COLUMN),
            said("id", "The id that the register gave. Empty for what is new.", ""),
            said("party", "Code of the party whose promise it is.", "XAA"),
            said("externalId", "The id in your own register: by it a row is found again. Needed where there is no id.", "2026-017"),
            said("mapping", "By which import it came. Empty for what is new.", ""),
            said("basis", oneOf(Basis.values()), "GUARANTEE"),
            said("state", "What is new: empty, DRAFT, or FILED for earlier support. What is there: as it is, since acts move it.",
                    "DRAFT"),
            said("kind", oneOf(Kind.values()), "FORCE_CONTRIBUTION"),
            said("category", "Of earlier support: the source's own type, in capital letters and underscores.", ""),
            said("title", "At most 200 characters. No names of persons.", "A brigade"),
            said("text", "At most 2,000 characters. No names of persons.", "4,000 soldiers"),
            said("priority", "Empty or " + oneOf(PriorityCode.values()), "MULTINATIONAL_FORCE"),
            said("contributions",
                    "One a line: id of the requirement = quantity and unit; where it is a formation that is named elsewhere too, @ and its name; "
                            + REASON,
                    ""),
            said("quantity", "A number without separators, " + REASON, "4000"),
            said("unit", "Of the quantity.", "soldiers"),
            said("money", "An amount without separators, in the currency of the promise, " + REASON, "UNDISCLOSED:NOT_DECIDED"),
            said("currency", "Of the amount: a code of ISO 4217.", "EUR"),
            said("euroValue", "The value in euro as it was published, " + REASON, ""),
            said("periodFrom", "The first day, such as 2026-03-01, " + REASON, "2026-03-01"),
            said("periodUntil", "The last day, which is included, " + REASON, ""),
            said("place", "At most 200 characters, " + REASON, ""),
            said("domain", "Empty or " + oneOf(Domain.values()), "LAND"),
            said("announcedOn", "A day, " + REASON, "2026-03-11"),
            said("sources", "One a line: an address, a text, or both with a blank between them.", "https://example.org/communique"),
            said("group", "What several commitments belong to, at most 100 characters.", ""),
            said("pointOfContact", "Id of a person of the party.", ""),
            said("leadNation", "Whether the party leads the nations that contribute to the same: empty, true or false.", ""),
            said("capabilityCoalition", "At most 100 characters.", ""),
            said("overlap", "Why the contributions may come to more than the quantity, at most 2,000 characters.", ""),
            said("ratePerEuro", "So many units of the currency are one euro, where euroValue was computed of the money.", ""),
            said("rateOn", "The day for which the rate was published.", ""), said("rateSource", "Where it was published.", ""),
            said("quantityBasis", "Empty or " + oneOf(ValueBasis.values()), "STATED"),
            said("moneyBasis", "Empty or " + oneOf(ValueBasis.values()), ""),
            said("euroBasis", "Empty or " + oneOf(ValueBasis.values()), ""),
            said("triggers", "What wakes it, parted by ;. Empty: it is not dormant. DATE has its day, as in DATE:2027-01-01. "
                    + oneOf(TriggerKind.values()), "CEASEFIRE_IN_FORCE;DATE:2027-01-01"),
            said("label", "PUBLIC, COALITION, NATIONAL, or NAMED and the codes of the parties. Of a draft: the one it will have.",
                    "COALITION"),
            given("series"), given("binding"), given("authority"), given("decidedOn"), given("effectiveOn"),
            given("decisionSource"),
            given("withdrawnOn"), given("withdrawalReason"), given("version"));

    static final List<String> HEADERS = ALL.stream().map(TemplateColumn::header).toList();

    private static TemplateColumn said(String header, String meaning, String example) {
        return new TemplateColumn(header, meaning, example, false);
    }

    private static TemplateColumn given(String header) {
        return new TemplateColumn(header, "Given by the register: written in exports, never taken from a file.", "", true);
    }

    private static String oneOf(Object[] values) {
        return Arrays.stream(values).map(Object::toString).collect(Collectors.joining(", "));
    }
}
