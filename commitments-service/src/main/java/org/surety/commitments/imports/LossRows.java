package org.surety.commitments.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.surety.commitments.file.SourceFile;
import org.surety.commitments.mapping.CellAccount;
import org.surety.commitments.mapping.MappedRow;
import org.surety.commitments.mapping.Mapping;
import org.surety.commitments.mapping.RowReader;

import com.fasterxml.jackson.databind.ObjectMapper;

/** What became of each cell of each row of an import, one JSON object a line. The file is read again for it, as a stream. */
class LossRows {

    private static final int BATCH = 1000;

    /**
     * What became of a row.
     *
     * @param number of the row
     */
    record Outcome(int number, RowOutcome outcome) {
    }

    /** One line. */
    record Line(int row, long line, RowOutcome outcome, List<CellAccount> cells) {
    }

    private final ImportJob job;
    private final Mapping mapping;
    private final ImportService imports;
    private final ObjectMapper json;
    private final Deque<Outcome> outcomes = new ArrayDeque<>();

    LossRows(ImportJob job, Mapping mapping, ImportService imports, ObjectMapper json) {
        this.job = job;
        this.mapping = mapping;
        this.imports = imports;
        this.json = json;
    }

    void write(OutputStream out) throws IOException {
        RowReader rows = mapping.rows(SourceFile.header(file(), job.dialect()), job.dialect());
        try {
            SourceFile.read(file(), job.dialect(), mapping.headerRows(), (number, line, fields) -> {
                MappedRow row = rows.map(number, line, fields);
                write(out, new Line(number, line, outcome(number), cells(row, outcome(number))));
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private List<CellAccount> cells(MappedRow row, RowOutcome outcome) {
        MappedRow known = mapping.isOwn() && outcome == RowOutcome.UNCHANGED ? row.unchanged(row.commitment()) : row;
        return CellTally.of(known, outcome == RowOutcome.REJECTED);
    }

    private void write(OutputStream out, Line line) {
        try {
            out.write(json.writeValueAsBytes(line));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StoredFile file() {
        return new StoredFile(piece -> imports.chunk(job.id(), piece));
    }

    /** Of a row that is not read yet it is PENDING. */
    private RowOutcome outcome(int number) {
        while (!outcomes.isEmpty() && outcomes.peek().number() < number) {
            outcomes.poll();
        }
        if (outcomes.isEmpty()) {
            outcomes.addAll(imports.outcomes(job.id(), number - 1, BATCH));
        }
        Outcome next = outcomes.peek();
        return next != null && next.number() == number ? next.outcome() : RowOutcome.PENDING;
    }
}
