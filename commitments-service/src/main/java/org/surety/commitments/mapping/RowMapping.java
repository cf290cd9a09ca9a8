package org.surety.commitments.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.surety.commitments.commitment.ImportedCommitment;
import org.surety.commitments.file.Dialect;
import org.surety.commitments.mapping.ImportMapping.KindRule;
import org.surety.commitments.mapping.ImportMapping.Template;
import org.surety.contracts.DisclosedDay;
import org.surety.contracts.Kind;
import org.surety.contracts.Money;
import org.surety.contracts.Quantity;
import org.surety.contracts.Source;
import org.surety.contracts.Undisclosed;

/** Reads the rows of one file by a mapping: it counts the rows that have the same id in the source. */
final class RowMapping implements RowReader {

    private static final String REJECT = "REJECT";

    private final ImportMapping mapping;
    private final Template template;
    private final Map<String, Undisclosed> tokens;
    private final Pattern number;
    private final DateTimeFormatter day;
    private final List<Pattern> inexact;
    private final Dialect dialect;
    private final MappedColumns columns;
    /** As many entries as the file has ids. */
    private final Map<String, Integer> rowsOfId = new HashMap<>();
    private List<Finding> findings;
    private Cells cells;
    /** The columns of this row that a field would hold, if it could, and why it does not. */
    private Map<String, String> notHeld;

    RowMapping(ImportMapping mapping, Dialect dialect) {
        this.mapping = mapping;
        this.dialect = dialect;
        this.columns = new MappedColumns(mapping);
        this.template = mapping.record();
        this.tokens = Cells.tokens(mapping);
        this.number = Pattern.compile(mapping.numbers().pattern());
        this.day = DateTimeFormatter.ofPattern(mapping.dates().pattern()).withResolverStyle(ResolverStyle.STRICT);
        this.inexact = mapping.dates().inexact().stream().map(text -> Pattern.compile(text, Pattern.DOTALL)).toList();
    }

    @Override
    public MappedRow map(int row, long line, List<String> fields) {
        findings = new ArrayList<>();
        notHeld = new HashMap<>();
        cells = Cells.of(fields, mapping, tokens);
        String id = template.externalId().columns().stream().map(cells::of).collect(Collectors.joining("/"));
        int ordinal = rowsOfId.merge(id, 1, Integer::sum);
        if (fields.size() != mapping.columns().size()) {
            return MappedRow.of(row, line, null, List.of(Finding.rejection(null, "wrong-cell-count",
                    "must have " + mapping.columns().size() + " cells, has " + fields.size(), null)), columns.lost(fields));
        }
        ImportedCommitment commitment = commitment(template.externalId().prefix() + id
                + (template.externalId().ordinalWithinGroup() ? "/" + ordinal : ""));
        boolean rejected = findings.stream().anyMatch(Finding::rejects);
        return MappedRow.of(row, line, rejected ? null : commitment, List.copyOf(findings), columns.account(cells, notHeld));
    }

    private ImportedCommitment commitment(String externalId) {
        String group = text(template.group().column(), ImportedCommitment.MAX_GROUP);
        if (externalId.length() > ImportedCommitment.MAX_EXTERNAL_ID) {
            reject(template.externalId().columns().get(0), "too-long", "makes an external id that is too long");
        }
        String explanation = template.text() == null ? "" : text(template.text().column(), ImportedCommitment.MAX_TEXT);
        return ImportedCommitment.of(code(template.party().column(), template.party().codes(), "unknown-party"), externalId, kind(),
                code(template.category().column(), template.category().values(), "unknown-category"), title(),
                explanation.isEmpty() ? null : explanation, quantity(), money(), euroValue(), announcedOn(), sources(), group,
                asGiven());
    }

    private String code(String column, Map<String, String> codes, String finding) {
        String code = codes.get(cells.of(column));
        if (code == null) {
            reject(column, finding, "is not in the mapping " + mapping.name());
        }
        return code;
    }

    private Kind kind() {
        for (KindRule rule : template.kind()) {
            if (cells.match(rule.when(), mapping.format().trim())) {
                return rule.kind();
            }
        }
        findings.add(Finding.rejection(null, "no-kind", "no rule of the mapping gives it a kind", null));
        return null;
    }

    private String title() {
        String title = null;
        for (String column : template.title().firstOf()) {
            if (title == null && cells.says(column)) {
                title = text(column, ImportedCommitment.MAX_TITLE);
            } else {
                notHeld.put(column, "another column gives the title");
            }
        }
        if (title != null) {
            return title;
        }
        reject(template.title().firstOf().get(0), "no-title", "must say what it is");
        return null;
    }

    private String text(String column, int limit) {
        String text = cells.of(column);
        if (text.codePointCount(0, text.length()) > limit) {
            reject(column, "too-long", "must be at most " + limit + " characters");
        }
        if (text.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            reject(column, "control-characters", "must not hold control characters");
        }
        return text;
    }

