package org.surety.commitments.mapping;

import java.util.List;

import org.surety.commitments.commitment.ImportedCommitment;

/**
 * A row of a file as the mapping reads it.
 *
 * @param number of the row among the rows of data, from 1
 * @param line on which it starts, from 1; cells may have line breaks, so it is not the number plus the header
 * @param commitment what the row is; null when it cannot be stored
 */
public record MappedRow(int number, long line, ImportedCommitment commitment, List<Finding> findings) {

    public boolean isRejected() {
        return commitment == null;
    }

    /** The row with one more thing that keeps it from being stored. */
    public MappedRow rejected(Finding finding) {
        return new MappedRow(number, line, null, append(finding));
    }

    private List<Finding> append(Finding finding) {
        return java.util.stream.Stream.concat(findings.stream(), java.util.stream.Stream.of(finding)).toList();
    }
}
