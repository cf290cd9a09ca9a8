package org.surety.commitments.file;

import java.util.List;

import org.surety.kit.problem.Problem;
import org.surety.kit.problem.ProblemType;

/** The problem types of files that cannot be read at all. */
public enum FileProblem implements ProblemType {
    UNREADABLE_FILE(400, "The file cannot be read"), COLUMNS_DO_NOT_MATCH(400,
            "The columns of the file are not those of the mapping"), CELL_TOO_LONG(400,
                    "A cell of the file is too long"), TOO_MANY_CELLS(400, "The file has too many cells"), UNPACKS_TOO_LARGE(400,
                            "The workbook is too large once unpacked"), FORMULA_CELLS(400,
                                    "The workbook has formulas where values belong"), EXTERNAL_LINKS(400,
                                            "The workbook refers to other files");

    private final int status;
    private final String title;

    FileProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    static Problem unreadable(String detail) {
        return new Problem(UNREADABLE_FILE, detail);
    }

    static Problem columns(String mapping, List<Problem.Violation> wrong) {
        return new Problem(COLUMNS_DO_NOT_MATCH, wrong.size() + " columns differ from the mapping " + mapping + "; the first: "
                + wrong.get(0).field() + " " + wrong.get(0).message(), wrong);
    }

    static Problem cellTooLong(String place) {
        return new Problem(CELL_TOO_LONG,
                place + " has more than " + SourceFile.MAX_CELL + " characters. No field of the register takes a part of that.");
    }

    static Problem tooManyCells(long limit) {
        return new Problem(TOO_MANY_CELLS, "A file may have " + limit + " cells. Divide it.");
    }

    static Problem unpacksTooLarge(long limit, String part) {
        return new Problem(UNPACKS_TOO_LARGE, "Unpacked, " + part + " has more than " + limit + " bytes. Save the rows as CSV.");
    }

    static Problem formulas(List<String> cells) {
        return new Problem(FORMULA_CELLS, "Formulas stand in " + String.join(", ", cells)
                + ". Keep their values in their place; a value of today would be another one tomorrow.");
    }

    static Problem externalLinks(String part) {
        return new Problem(EXTERNAL_LINKS,
                "The workbook refers to another file (" + part + "). Break the links and keep the values.");
    }
}
