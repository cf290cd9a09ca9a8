package org.surety.commitments.mapping;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.surety.commitments.file.Dialect;
import org.surety.contracts.Basis;
import org.surety.contracts.Kind;
import org.surety.contracts.Series;
import org.surety.contracts.Undisclosed;
import org.surety.kit.label.Label;
import org.surety.kit.problem.Problem;

/**
 * How the rows of one source become commitments: a data file in {@code import-mappings/}, so that another source needs no other program.
 * Columns are addressed by their index and named by a key, because sources repeat and omit headers. Every cell is trimmed by
 * {@link Format#trim()} before anything else; a cell that is one of the {@link #undisclosed()} texts is a reason, not a value.
 *
 * @param lost the columns of which nothing is kept, and why: every column is held, kept as given or here
 */
public record ImportMapping(String name, String title, Source source, Format format, List<Column> columns, List<Token> undisclosed,
        Numbers numbers, Dates dates, Currencies currencies, Template record, Map<String, String> lost) implements Mapping {

    /** Whose data it is and how it is to be cited. */
    public record Source(String owner, String citation, String sheet, LocalDate dataUntil) {
    }

    /**
     * The shape of the file.
     *
     * @param trim the characters that mean nothing at the ends of a cell
     */
    record Format(String type, String encoding, char delimiter, char quote, int headerRows, String trim) {
    }

    /** A column: its key in this mapping, its place from 0, and its header in the file. */
    public record Column(String key, int index, String header) {
    }

    /** A text that stands for a value that is not there, whatever its case, and why. */
    record Token(String text, Undisclosed reason) {
    }

    /** What a number looks like: a regular expression without sign, exponent and thousands separators. */
    record Numbers(String pattern) {
    }

    /**
     * What a day looks like.
     *
     * @param earliest a day before it is a mistake of the source
     * @param latest a day after it is one
     * @param inexact regular expressions of texts that speak of a day without naming one
     */
    record Dates(String pattern, LocalDate earliest, LocalDate latest, List<String> inexact, Undisclosed inexactReason) {
    }

    /** The source's own names of currencies, where they are not those of ISO 4217. */
    record Currencies(Map<String, String> aliases) {
    }

    /** What each row is. */
    record Template(Series series, Basis basis, String state, Label.Representation label, Party party, Category category,
            List<KindRule> kind, Title title, Text text, Day announcedOn, Count quantity, Amount money, Value euroValue,
            Citations sources, Text group, ExternalId externalId, List<String> asGiven) {
    }

    /** The giver's column and the party that each name in it is; any other name rejects the row. */
    record Party(String column, Map<String, String> codes) {
    }

    /** The type's column and the category that each text in it is; any other text rejects the row. */
    record Category(String column, Map<String, String> values) {
    }

    /** The kind of a row in which every column named has one of the texts; the first rule that fits counts. */
    record KindRule(Map<String, List<String>> when, Kind kind, String why) {
    }

    /** The first of the columns that is not undisclosed. */
    record Title(List<String> firstOf) {
    }

    /** A column taken as it is. */
    record Text(String column) {
    }

    /**
     * A column with a day.
     *
     * @param unreadable {@code REJECT} the row, or the reason under which it is kept with a warning
     */
    record Day(String column, String unreadable) {
    }

    /**
     * A column with a number of units.
     *
     * @param scale the digits behind the point that are kept, half up
     */
    record Count(String column, String unit, int scale, String unreadable) {
    }

    /**
     * Columns with an amount, the first that has one counts.
     *
     * @param onlyWhen the texts that other columns must have for the amount to be read
     * @param otherwise the reason where they have not
     */
    record Amount(List<String> firstOf, String currencyColumn, Map<String, List<String>> onlyWhen, Undisclosed otherwise,
            String unreadable) {
    }

    /** A column with an amount in a given currency; otherwise as {@link Amount}. */
    record Value(String column, String currency, Map<String, List<String>> onlyWhen, Undisclosed otherwise, String unreadable) {
    }

    /**
     * Columns with sources, all of which are kept.
     *
     * @param dropPrefix what is dropped where it stands directly before an address
     */
    record Citations(List<String> columns, String dropPrefix) {
    }

    /**
     * The id of a row: the prefix, the columns, and with the ordinal the count of the rows of its group so far in the file, from 1.
     */
    record ExternalId(String prefix, List<String> columns, boolean ordinalWithinGroup) {
    }

    /** The header of a column as a person finds it: its text, or its place where it has none. */
    String headerOf(String key) {
        Column column = columns.stream().filter(c -> c.key().equals(key)).findFirst().orElseThrow();
        return nameOf(column);
    }

    static String nameOf(Column column) {
        return column.header().isBlank() ? "column " + (column.index() + 1) : column.header().strip();
    }

    @Override
    public List<String> headers() {
        return columns.stream().map(Column::header).toList();
    }

    @Override
    public List<Problem.Violation> faults(List<String> header) {
        List<Problem.Violation> wrong = new ArrayList<>();
        for (Column column : columns) {
            String expected = Cells.trim(column.header(), format.trim());
            String found = column.index() < header.size() ? Cells.trim(header.get(column.index()), format.trim()) : null;
            if (!expected.equals(found)) {
                wrong.add(new Problem.Violation("column " + (column.index() + 1),
                        "must be \"" + expected + "\"" + (found == null ? ", is missing" : ", is \"" + shortened(found) + "\"")));
            }
        }
        for (int i = columns.size(); i < Math.min(header.size(), columns.size() + 20); i++) {
            wrong.add(new Problem.Violation("column " + (i + 1), "is one too many: \"" + shortened(header.get(i)) + "\""));
        }
        return wrong;
    }

    private static String shortened(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "...";
    }

    @Override
    public Set<Integer> numbers(List<String> header) {
        Set<String> keys = new HashSet<>(record.money() == null ? List.of() : record.money().firstOf());
        keys.add(record.euroValue().column());
        if (record.quantity() != null) {
            keys.add(record.quantity().column());
        }
        return columns.stream().filter(column -> keys.contains(column.key())).map(Column::index).collect(Collectors.toSet());
    }

    @Override
    public String sheet() {
        return source.sheet();
    }

    @Override
    public boolean takesObjects() {
        return false;
    }

    @Override
    public char delimiter() {
        return format.delimiter();
    }

    @Override
    public char quote() {
        return format.quote();
    }

    @Override
    public int headerRows() {
        return format.headerRows();
    }

    @Override
    public RowReader rows(List<String> header, Dialect dialect) {
        return new RowMapping(this, dialect);
    }

    @Override
    public Basis basis() {
        return record.basis();
    }

    @Override
    public Series series() {
        return record.series();
    }

    @Override
    public Label labelFor(String party) {
        return record.label().ownedBy(party, record.series());
    }

    @Override
    public boolean isOwn() {
        return false;
    }
}
