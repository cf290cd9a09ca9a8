package org.surety.commitments.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;

import org.surety.kit.problem.Problem;

/** Finds the place at which a file stops being CSV: the parser knows the record, a person needs the line and the column. */
final class BrokenCsv {

    private final char delimiter;
    private final char quote;
    private long line = 1;
    private int cell = 1;
    private long cellLine = 1;
    private int length;

    private BrokenCsv(char delimiter, char quote) {
        this.delimiter = delimiter;
        this.quote = quote;
    }

    /** What is wrong and where, in words; what the parser says where nothing is found. */
    static Problem describe(Path file, String parserSays, char delimiter, char quote) throws IOException {
        try (InputStream in = Files.newInputStream(file); Reader text = SourceFile.text(in)) {
            Problem place = new BrokenCsv(delimiter, quote).find(text);
            return place != null ? place : FileProblem.unreadable("The file is no CSV: " + parserSays);
        }
    }

    private Problem find(Reader text) throws IOException {
        boolean quoted = false;
        boolean closed = false;
        boolean start = true;
        for (int c = text.read(); c >= 0; c = text.read()) {
            length++;
            if (quoted) {
                if (c == quote) {
                    quoted = false;
                    closed = true;
                }
            } else if (closed && c == quote) {
                // Two quotes inside a quoted cell are one.
                quoted = true;
                closed = false;
            } else if (c == delimiter || c == '\n' || c == '\r') {
                closed = false;
                start = true;
                cell = c == delimiter ? cell + 1 : 1;
                length = 0;
                cellLine = line;
            } else if (closed) {
                return FileProblem.unreadable("In line " + line + ", column " + cell + ", text follows the closing quote.");
            } else if (start && c == quote) {
                quoted = true;
                start = false;
                cellLine = line;
            } else {
                start = false;
            }
            if (c == '\n') {
                line++;
            }
            if (length > SourceFile.MAX_CELL && !quoted) {
                return FileProblem.cellTooLong("Column " + cell + " in line " + cellLine);
            }
        }
        if (quoted) {
            return FileProblem.unreadable("The quote that opens column " + cell + " in line " + cellLine + " is never closed.");
        }
        return null;
    }
}
