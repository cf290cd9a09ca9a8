package org.surety.commitments.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

import org.surety.commitments.mapping.ImportMapping;
import org.surety.commitments.mapping.SourceFile;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

/** The file of an import as it came, with one more column that says what was found in each row. Written as a stream. */
class ErrorColumn {

    private static final int BATCH = 1000;

    private final UUID id;
    private final ImportMapping mapping;
    private final ImportService imports;
    /** What was found in the rows to come, in their order. */
    private final Deque<ReportRow> findings = new ArrayDeque<>();
    private ReportRow last;
    private boolean more = true;

    ErrorColumn(UUID id, ImportMapping mapping, ImportService imports) {
        this.id = id;
        this.mapping = mapping;
        this.imports = imports;
    }

    void write(OutputStream out) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(mapping.delimiter()).lineDelimiter(LineDelimiter.CRLF).build(out,
                StandardCharsets.UTF_8)) {
            csv.writeRecord(with(SourceFile.header(file(), mapping), "error"));
            SourceFile.read(file(), mapping, (number, line, fields) -> csv.writeRecord(with(fields, found(number))));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private StoredFile file() {
        return new StoredFile(piece -> imports.chunk(id, piece));
    }

    private static List<String> with(List<String> fields, String error) {
        List<String> row = new ArrayList<>(fields);
        row.add(error);
        return row;
    }

    private String found(int number) {
        List<String> texts = new ArrayList<>();
        while (next() != null && next().row() == number) {
            ReportRow finding = findings.poll();
            String warning = finding.outcome() == RowOutcome.REJECTED ? "" : "warning: ";
            texts.add(warning + (finding.column() == null ? "row" : finding.column()) + " " + finding.message());
        }
        return String.join("; ", texts);
    }

    private ReportRow next() {
        if (findings.isEmpty() && more) {
            List<ReportRow> found = last == null
                    ? imports.findings(id, 0, 0, BATCH)
                    : imports.findings(id, last.row(), last.finding(), BATCH);
            findings.addAll(found);
            more = found.size() == BATCH;
            last = found.isEmpty() ? last : found.get(found.size() - 1);
        }
        return findings.peek();
    }
}
