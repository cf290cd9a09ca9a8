package org.surety.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The rows of one table that came with a bank, in the text that COPY reads and writes. */
final class WorldTable {
    /** Sums of what several audiences have: a row with amounts that are not shown is not shown either. */
    private static final Set<String> SUMS = Set.of("coverage_delta", "coverage_total", "earlier_support_total");
    /** By which a row belongs to a record, the first that there is; a record with versions is one itself. */
    private static final List<String> OWNERS = List.of("commitment_id", "commitment", "instrument", "delegation_id", "person_id",
            "subject", "code", "id", "requirement_id");
    private static final String NULL = "\\N";
    private final String name;
    private final List<String> columns;
    private final String number;
    private final long before;
    private final List<Row> rows = new ArrayList<>();

    /**
     * @param audience null: the table has none
     * @param amounts who sees the amounts; null: who sees the row
     * @param record that the row belongs to
     */
    record Row(String[] cells, Integer audience, Integer amounts, String record) {
    }

    /**
     * @param number the column that counts rows; null: there is none
     * @param before the highest number that was given before the bank
     */
    WorldTable(String name, List<String> columns, String number, long before) {
        this.name = name;
        this.columns = columns;
        this.number = number;
        this.before = before;
    }

    String name() {
        return name;
    }

    List<String> columns() {
        return columns;
    }

    List<Row> rows() {
        return rows;
    }

    String number() {
        return number;
    }

    long before() {
        return before;
    }

    boolean isSum() {
        return SUMS.contains(name);
    }

    /** Table and versions count together. */
    String family() {
        return name.replaceFirst("_version$", "");
    }

    int column(String wanted) {
        return columns.indexOf(wanted);
    }

    void add(String line) {
        String[] cells = line.split("\t", -1);
        rows.add(new Row(cells, audience(cells, "audience_id"), audience(cells, "amounts_audience_id"), record(cells, line)));
    }

    private Integer audience(String[] cells, String wanted) {
        int at = column(wanted);
        return at < 0 || cells[at].equals(NULL) ? null : Integer.valueOf(cells[at]);
    }

    private String record(String[] cells, String line) {
        boolean isRecord = column("version") >= 0 && column("id") >= 0 && !family().equals("delivery");
        for (String owner : isRecord ? List.of("id") : OWNERS) {
            int at = column(owner);
            if (at >= 0 && !cells[at].equals(NULL)) {
                return cells[at];
            }
        }
        return line;
    }
}
