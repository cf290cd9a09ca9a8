package org.surety.commitments.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.surety.commitments.mapping.ImportMapping.Column;

/** What becomes of the columns of a mapping, by the fields that are made of them. */
final class MappedColumns {

    private final ImportMapping mapping;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Set<String> asGiven;
    private final Map<String, String> lost;

    MappedColumns(ImportMapping mapping) {
        this.mapping = mapping;
        this.asGiven = new HashSet<>(mapping.record().asGiven());
        this.lost = mapping.lost() == null ? Map.of() : mapping.lost();
        ImportMapping.Template record = mapping.record();
        note("externalId", record.externalId().columns());
        note("group", List.of(record.group().column()));
        note("sources", record.sources().columns());
        note("title", record.title().firstOf());
        note("money.currency", record.money().currencyColumn() == null ? List.of() : List.of(record.money().currencyColumn()));
        note("money", record.money().firstOf());
        note("euroValue", List.of(record.euroValue().column()));
        note("quantity", record.quantity() == null ? List.of() : List.of(record.quantity().column()));
        note("announcedOn", List.of(record.announcedOn().column()));
        note("text", record.text() == null ? List.of() : List.of(record.text().column()));
        note("category", List.of(record.category().column()));
        note("party", List.of(record.party().column()));
    }

    private void note(String field, List<String> columns) {
        columns.forEach(column -> fields.put(column, field));
    }

    /** The columns of which the mapping does not say what becomes of them: there must be none. */
    List<String> unaccounted() {
        return mapping.columns().stream().map(Column::key)
                .filter(key -> !fields.containsKey(key) && !asGiven.contains(key) && !lost.containsKey(key)).toList();
    }

    /** What became of the cells of a row in which something stands. */
    List<CellAccount> account(Cells cells, Map<String, String> notHeld) {
        List<CellAccount> account = new ArrayList<>();
        for (Column column : mapping.columns()) {
            String key = column.key();
            if (cells.of(key).isEmpty()) {
                continue;
            }
            String header = ImportMapping.nameOf(column);
            if (fields.containsKey(key) && !notHeld.containsKey(key)) {
                account.add(CellAccount.held(header, fields.get(key)));
            } else if (asGiven.contains(key) && !cells.of(key).equals(".")) {
                account.add(CellAccount.kept(header, key));
            } else {
                account.add(CellAccount.lost(header,
                        notHeld.getOrDefault(key, lost.getOrDefault(key, "it says that nothing is known"))));
            }
        }
        return account;
    }

    /** Of a row that has not the cells of the mapping nothing is known to stand in its place. */
    List<CellAccount> lost(List<String> cells) {
        List<CellAccount> account = new ArrayList<>();
        Map<Integer, String> headers = new HashMap<>();
        mapping.columns().forEach(column -> headers.put(column.index(), ImportMapping.nameOf(column)));
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isBlank()) {
                account.add(
                        CellAccount.lost(headers.getOrDefault(i, "column " + (i + 1)), "the row has not the cells of the mapping"));
            }
        }
        return account;
    }
}
