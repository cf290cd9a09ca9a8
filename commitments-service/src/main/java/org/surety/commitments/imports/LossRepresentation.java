package org.surety.commitments.imports;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What of a file the register holds, keeps as it was given, and does not have. Every cell in which something stands is one of the three.
 *
 * @param stored whether the rows were stored: else it is what would be held
 * @param cells in which something stands
 */
record LossRepresentation(UUID id, boolean stored, int cells, int held, int kept, int lost, List<Column> columns) {

    /**
     * One column.
     *
     * @param held cells by the field that holds them
     * @param kept cells by their name in {@code asGiven}
     * @param lost cells by the reason
     */
    record Column(String column, Map<String, Integer> held, Map<String, Integer> kept, Map<String, Integer> lost) {
    }

    static LossRepresentation from(ImportJob job, CellTally tally) {
        int held = tally.columns().values().stream().mapToInt(column -> column.cells(column.held())).sum();
        int kept = tally.columns().values().stream().mapToInt(column -> column.cells(column.kept())).sum();
        int lost = tally.columns().values().stream().mapToInt(column -> column.cells(column.lost())).sum();
        return new LossRepresentation(job.id(), job.state() == JobState.DONE && !job.dryRun(), held + kept + lost, held, kept, lost,
                tally.columns().entrySet().stream().map(column -> new Column(column.getKey(), column.getValue().held(),
                        column.getValue().kept(), column.getValue().lost())).toList());
    }
}
