package org.surety.commitments.imports;

import java.util.UUID;

/**
 * One line of an import's report: a row of the file and one thing found in it, or a row in which nothing was found.
 *
 * @param row among the rows of data, from 1
 * @param line of the file on which the row starts, from 1
 * @param column the header of the column; null for the row as a whole
 * @param code stable, kebab-case; null when nothing was found
 * @param commitment the id of the commitment that the row is; null when it is none, or of a dry run
 * @param takenBack what became of it when the import was taken back; null: it was not, or the row had made nothing
 * @param finding the place among the row's findings, from 1; 0 when nothing was found
 */
public record ReportRow(int row, long line, String column, String externalId, RowOutcome outcome, String code, String message,
        String value, UUID commitment, TakenBack takenBack, int finding) {
}
