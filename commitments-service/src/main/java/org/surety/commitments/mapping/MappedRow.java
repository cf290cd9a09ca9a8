package org.surety.commitments.mapping;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.surety.commitments.commitment.CommitmentRepresentation;
import org.surety.commitments.commitment.ImportedCommitment;
import org.surety.commitments.commitment.StatedCommitment;

/**
 * A row of a file as the mapping reads it.
 *
 * @param number of the row among the rows of data, from 1
 * @param line on which it starts, from 1; cells may have line breaks, so it is not the number plus the header
 * @param commitment what the row is; null when it cannot be stored, or while it is not known
 * @param stated what the row says of a record of this register, to be held against what is there; null for rows of others
 * @param unchanged whether it is known to say what is there
 * @param cells what became of each cell in which something stands
 */
public record MappedRow(int number, long line, ImportedCommitment commitment, Statement stated, boolean unchanged,
        List<Finding> findings, List<CellAccount> cells) {

    /**
     * What a row says of a record of this register.
     *
     * @param isSame whether every cell of the row is what stands in the record
     */
    public record Statement(StatedCommitment commitment, Predicate<CommitmentRepresentation> isSame) {
    }

    static MappedRow of(int number, long line, ImportedCommitment commitment, List<Finding> findings, List<CellAccount> cells) {
        return new MappedRow(number, line, commitment, null, false, findings, cells);
    }

    public boolean isRejected() {
        return commitment == null && stated == null;
    }

    /** The row with one more thing that keeps it from being stored. */
    public MappedRow rejected(Finding finding) {
        return rejected(List.of(finding));
    }

    public MappedRow rejected(List<Finding> more) {
        return new MappedRow(number, line, null, null, false, Stream.concat(findings.stream(), more.stream()).toList(), cells);
    }

    /** The row as it is to be stored. */
    public MappedRow as(ImportedCommitment stored) {
        return new MappedRow(number, line, stored, null, false, findings, cells);
    }

    /** The row of a commitment that says the same already. */
    public MappedRow unchanged(ImportedCommitment known) {
        return new MappedRow(number, line, known, null, true, findings,
                cells.stream()
                        .map(cell -> cell.fate() == CellAccount.Fate.LOST ? CellAccount.held(cell.column(), cell.column()) : cell)
                        .toList());
    }
}
