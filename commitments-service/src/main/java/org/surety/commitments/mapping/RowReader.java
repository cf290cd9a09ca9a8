package org.surety.commitments.mapping;

import java.util.List;

/** Reads the rows of one file in their order. Not for two threads. */
@FunctionalInterface
public interface RowReader {

    /** The row as a commitment, or what keeps it from being one. */
    MappedRow map(int row, long line, List<String> fields);
}
