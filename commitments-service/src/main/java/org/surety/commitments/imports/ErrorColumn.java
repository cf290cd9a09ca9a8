package org.surety.commitments.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.surety.commitments.file.FileFormat;
import org.surety.commitments.file.SourceFile;
import org.surety.commitments.file.TableWriter;
import org.surety.commitments.mapping.Mapping;

/** The file of an import as it came, with one more column that says what was found in each row. Written as a stream. */
class ErrorColumn {

    private static final int BATCH = 1000;

    private final ImportJob job;
    private final Mapping mapping;
    private final ImportService imports;
    /** What was found in the rows to come, in their order. */
    private final Deque<ReportRow> findings = new ArrayDeque<>();
    private ReportRow last;
    private boolean more = true;

    ErrorColumn(ImportJob job, Mapping mapping, ImportService imports) {
        this.job = job;
        this.mapping = mapping;
        this.imports = imports;
    }

    void write(OutputStream out, FileFormat format) throws IOException {
        char delimiter = job.dialect().format() == FileFormat.CSV ? job.dialect().delimiter() : ',';
        try (TableWriter table = TableWriter.to(out, format, delimiter, "Rows",
                with(SourceFile.header(file(), job.dialect()), "error"))) {
            SourceFile.read(file(), job.dialect(), mapping.headerRows(),
                    (number, line, fields) -> row(table, with(fields, found(number))));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void row(TableWriter table, List<String> cells) {
        try {
            table.row(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StoredFile file() {
        return new StoredFile(piece -> imports.chunk(job.id(), piece));
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
                    ? imports.findings(job.id(), 0, 0, BATCH)
                    : imports.findings(job.id(), last.row(), last.finding(), BATCH);
            findings.addAll(found);
            more = found.size() == BATCH;
            last = found.isEmpty() ? last : found.get(found.size() - 1);
        }
        return findings.peek();
    }
}
