package org.surety.commitments.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;

/** The table that is kept of a file that did not come as CSV: see {@link Dialect}. */
final class TableFile implements Closeable {

    private final FileFormat format;
    private final FileLimits limits;
    private final Path path;
    private final CsvWriter csv;
    private int rows;
    private long cells;

    TableFile(FileFormat format, FileLimits limits, List<String> header) throws IOException {
        this.format = format;
        this.limits = limits;
        this.path = Files.createTempFile("import", ".table");
        this.csv = CsvWriter.builder().build(Files.newBufferedWriter(path, StandardCharsets.UTF_8));
        write("line", header);
    }

    void row(long line, List<String> fields) {
        cells += fields.size();
        if (cells > limits.cells()) {
            throw FileProblem.tooManyCells(limits.cells());
        }
        if (!SourceFile.isBlank(fields)) {
            rows++;
            write(Long.toString(line), fields);
        }
    }

    private void write(String first, List<String> fields) {
        List<String> row = new ArrayList<>(fields.size() + 1);
        row.add(first);
        row.addAll(fields);
        csv.writeRecord(row);
    }

    /** The finished file, which belongs to whoever asked for it. */
    SourceFile.Checked finish() throws IOException {
        csv.close();
        return new SourceFile.Checked(rows, Dialect.table(format), path);
    }

    /** Where it was not finished nobody needs it. */
    void abandon() throws IOException {
        csv.close();
        Files.deleteIfExists(path);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