    private DisclosedDay announcedOn() {
        String column = template.announcedOn().column();
        if (!cells.says(column)) {
            return DisclosedDay.undisclosed(cells.reason(column));
        }
        String text = cells.of(column);
        LocalDate read = parse(text);
        boolean possible = read != null && !read.isBefore(mapping.dates().earliest()) && !read.isAfter(mapping.dates().latest());
        if (possible) {
            return DisclosedDay.of(read);
        }
        notHeld.put(column, "it names no day of the source's time");
        if (read == null && inexact.stream().anyMatch(pattern -> pattern.matcher(text).matches())) {
            return DisclosedDay.undisclosed(mapping.dates().inexactReason());
        }
        Undisclosed reason = unreadable(column, "not-a-day", "must be a day from " + mapping.dates().earliest() + " to "
                + mapping.dates().latest(), template.announcedOn().unreadable());
        return reason == null ? null : DisclosedDay.undisclosed(reason);
    }

    private LocalDate parse(String text) {
        try {
            return LocalDate.parse(text, day);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private Quantity quantity() {
        ImportMapping.Count count = template.quantity();
        if (count == null) {
            return null;
        }
        if (!cells.says(count.column())) {
            return Quantity.undisclosed(cells.reason(count.column()), count.unit());
        }
        BigDecimal units = number(count.column());
        if (units == null) {
            notHeld.put(count.column(), "it is no number");
            Undisclosed reason = unreadable(count.column(), "not-a-number", "must be a number", count.unreadable());
            return reason == null ? null : Quantity.undisclosed(reason, count.unit());
        }
        BigDecimal kept = units.scale() > count.scale() ? units.setScale(count.scale(), RoundingMode.HALF_UP) : units;
        return Quantity.of(kept, count.unit());
    }

    private Money money() {
        ImportMapping.Amount amount = template.money();
        if (amount.firstOf().isEmpty()) {
            return Money.undisclosed(amount.otherwise(), null);
        }
        amount.firstOf().forEach(column -> notHeld.put(column, "the amount is counted with another row or column"));
        notHeld.put(amount.currencyColumn(), "no amount is held for which it would be the currency");
        if (!cells.match(amount.onlyWhen(), mapping.format().trim())) {
            return Money.undisclosed(amount.otherwise(), null);
        }
        for (String column : amount.firstOf()) {
            BigDecimal value = cells.says(column) ? number(column) : null;
            if (value != null) {
                notHeld.remove(column);
                notHeld.remove(amount.currencyColumn());
                return Money.of(value, currency(amount.currencyColumn()));
            }
            if (cells.says(column)) {
                notHeld.put(column, "it is no amount");
                Undisclosed reason = unreadable(column, "not-a-number", "must be an amount without sign", amount.unreadable());
                return reason == null ? null : Money.undisclosed(reason, null);
            }
        }
        return Money.undisclosed(cells.reason(amount.firstOf().get(0)), null);
    }

    private String currency(String column) {
        String code = mapping.currencies().aliases().getOrDefault(cells.of(column), cells.of(column));
        if (!ImportedCommitment.isCurrency(code)) {
            reject(column, "unknown-currency", "must be a currency code of ISO 4217");
        }
        return code;
    }

    private Money euroValue() {
        ImportMapping.Value value = template.euroValue();
        if (!cells.match(value.onlyWhen(), mapping.format().trim())) {
            notHeld.put(value.column(), "the amount is counted with another row");
            return Money.undisclosed(value.otherwise(), null);
        }
        if (!cells.says(value.column())) {
            return Money.undisclosed(cells.reason(value.column()), null);
        }
        BigDecimal amount = number(value.column());
        if (amount != null) {
            return Money.of(amount, value.currency());
        }
        notHeld.put(value.column(), "it is no amount");
        Undisclosed reason = unreadable(value.column(), "not-a-number", "must be an amount without sign", value.unreadable());
        return reason == null ? null : Money.undisclosed(reason, null);
    }

    private BigDecimal number(String column) {
        String text = dialect.plainNumber(cells.of(column));
        return number.matcher(text).matches() ? new BigDecimal(text) : null;
    }

    /** All that the row cites, each once, in the order of the columns. */
    private List<Source> sources() {
        Set<String> cited = new LinkedHashSet<>();
        for (String column : template.sources().columns()) {
            if (cells.says(column)) {
                String text = text(column, ImportedCommitment.MAX_TEXT);
                String prefix = template.sources().dropPrefix();
                boolean dropped = prefix != null && text.startsWith(prefix + "http");
                cited.add(dropped ? Cells.trim(text.substring(prefix.length()), mapping.format().trim()) : text);
            }
        }
        return cited.stream().map(text -> text.matches("https?://\\S+") ? new Source(text, null) : new Source(null, text)).toList();
    }

    /** What the source wrote, word for word, as far as it wrote something. */
    private Map<String, String> asGiven() {
        Map<String, String> given = new TreeMap<>();
        for (String column : template.asGiven()) {
            if (!cells.of(column).isEmpty() && !cells.of(column).equals(".")) {
                given.put(column, text(column, ImportedCommitment.MAX_TEXT));
            }
        }
        return given;
    }

    /** Rejects the row, or answers the reason under which the value is kept. */
    private Undisclosed unreadable(String column, String code, String message, String rule) {
        if (Objects.requireNonNullElse(rule, REJECT).equals(REJECT)) {
            reject(column, code, message);
            return null;
        }
        findings.add(Finding.warning(mapping.headerOf(column), code, message + "; kept as " + rule, cells.of(column)));
        return Undisclosed.valueOf(rule);
    }

    private void reject(String column, String code, String message) {
        findings.add(Finding.rejection(mapping.headerOf(column), code, message, cells.of(column)));
    }
}
