package org.surety.commitments.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the place at which a file stops being CSV: the parser knows the record, a person needs the line and the column. */
final class BrokenCsv {

    private final char delimiter;
    private final char quote;
    private long line = 1;
    private int cell = 1;
    private long cellLine = 1;

    private BrokenCsv(ImportMapping.Format format) {
        this.delimiter = format.delimiter();
        this.quote = format.quote();
    }

    /** What is wrong and where, in words; what the parser says where nothing is found. */
    static String describe(Path file, String parserSays, ImportMapping.Format format) throws IOException {
        try (InputStream in = Files.newInputStream(file); Reader text = SourceFile.text(in)) {
            String place = new BrokenCsv(format).find(text);
            return place != null ? place : "The file is no CSV: " + parserSays;
        }
    }

    private String find(Reader text) throws IOException {
        boolean quoted = false;
        boolean closed = false;
        boolean start = true;
        for (int c = text.read(); c >= 0; c = text.read()) {
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
            } else if (closed) {
                return "In line " + line + ", column " + cell + ", text follows the closing quote.";
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
        }
        return quoted ? "The quote that opens column " + cell + " in line " + cellLine + " is never closed." : null;
    }
}
