package org.surety.commitments.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.surety.commitments.mapping.CellAccount;
import org.surety.commitments.mapping.MappedRow;

/**
 * What became of the cells of a file in which something stands, column by column.
 *
 * @param columns by their headers, in the order in which they were met
 */
record CellTally(Map<String, Column> columns) {

    private static final String REJECTED = "the row is rejected";

    CellTally {
        columns = columns == null ? new LinkedHashMap<>() : columns;
    }

    /**
     * One column.
     *
     * @param held cells by the field that holds them
     * @param kept cells by the name under which they are kept as given
     * @param lost cells by the reason why the register does not have them
     */
    record Column(Map<String, Integer> held, Map<String, Integer> kept, Map<String, Integer> lost) {

        Column {
            held = held == null ? new TreeMap<>() : held;
            kept = kept == null ? new TreeMap<>() : kept;
            lost = lost == null ? new TreeMap<>() : lost;
        }

        private void note(CellAccount cell) {
            switch (cell.fate()) {
                case HELD -> held.merge(cell.in(), 1, Integer::sum);
                case KEPT -> kept.merge(cell.in(), 1, Integer::sum);
                case LOST -> lost.merge(cell.why(), 1, Integer::sum);
            }
        }

        int cells(Map<String, Integer> of) {
            return of.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** What became of the cells of a row that is rejected or not: of a rejected one nothing is held. */
    static List<CellAccount> of(MappedRow row, boolean rejected) {
        return rejected
                ? row.cells().stream().map(cell -> CellAccount.lost(cell.column(), REJECTED)).toList()
                : row.cells();
    }

    void note(MappedRow row, boolean rejected) {
        of(row, rejected)
                .forEach(cell -> columns.computeIfAbsent(cell.column(), header -> new Column(null, null, null)).note(cell));
    }
}
