package org.surety.commitments.mapping;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.surety.kit.problem.Problem;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

/** A CSV file as a mapping wants it. Read as a stream; nothing of it but one record is ever held. */
public final class SourceFile {

    /** The longest cell: far more than any field takes, and where a quote that is never closed is given up. */
    private static final int MAX_CELL = 1 << 20;

    private static final int BUFFER = 1 << 16;

    private SourceFile() {
    }

    /**
     * Looks through the whole file.
     *
     * @return how many rows of data it has
     * @throws Problem when it is empty, not UTF-8, no CSV, or has other columns than the mapping
     */
    public static int check(Path file, ImportMapping mapping) throws IOException {
        if (Files.size(file) == 0) {
            throw MappingProblem.unreadable("The file is empty.");
        }
        checkEncoding(file);
        int rows = 0;
        try (InputStream in = Files.newInputStream(file); CsvReader<CsvRecord> records = open(in, mapping)) {
            Iterator<CsvRecord> record = records.iterator();
            for (int header = 0; header < mapping.format().headerRows(); header++) {
                checkHeader(record.hasNext() ? record.next().getFields() : List.of(), mapping);
            }
            while (record.hasNext()) {
                record.next();
                rows++;
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw MappingProblem.unreadable(BrokenCsv.describe(file, e.getMessage(), mapping.format()));
        }
        if (rows == 0) {
            throw MappingProblem.unreadable("The file has no row of data.");
        }
        return rows;
    }

    /** Takes each row of data in turn. */
    @FunctionalInterface
    public interface Rows {
        void take(int number, long line, List<String> fields);
    }

    /** Reads the rows of data of a file that was found good. */
    public static void read(InputStream in, ImportMapping mapping, Rows rows) throws IOException {
        try (CsvReader<CsvRecord> records = open(in, mapping)) {
            int number = 1 - mapping.format().headerRows();
            for (CsvRecord record : records) {
                if (number > 0) {
                    rows.take(number, record.getStartingLineNumber(), record.getFields());
                }
                number++;
            }
        }
    }

    /** The cells of the header, as they stand in the file. */
    public static List<String> header(InputStream in, ImportMapping mapping) throws IOException {
        try (CsvReader<CsvRecord> records = open(in, mapping)) {
            return records.iterator().next().getFields();
        }
    }

    private static CsvReader<CsvRecord> open(InputStream in, ImportMapping mapping) throws IOException {
        return CsvReader.builder().fieldSeparator(mapping.format().delimiter()).quoteCharacter(mapping.format().quote())
                .skipEmptyLines(true).allowUnclosedQuote(false).extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE).maxBufferSize(MAX_CELL).ofCsvRecord(text(in));
    }

    /** The text, without the mark that some programs set before it. */
    static Reader text(InputStream in) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), BUFFER);
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    private static void checkHeader(List<String> header, ImportMapping mapping) {
        String trim = mapping.format().trim();
        List<Problem.Violation> wrong = new ArrayList<>();
        for (ImportMapping.Column column : mapping.columns()) {
            String expected = Cells.trim(column.header(), trim);
            String found = column.index() < header.size() ? Cells.trim(header.get(column.index()), trim) : null;
            if (!expected.equals(found)) {
                wrong.add(new Problem.Violation("column " + (column.index() + 1),
                        "must be \"" + expected + "\"" + (found == null ? ", is missing" : ", is \"" + shortened(found) + "\"")));
            }
        }
        for (int i = mapping.columns().size(); i < Math.min(header.size(), mapping.columns().size() + 20); i++) {
            wrong.add(new Problem.Violation("column " + (i + 1), "is one too many: \"" + shortened(header.get(i)) + "\""));
        }
        if (!wrong.isEmpty()) {
            throw MappingProblem.columns(mapping.name(), wrong);
        }
    }

    private static String shortened(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "...";
    }

    /** UTF-8 without NUL: a file in UTF-16 is valid UTF-8 to a decoder as long as it is English. */
    private static void checkEncoding(Path file) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        CharBuffer characters = CharBuffer.allocate(BUFFER);
        long position = 0;
        long line = 1;
        try (ReadableByteChannel in = Channels.newChannel(Files.newInputStream(file))) {
            boolean end = false;
            while (!end) {
                end = in.read(bytes) < 0;
                bytes.flip();
                CoderResult result = decoder.decode(bytes, characters, end);
                position += bytes.position();
                characters.flip();
                while (characters.hasRemaining()) {
                    char c = characters.get();
                    if (c == '\n') {
                        line++;
                    } else if (c == 0) {
                        throw MappingProblem.unreadable("The file must be UTF-8 text; line " + line + " holds a NUL.");
                    }
                }
                if (result.isError()) {
                    throw MappingProblem
                            .unreadable("The file must be UTF-8; byte " + (position + 1) + " in line " + line + " is not.");
                }
                bytes.compact();
                characters.clear();
            }
        }
    }
}
