package org.surety.commitments.file;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.surety.kit.problem.Problem;

/**
 * The rows of a sheet. The workbook is unpacked once without being read, to know how large it becomes: only then is it given to a reader,
 * which holds the texts that cells share.
 */
final class WorkbookTable {

    /** What text packs by at most; more is made to fill a memory. */
    private static final long MAX_RATIO = 200;

    /** Below this nobody's memory is in danger. */
    private static final long HARMLESS = 16L << 20;

    /** The texts that cells share are held while the sheet is read. */
    private static final long MAX_SHARED = 64L << 20;

    private static final int MAX_NAMED = 10;

    /** A format that has nothing but the signs of a day: not that of a number. */
    private static final Pattern DAY = Pattern.compile("(?i)(?=.*[dy])[dmyhs\\-/.,: ;@_ap]+");
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.");

    private WorkbookTable() {
    }

    static SourceFile.Checked of(Path file, Layout layout, FileLimits limits) throws IOException {
        unpack(file, limits);
        TableFile table = null;
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true))) {
            Sheet sheet = sheet(workbook, layout.sheet());
            List<String> formulas = new ArrayList<>();
            try (Stream<Row> rows = sheet.openStream()) {
                Iterator<Row> row = rows.iterator();
                List<String> header = header(row, layout, formulas);
                table = new TableFile(FileFormat.XLSX, limits, header);
                while (row.hasNext()) {
                    Row next = row.next();
                    table.row(next.getRowNum(), cells(next, header.size(), formulas));
                }
            }
            if (!formulas.isEmpty()) {
                throw FileProblem.formulas(formulas);
            }
            return table.finish();
        } catch (ExcelReaderException | IllegalArgumentException | IndexOutOfBoundsException e) {
            abandon(table);
            throw FileProblem.unreadable("The file is no workbook that can be read: " + e.getMessage());
        } catch (IOException | Problem e) {
            abandon(table);
            throw e;
        }
    }

    private static void abandon(TableFile table) throws IOException {
        if (table != null) {
            table.abandon();
        }
    }

    private static void unpack(Path file, FileLimits limits) throws IOException {
        long most = Math.min(limits.unpacked(), Math.max(HARMLESS, Files.size(file) * MAX_RATIO));
        long unpacked = 0;
        byte[] buffer = new byte[1 << 16];
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (Iterator<? extends ZipEntry> entries = zip.entries().asIterator(); entries.hasNext();) {
                ZipEntry entry = entries.next();
                if (entry.getName().startsWith("xl/externalLinks/")) {
                    throw FileProblem.externalLinks(entry.getName());
                }
                long before = unpacked;
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        unpacked += read;
                        if (unpacked > most) {
                            throw FileProblem.unpacksTooLarge(most, "it");
                        }
                        if (entry.getName().equals("xl/sharedStrings.xml") && unpacked - before > MAX_SHARED) {
                            throw FileProblem.unpacksTooLarge(MAX_SHARED, entry.getName());
                        }
                    }
                }
            }
        } catch (ZipException e) {
            throw FileProblem.unreadable("The file is no workbook (XLSX): " + e.getMessage());
        }
    }

    private static Sheet sheet(ReadableWorkbook workbook, String name) {
        if (name != null) {
            Sheet named = workbook.findSheet(name).orElse(null);
            if (named != null) {
                return named;
            }
        }
        return workbook.getFirstSheet();
    }

    private static List<String> header(Iterator<Row> rows, Layout layout, List<String> formulas) {
        List<String> header = rows.hasNext() ? cells(rows.next(), 0, formulas) : List.of();
        int width = header.size();
        while (width > 0 && header.get(width - 1).isBlank() && width > layout.headers().size()) {
            width--;
        }
        header = header.subList(0, width);
        List<Problem.Violation> faults = layout.faults(header);
        if (!faults.isEmpty()) {
            throw FileProblem.columns(layout.name(), faults);
        }
        return header;
    }

    /** As many cells as the header has; more only where something stands in them. */
    private static List<String> cells(Row row, int width, List<String> formulas) {
        List<String> cells = new ArrayList<>(Math.max(width, row.getCellCount()));
        for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = row.getCell(i);
            if (cell != null && cell.getType() == CellType.FORMULA && formulas.size() < MAX_NAMED) {
                formulas.add(cell.getAddress().toString());
            }
            cells.add(cell == null ? "" : text(cell));
        }
        while (cells.size() < width) {
            cells.add("");
        }
        while (width > 0 && cells.size() > width && cells.get(cells.size() - 1).isBlank()) {
            cells.remove(cells.size() - 1);
        }
        return cells;
    }

    private static String text(Cell cell) {
        String text = switch (cell.getType()) {
            case NUMBER -> isDay(cell) ? day(cell) : number(cell.getRawValue());
            case FORMULA, EMPTY -> "";
            default -> cell.getText();
        };
        if (text.length() > SourceFile.MAX_CELL) {
            throw FileProblem.cellTooLong("The cell " + cell.getAddress());
        }
        return text;
    }

    private static boolean isDay(Cell cell) {
        String format = cell.getDataFormatString();
        return format != null && DAY.matcher(LITERAL.matcher(format).replaceAll("")).matches();
    }

    private static String day(Cell cell) {
        LocalDateTime moment = cell.asDate();
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT) ? moment.toLocalDate().toString() : moment.toString();
    }

    /** Without the exponent that large numbers are stored with. */
    private static String number(String raw) {
        return raw.matches("[-+0-9.]{1,40}") ? raw : new BigDecimal(raw).toPlainString();
    }
}
