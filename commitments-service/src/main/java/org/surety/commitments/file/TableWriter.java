package org.surety.commitments.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

/** Writes rows as a file of some form, as a stream: nothing but a few rows is ever held. Blank cells of objects are left out. */
public interface TableWriter extends Closeable {

    void row(List<String> cells) throws IOException;

    /** One more sheet behind the rows; nothing in forms that have none. */
    default void beside(String name, List<List<String>> lines) throws IOException {
    }

    static TableWriter to(OutputStream out, FileFormat format, char delimiter, String sheet, List<String> header)
            throws IOException {
        return switch (format) {
            case CSV -> new Csv(out, delimiter, header);
            case NDJSON -> new Objects(out, header);
            case XLSX -> new Sheet(out, sheet, header);
        };
    }

    /** Values separated by a sign. */
    final class Csv implements TableWriter {

        private final CsvWriter csv;

        Csv(OutputStream out, char delimiter, List<String> header) {
            csv = CsvWriter.builder().fieldSeparator(delimiter).lineDelimiter(LineDelimiter.CRLF).build(out,
                    StandardCharsets.UTF_8);
            csv.writeRecord(header);
        }

        @Override
        public void row(List<String> cells) {
            csv.writeRecord(cells);
        }

        @Override
        public void close() throws IOException {
            csv.close();
        }
    }

    /** One object a line. */
    final class Objects implements TableWriter {

        private final JsonGenerator json;
        private final List<String> names;

        Objects(OutputStream out, List<String> header) throws IOException {
            json = new JsonFactory().createGenerator(out).setPrettyPrinter(new MinimalPrettyPrinter("\n"));
            names = header;
        }

        @Override
        public void row(List<String> cells) throws IOException {
            json.writeStartObject();
            for (int i = 0; i < cells.size(); i++) {
                if (!cells.get(i).isEmpty()) {
                    json.writeStringField(i < names.size() ? names.get(i) : "column " + (i + 1), cells.get(i));
                }
            }
            json.writeEndObject();
        }

        @Override
        public void close() throws IOException {
            json.writeRaw('\n');
            json.close();
        }
    }

    /** A workbook. Every cell is a text in its own place: nothing is computed, and nothing shared that would have to be held. */
    final class Sheet implements TableWriter {

        /** A format limit of workbooks, header included. */
        private static final int MOST_ROWS = 1 << 20;
        private static final int HELD = 200;

        private final Workbook workbook;
        private final Worksheet sheet;
        private int rows;

        Sheet(OutputStream out, String name, List<String> header) throws IOException {
            workbook = new Workbook(out, "Surety", "1.0");
            sheet = workbook.newWorksheet(name);
            sheet.freezePane(0, 1);
            row(header);
        }

        @Override
        public void row(List<String> cells) throws IOException {
            if (rows == MOST_ROWS) {
                throw new IOException("a workbook has at most " + MOST_ROWS + " rows");
            }
            for (int i = 0; i < cells.size(); i++) {
                if (!cells.get(i).isEmpty()) {
                    sheet.inlineString(rows, i, cells.get(i));
                }
            }
            rows++;
            if (rows % HELD == 0) {
                sheet.flush();
            }
        }

        @Override
        public void beside(String name, List<List<String>> lines) throws IOException {
            sheet.finish();
            Worksheet other = workbook.newWorksheet(name);
            for (int i = 0; i < lines.size(); i++) {
                for (int j = 0; j < lines.get(i).size(); j++) {
                    other.inlineString(i, j, lines.get(i).get(j));
                }
            }
        }

        @Override
        public void close() throws IOException {
            workbook.close();
        }
    }
}
