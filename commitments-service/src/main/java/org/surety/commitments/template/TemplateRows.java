package org.surety.commitments.template;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.surety.commitments.commitment.CommitmentDescription;
import org.surety.commitments.commitment.CommitmentRepresentation;
import org.surety.commitments.commitment.Contribution;
import org.surety.commitments.commitment.State;
import org.surety.commitments.commitment.StatedCommitment;
import org.surety.commitments.file.Dialect;
import org.surety.commitments.file.FileFormat;
import org.surety.commitments.file.HarmlessCells;
import org.surety.commitments.mapping.CellAccount;
import org.surety.commitments.mapping.Finding;
import org.surety.commitments.mapping.MappedRow;
import org.surety.commitments.mapping.RowReader;
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
import org.surety.contracts.Source;
import org.surety.contracts.TriggerKind;
import org.surety.contracts.Undisclosed;
import org.surety.contracts.ValueBasis;
import org.surety.kit.label.Label;
import org.surety.kit.label.Release;

/**
 * Reads rows of the own template. Whether what they state keeps the rules is not decided here, only whether it can be understood. Texts stay as
 * they are written; of everything else blanks at the ends are dropped.
 */
final class TemplateRows implements RowReader {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,40}(\\.\\d{1,40})?");
    private static final Pattern CONTRIBUTION = Pattern.compile("([0-9a-fA-F-]{36})\\s*=\\s*(\\S+)(?: (?!@ )(.*?))?(?: @ (.*))?",
            Pattern.DOTALL);
    private static final Pattern ADDRESS = Pattern.compile("(https?://\\S+)(?:[ ](.*))?", Pattern.DOTALL);
    private static final String GIVEN = "the register gives it; no file does";

    private final List<String> header;
    private final Dialect dialect;
    private Map<String, String> cells;
    private List<Finding> findings;

    TemplateRows(List<String> header, Dialect dialect) {
        this.header = header.stream().map(String::strip).toList();
        this.dialect = dialect;
    }

    @Override
    public MappedRow map(int row, long line, List<String> fields) {
        findings = new ArrayList<>();
        cells = new HashMap<>();
        for (int i = 0; i < Math.min(fields.size(), header.size()); i++) {
            String cell = dialect.format() == FileFormat.NDJSON ? fields.get(i) : HarmlessCells.restore(fields.get(i));
            cells.put(header.get(i), cell.isBlank() ? "" : cell);
        }
        for (int i = header.size(); i < fields.size(); i++) {
            if (!fields.get(i).isBlank()) {
                findings.add(Finding.rejection("column " + (i + 1), "wrong-cell-count", "has no header", fields.get(i)));
            }
        }
        Map<String, String> said = Map.copyOf(cells);
        StatedCommitment stated = stated();
        MappedRow.Statement statement = findings.stream().anyMatch(Finding::rejects)
                ? null
                : new MappedRow.Statement(stated, there -> isSame(said, there));
        return new MappedRow(row, line, null, statement, false, List.copyOf(findings), account());
    }

    /** What a file does not say of what the register gives is not held against it. */
    private static boolean isSame(Map<String, String> said, CommitmentRepresentation there) {
        Map<String, String> known = TemplateCells.byHeader(there);
        return TemplateColumn.ALL.stream().allMatch(column -> {
            String cell = said.getOrDefault(column.header(), "");
            return column.isGiven() && cell.isEmpty() || cell.equals(known.getOrDefault(column.header(), ""));
        });
    }

    private List<CellAccount> account() {
        List<CellAccount> account = new ArrayList<>();
        for (TemplateColumn column : TemplateColumn.ALL) {
            if (!cells.getOrDefault(column.header(), "").isEmpty()) {
                account.add(column.isGiven()
                        ? CellAccount.lost(column.header(), GIVEN)
                        : CellAccount.held(column.header(), column.header()));
            }
        }
        return account;
    }

    private StatedCommitment stated() {
        String contact = word("pointOfContact");
        boolean keepsContact = (TemplateCells.UNDISCLOSED + Undisclosed.NOT_RELEASED).equals(contact);
        String party = word("party");
        check(party != null && party.matches("[A-Z]{2,12}"), "party", "unknown-party", "must be the code of a party");
        Basis basis = constant("basis", Basis.values());
        check(basis != null || word("basis") != null, "basis", "not-stated", "must be one of " + Arrays.toString(Basis.values()));
        String externalId = text("externalId");
        check(externalId == null || externalId.length() <= 200, "externalId", "too-long", "must be at most 200 characters");
        return new StatedCommitment(id("id", word("id")), party, externalId, word("mapping"), basis,
                constant("state", State.values()),
                keepsContact, description(keepsContact ? null : id("pointOfContact", contact)));
    }

    private CommitmentDescription description(UUID contact) {
        DisclosedDay from = disclosedDay("periodFrom");
        DisclosedDay until = disclosedDay("periodUntil");
        return new CommitmentDescription(constant("kind", Kind.values()), word("category"), text("title"), text("text"),
                constant("priority", PriorityCode.values()), items("contributions", this::contribution), quantity(),
                money("money", word("currency")),
                euro(), CommitmentDescription.Period.of(from, until), place(), constant("domain", Domain.values()),
                disclosedDay("announcedOn"),
                items("sources", TemplateRows::source), text("group"), contact, null, null, null, null, triggers(), null,
                particulars(),
                null, null, label());
    }

    private Particulars particulars() {
        String perEuro = word("ratePerEuro");
        LocalDate on = day("rateOn", word("rateOn"));
        String source = text("rateSource");
        return new Particulars(truth("leadNation"), text("capabilityCoalition"), text("overlap"),
                perEuro == null && on == null && source == null
                        ? null
                        : new Particulars.Rate(perEuro == null ? null : dialect.plainNumber(perEuro), on, source),
                constant("quantityBasis", ValueBasis.values()), constant("moneyBasis", ValueBasis.values()),
                constant("euroBasis", ValueBasis.values()));
    }

    private Boolean truth(String column) {
        String word = word(column);
        check(word == null || word.equals("true") || word.equals("false"), column, "not-a-value", "must be true or false");
        return word == null ? null : Boolean.valueOf(word);
    }

    private String text(String column) {
        String cell = cells.getOrDefault(column, "");
        return cell.isEmpty() ? null : cell;
    }

    private String word(String column) {
        String cell = cells.getOrDefault(column, "").strip();
        return cell.isEmpty() ? null : cell;
    }

    private <T extends Enum<T>> T constant(String column, T[] values) {
        String word = word(column);
        if (word == null) {
            return null;
        }
        T found = Arrays.stream(values).filter(value -> value.name().equals(word)).findFirst().orElse(null);
        check(found != null, column, "not-a-value", "must be one of " + Arrays.toString(values));
        return found;
    }

    private UUID id(String column, String word) {
        try {
            return word == null ? null : UUID.fromString(word);
        } catch (IllegalArgumentException e) {
            check(false, column, "not-an-id", "must be an id");
            return null;
        }
    }

    private LocalDate day(String column, String word) {
        try {
            return word == null ? null : LocalDate.parse(word);
        } catch (DateTimeException e) {
            check(false, column, "not-a-day", "must be a day such as 2026-03-01");
            return null;
        }
    }

    /** The reason that the word gives for having no value; null when it is none. */
    private Undisclosed reason(String column, String word) {
        if (word == null || !word.startsWith(TemplateCells.UNDISCLOSED)) {
            return null;
        }
        String name = word.substring(TemplateCells.UNDISCLOSED.length()).strip();
        Undisclosed reason = Arrays.stream(Undisclosed.values()).filter(value -> value.name().equals(name)).findFirst()
                .orElse(null);
        check(reason != null, column, "not-a-value", "must be UNDISCLOSED: and one of " + Arrays.toString(Undisclosed.values()));
        return reason;
    }

    private static boolean isReason(String word) {
        return word.startsWith(TemplateCells.UNDISCLOSED);
    }

    private BigDecimal number(String column, String word) {
        String plain = dialect.plainNumber(word);
        boolean number = NUMBER.matcher(plain).matches();
        check(number, column, "not-a-number", "must be a number without separators, or UNDISCLOSED: and the reason");
        return number ? new BigDecimal(plain) : null;
    }

    private Quantity quantity() {
        String word = word("quantity");
        if (word == null) {
            check(word("unit") == null, "quantity", "not-stated",
                    "must be stated, or UNDISCLOSED: and the reason, where there is a unit");
            return null;
        }
        return isReason(word)
                ? Quantity.undisclosed(reason("quantity", word), text("unit"))
                : Quantity.of(number("quantity", word), text("unit"));
    }

    private Money money(String column, String currency) {
        String word = word(column);
        if (word == null) {
            check(currency == null, column, "not-stated",
                    "must be stated, or UNDISCLOSED: and the reason, where there is a currency");
            return null;
        }
        return isReason(word) ? Money.undisclosed(reason(column, word), currency) : Money.of(number(column, word), currency);
    }

    private Money euro() {
        String word = word("euroValue");
        return word == null ? null : money("euroValue", isReason(word) ? null : "EUR");
    }

    private DisclosedText place() {
        String text = text("place");
        if (text == null) {
            return null;
        }
        Undisclosed reason = reason("place", text);
        return reason != null ? DisclosedText.undisclosed(reason) : isReason(text) ? null : DisclosedText.of(text);
    }

    private DisclosedDay disclosedDay(String column) {
        String word = word(column);
        if (word == null) {
            return null;
        }
        Undisclosed reason = reason(column, word);
        LocalDate day = isReason(word) ? null : day(column, word);
        return reason != null ? DisclosedDay.undisclosed(reason) : day != null ? DisclosedDay.of(day) : null;
    }

    private <T> List<T> items(String column, Function<String, T> reading) {
        String cell = cells.getOrDefault(column, "");
        return cell.isEmpty()
                ? List.of()
                : Arrays.stream(cell.split("\r?\n")).filter(line -> !line.isBlank()).map(TemplateCells::unescape).map(reading)
                        .filter(Objects::nonNull).toList();
    }

    private Contribution contribution(String item) {
        Matcher parts = CONTRIBUTION.matcher(item);
        if (!parts.matches()) {
            check(false, "contributions", "not-a-contribution", "must be the id of a requirement, =, a quantity and its unit");
            return null;
        }
        UUID requirement = id("contributions", parts.group(1));
        String quantity = parts.group(2);
        return isReason(quantity)
                ? new Contribution(requirement, null, reason("contributions", quantity), parts.group(3), parts.group(4))
                : new Contribution(requirement, number("contributions", quantity), null, parts.group(3), parts.group(4));
    }

    private List<Trigger> triggers() {
        String word = word("triggers");
        return word == null
                ? List.of()
                : Arrays.stream(word.split(";")).map(String::strip).filter(part -> !part.isEmpty()).map(part -> {
                    Optional<Trigger> trigger = TriggerCells.read(part);
                    check(trigger.isPresent(), "triggers", "not-a-value", "must be of " + Arrays.toString(TriggerKind.values())
                            + ", parted by ;, with the day where it is one: DATE:2027-01-01");
                    return trigger.orElse(null);
                }).filter(Objects::nonNull).toList();
    }

    private static Source source(String item) {
        if (item.startsWith(TemplateCells.TEXT)) {
            return new Source(null, item.substring(TemplateCells.TEXT.length()));
        }
        Matcher parts = ADDRESS.matcher(item);
        return parts.matches() ? new Source(parts.group(1), parts.group(2)) : new Source(null, item);
    }

    private Label.Representation label() {
        String word = word("label");
        if (word == null) {
            check(false, "label", "not-stated", "must be stated: who may see it");
            return null;
        }
        List<String> words = List.of(word.split("[\\s,]+"));
        Release release = Arrays.stream(Release.values()).filter(value -> value.name().equals(words.get(0))).findFirst()
                .orElse(null);
        boolean known = release != null && (release == Release.NAMED) == words.size() > 1;
        check(known, "label", "not-a-value", "must be PUBLIC, COALITION, NATIONAL, or NAMED and the codes of parties");
        return known ? new Label.Representation(release, words.subList(1, words.size())) : null;
    }

    private void check(boolean holds, String column, String code, String message) {
        if (!holds) {
            findings.add(Finding.rejection(column, code, message, cells.getOrDefault(column, "")));
        }
    }
}
