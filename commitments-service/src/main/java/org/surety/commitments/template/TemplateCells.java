package org.surety.commitments.template;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.surety.commitments.commitment.CommitmentDescription;
import org.surety.commitments.commitment.CommitmentRepresentation;
import org.surety.commitments.commitment.ContributionRepresentation;
import org.surety.contracts.CommitmentState.Decision;
import org.surety.contracts.DisclosedDay;
import org.surety.contracts.DisclosedText;
import org.surety.contracts.Money;
import org.surety.contracts.Particulars;
import org.surety.contracts.Quantity;
import org.surety.contracts.Source;
import org.surety.contracts.Undisclosed;
import org.surety.kit.label.Label;
import org.surety.kit.label.Reference;
import org.surety.kit.label.Release;
import org.surety.release.Handling;

/** A commitment as a row of the own template: the opposite of {@link TemplateRows}. */
public final class TemplateCells {

    static final String UNDISCLOSED = "UNDISCLOSED:";

    /** Before a source that is a text and looks like an address, or like this mark. */
    static final String TEXT = "text:";

    private TemplateCells() {
    }

    public static List<String> headers() {
        return TemplateColumn.HEADERS;
    }

    /** Its cells, in the order of the columns; empty where nothing is said. */
    public static List<String> of(CommitmentRepresentation commitment) {
        Map<String, String> cells = byHeader(commitment);
        return TemplateColumn.HEADERS.stream().map(header -> cells.getOrDefault(header, "")).toList();
    }

    static Map<String, String> byHeader(CommitmentRepresentation commitment) {
        Map<String, String> cells = new LinkedHashMap<>();
        put(cells, "id", commitment.id());
        put(cells, "party", commitment.party());
        put(cells, "externalId", commitment.externalId());
        put(cells, "mapping", commitment.mapping());
        put(cells, "basis", commitment.basis());
        put(cells, "state", commitment.state());
        put(cells, "kind", commitment.kind());
        put(cells, "category", commitment.category());
        put(cells, "title", commitment.title());
        put(cells, "text", commitment.text());
        put(cells, "priority", commitment.priority());
        put(cells, "contributions", commitment.contributions().stream().map(TemplateCells::text).collect(Collectors.joining("\n")));
        amounts(cells, commitment.quantity(), commitment.money(), commitment.euroValue());
        CommitmentDescription.Period period = commitment.period();
        put(cells, "periodFrom", period == null ? null : cell(period.from()));
        put(cells, "periodUntil", period == null ? null : cell(period.until()));
        DisclosedText place = commitment.place();
        put(cells, "place", place == null ? null : place.text() != null ? place.text() : reason(place.undisclosed()));
        put(cells, "domain", commitment.domain());
        put(cells, "announcedOn", cell(commitment.announcedOn()));
        put(cells, "sources", commitment.sources().stream().map(TemplateCells::text).collect(Collectors.joining("\n")));
        put(cells, "group", commitment.group());
        Reference contact = commitment.pointOfContact();
        put(cells, "pointOfContact",
                contact == null ? null : contact.id() != null ? contact.id() : reason(Undisclosed.NOT_RELEASED));
        if (commitment.particulars() != null) {
            particulars(cells, commitment.particulars());
        }
        put(cells, "triggers", TriggerCells.text(commitment.triggers()));
        put(cells, "label", text(commitment.labelWhenFiled() != null ? commitment.labelWhenFiled() : commitment.label()));
        given(cells, commitment);
        return cells;
    }

    private static Object cell(DisclosedDay day) {
        return day == null ? null : day.day() != null ? day.day() : reason(day.undisclosed());
    }

    private static void particulars(Map<String, String> cells, Particulars said) {
        put(cells, "leadNation", said.leadNation());
        put(cells, "capabilityCoalition", said.capabilityCoalition());
        put(cells, "overlap", said.overlap());
        if (said.rate() != null) {
            put(cells, "ratePerEuro", said.rate().perEuro());
            put(cells, "rateOn", said.rate().on());
            put(cells, "rateSource", said.rate().source());
        }
        put(cells, "quantityBasis", said.quantityBasis());
        put(cells, "moneyBasis", said.moneyBasis());
        put(cells, "euroBasis", said.euroBasis());
    }

    private static void amounts(Map<String, String> cells, Quantity quantity, Money money, Money euro) {
        if (quantity != null) {
            put(cells, "quantity", quantity.undisclosed() != null ? reason(quantity.undisclosed()) : plain(quantity.quantity()));
            put(cells, "unit", quantity.unit());
        }
        if (money != null) {
            put(cells, "money", money.undisclosed() != null ? reason(money.undisclosed()) : plain(money.amount()));
            put(cells, "currency", money.currency());
        }
        if (euro != null) {
            put(cells, "euroValue", euro.undisclosed() != null ? reason(euro.undisclosed()) : plain(euro.amount()));
        }
    }

    private static void given(Map<String, String> cells, CommitmentRepresentation commitment) {
        put(cells, Handling.COLUMN, Handling.NOTICE);
        put(cells, "series", commitment.series());
        put(cells, "binding", commitment.binding());
        put(cells, "authority", commitment.authority());
        Decision decision = commitment.decision();
        put(cells, "decidedOn", decision == null ? null : decision.decidedOn());
        put(cells, "effectiveOn", decision == null ? null : decision.effectiveOn());
        put(cells, "decisionSource", decision == null ? null : decision.source());
        put(cells, "withdrawnOn", commitment.withdrawal() == null ? null : commitment.withdrawal().withdrawnOn());
        put(cells, "withdrawalReason", commitment.withdrawal() == null ? null : commitment.withdrawal().reason());
        put(cells, "version", commitment.version());
    }

    private static void put(Map<String, String> cells, String header, Object value) {
        if (value != null) {
            cells.put(header, value.toString());
        }
    }

    private static String reason(Undisclosed reason) {
        return UNDISCLOSED + reason;
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }

    private static String text(ContributionRepresentation contribution) {
        String quantity = contribution.undisclosed() != null ? reason(contribution.undisclosed()) : plain(contribution.quantity());
        Object requirement = contribution.requirement().id();
        return escape((requirement == null ? reason(Undisclosed.NOT_RELEASED) : requirement) + "=" + quantity
                + (contribution.unit() == null ? "" : " " + contribution.unit())
                + (contribution.element() == null ? "" : " @ " + contribution.element()));
    }

    private static String text(Source source) {
        if (source.url() == null) {
            return escape(looksLikeAddress(source.text()) ? TEXT + source.text() : source.text());
        }
        return escape(source.url() + (source.text() == null ? "" : " " + source.text()));
    }

    private static boolean looksLikeAddress(String text) {
        return text.matches("(?s)https?://.*") || text.startsWith(TEXT);
    }

    private static String text(Label.Representation label) {
        return label.release() == Release.NAMED ? Release.NAMED + " " + String.join(" ", label.parties()) : label.release().name();
    }

    /** So that one line is one of a list. */
    private static String escape(String item) {
        return item.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    static String unescape(String line) {
        StringBuilder item = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            char next = c == '\\' && i + 1 < line.length() ? line.charAt(i + 1) : 0;
            switch (next) {
                case 'n' -> item.append('\n');
                case 'r' -> item.append('\r');
                case '\\' -> item.append('\\');
                default -> item.append(c);
            }
            i += next == 'n' || next == 'r' || next == '\\' ? 1 : 0;
        }
        return item.toString();
    }
}
