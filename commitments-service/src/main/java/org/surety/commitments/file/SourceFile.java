package org.surety.commitments.file;

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
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.surety.kit.problem.Problem;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

/** A file as a layout wants it. Read as a stream; nothing of it but one record is ever held. */
public final class SourceFile {

    /** The longest cell: far more than any field takes, and where a quote that is never closed is given up. */
    static final int MAX_CELL = 1 << 20;

    private static final int BUFFER = 1 << 16;

    private SourceFile() {
    }

    /**
     * A file that can be read.
     *
     * @param kept what is to be kept of it: the file itself, or a table that was made of it
     */
    public record Checked(int rows, Dialect dialect, Path kept) {
    }

    /** Takes each row of data in turn. */
    @FunctionalInterface
    public interface Rows {
        void take(int number, long line, List<String> fields);
    }

    /**
     * Looks through the whole file.
     *
     * @throws Problem when it is empty, not what it says it is, too large in some way, or has other columns than the layout
     */
    public static Checked check(Path file, FileFormat format, Layout layout, Told told, FileLimits limits) throws IOException {
        if (Files.size(file) == 0) {
            throw FileProblem.unreadable("The file is empty.");
        }
        Checked checked = switch (format) {
            case CSV -> checkCsv(file, layout, told, limits);
            case NDJSON -> checkObjects(file, layout, limits);
            case XLSX -> WorkbookTable.of(file, layout, limits);
        };
        if (checked.rows() == 0) {
            throw FileProblem.unreadable("The file has no row of data.");
        }
        return checked;
    }

    private static Checked checkObjects(Path file, Layout layout, FileLimits limits) throws IOException {
        if (!layout.takesObjects()) {
            throw FileProblem.unreadable("The mapping " + layout.name() + " reads CSV and XLSX alone.");
        }
        checkEncoding(file);
        return ObjectTable.of(file, layout, limits);
    }

    private static Checked checkCsv(Path file, Layout layout, Told told, FileLimits limits) throws IOException {
        checkEncoding(file);
        char delimiter = delimiter(file, layout, told);
        Decimals decimals = new Decimals();
        int rows = 0;
        long cells = 0;
        try (InputStream in = Files.newInputStream(file); CsvReader<CsvRecord> records = open(in, delimiter, layout.quote())) {
            Iterator<CsvRecord> record = records.iterator();
            List<String> header = List.of();
            for (int i = 0; i < layout.headerRows() && record.hasNext(); i++) {
                header = record.next().getFields();
            }
            Set<Integer> numbers = layout.numbers(header);
            while (record.hasNext()) {
                List<String> fields = record.next().getFields();
                cells += fields.size();
                if (cells > limits.cells()) {
                    throw FileProblem.tooManyCells(limits.cells());
                }
                if (!isBlank(fields)) {
                    rows++;
                    decimals.look(fields, numbers);
                }
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw BrokenCsv.describe(file, e.getMessage(), delimiter, layout.quote());
        }
        boolean comma = told.decimal() != null ? told.decimal() == Told.Decimal.COMMA : delimiter != ',' && decimals.areCommas();
        return new Checked(rows, new Dialect(FileFormat.CSV, delimiter, layout.quote(), comma), file);
    }

    /** The first delimiter by which the header is the one that is wanted. */
    private static char delimiter(Path file, Layout layout, Told told) throws IOException {
        Set<Character> candidates = new LinkedHashSet<>();
        if (told.delimiter() != null) {
            candidates.add(told.delimiter().sign());
        } else {
            candidates.addAll(List.of(layout.delimiter(), ',', ';', '\t'));
        }
        List<Problem.Violation> fewest = null;
        for (char candidate : candidates) {
            List<Problem.Violation> faults = layout.faults(header(file, candidate, layout));
            if (faults.isEmpty()) {
                return candidate;
            }
            if (fewest == null || faults.size() < fewest.size()) {
                fewest = faults;
            }
        }
        throw FileProblem.columns(layout.name(), fewest);
    }

    private static List<String> header(Path file, char delimiter, Layout layout) throws IOException {
        try (InputStream in = Files.newInputStream(file); CsvReader<CsvRecord> records = open(in, delimiter, layout.quote())) {
            Iterator<CsvRecord> record = records.iterator();
            return record.hasNext() ? record.next().getFields() : List.of();
        } catch (CsvParseException | UncheckedIOException e) {
            throw BrokenCsv.describe(file, e.getMessage(), delimiter, layout.quote());
        }
    }

    /** Reads the rows of data of a file that was found good. */
    public static void read(InputStream in, Dialect dialect, int headerRows, Rows rows) throws IOException {
        try (CsvReader<CsvRecord> records = open(in, dialect.delimiter(), dialect.quote())) {
            int headers = dialect.isTable() ? 1 : headerRows;
            int number = 0;
            for (CsvRecord record : records) {
                List<String> fields = record.getFields();
                if (headers > 0) {
                    headers--;
                } else if (dialect.isTable()) {
                    rows.take(++number, Long.parseLong(fields.get(0)), fields.subList(1, fields.size()));
                } else if (!isBlank(fields)) {
                    rows.take(++number, record.getStartingLineNumber(), fields);
                }
            }
        }
    }

    /** The cells of the header, as they stand in the file. */
    public static List<String> header(InputStream in, Dialect dialect) throws IOException {
        try (CsvReader<CsvRecord> records = open(in, dialect.delimiter(), dialect.quote())) {
            List<String> header = records.iterator().next().getFields();
            return dialect.isTable() ? header.subList(1, header.size()) : header;
        }
    }

    /** Whether nothing stands in any of the cells: such a row is one that a program has added. */
    static boolean isBlank(List<String> fields) {
        return fields.stream().allMatch(String::isBlank);
    }

    private static CsvReader<CsvRecord> open(InputStream in, char delimiter, char quote) throws IOException {
        return CsvReader.builder().fieldSeparator(delimiter).quoteCharacter(quote)
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
                        throw FileProblem.unreadable("The file must be UTF-8 text; line " + line + " holds a NUL.");
                    }
                }
                if (result.isError()) {
                    throw FileProblem
                            .unreadable("The file must be UTF-8; byte " + (position + 1) + " in line " + line + " is not.");
                }
                bytes.compact();
                characters.clear();
            }
        }
    }
}
