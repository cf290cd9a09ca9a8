package org.surety.commitments.file;

import java.util.List;
import java.util.Set;

import org.surety.kit.problem.Problem;

/** What the columns of a file have to be. */
public interface Layout {

    String name();

    /** The names of the columns, in the order in which they are best. */
    List<String> headers();

    /** What is wrong with a header, in words; nothing when rows can be read by it. */
    List<Problem.Violation> faults(List<String> header);

    /** The places in the header of columns that hold numbers. */
    Set<Integer> numbers(List<String> header);

    /** Which sheet of a workbook counts; null: the first. */
    String sheet();

    /** Whether rows may come as objects, whose fields have the names of the columns. */
    boolean takesObjects();

    default char delimiter() {
        return ',';
    }

    default char quote() {
        return '"';
    }

    default int headerRows() {
        return 1;
    }
}
