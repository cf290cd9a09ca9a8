package org.surety.commitments.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.surety.commitments.template.OwnTemplate;
import org.surety.kit.problem.Problem;

class SourceFileTest {

    private static final String HEADER = "externalId,party,basis,kind,title,label,money,currency";
    private static final FileLimits LIMITS = new FileLimits(1000, 64L << 20);
    private static final OwnTemplate TEMPLATE = new OwnTemplate();

    @TempDir
    Path folder;

    private SourceFile.Checked check(FileFormat format, byte[] content, Told told) throws IOException {
        Path file = Files.write(folder.resolve("file"), content);
        return SourceFile.check(file, format, TEMPLATE, told, LIMITS);
    }

    private SourceFile.Checked csv(String text) throws IOException {
        return check(FileFormat.CSV, text.getBytes(StandardCharsets.UTF_8), Told.NOTHING);
    }

    private static List<String> rows(SourceFile.Checked checked) throws IOException {
        List<String> rows = new ArrayList<>();
        SourceFile.read(Files.newInputStream(checked.kept()), checked.dialect(), 1,
                (number, line, fields) -> rows.add(number + " " + line + " " + fields));
        return rows;
    }

    @Test
    void delimiterAndDecimalCommaAreFound() throws IOException {
        SourceFile.Checked points = csv(HEADER + "\n1,XAA,,,,,1.5,EUR\n");
        assertThat(points.dialect()).isEqualTo(new Dialect(FileFormat.CSV, ',', '"', false));
        SourceFile.Checked commas = csv(
                "\uFEFF" + HEADER.replace(',', ';') + "\r\n1;XAA;;;;;1,5;EUR\r\n;;;;;;;\r\n2;XAA;;;;;2;EUR\r\n");
        assertThat(commas.dialect()).isEqualTo(new Dialect(FileFormat.CSV, ';', '"', true));
        assertThat(commas.rows()).isEqualTo(2);
        assertThat(rows(commas)).containsExactly("1 2 [1, XAA, , , , , 1,5, EUR]", "2 4 [2, XAA, , , , , 2, EUR]");
        assertThat(commas.dialect().plainNumber("1,5")).isEqualTo("1.5");
        assertThat(commas.dialect().plainNumber("1.500")).isEqualTo("1,500");
        assertThat(csv(HEADER.replace(',', '\t') + "\n1\tXAA\t\t\t\t\t1.5\tEUR\n").dialect().decimalComma()).isFalse();
        // Both: a mistake in some row, which the rows will show.
        assertThat(csv(HEADER.replace(',', ';') + "\n1;XAA;;;;;1,5;EUR\n2;XAA;;;;;1.5;EUR\n").dialect().decimalComma()).isFalse();
    }

    @Test
    void whatIsSaidIsNotLookedFor() throws IOException {
        byte[] file = (HEADER + "\n1,XAA,,,,,\"1,5\",EUR\n").getBytes(StandardCharsets.UTF_8);
        assertThat(check(FileFormat.CSV, file, Told.NOTHING).dialect().decimalComma()).isFalse();
        assertThat(check(FileFormat.CSV, file, new Told(null, Told.Decimal.COMMA)).dialect().decimalComma()).isTrue();
        assertThatThrownBy(() -> check(FileFormat.CSV, file, new Told(Told.Delimiter.SEMICOLON, null)))
                .isInstanceOfSatisfying(Problem.class,
                        problem -> assertThat(problem.problemType()).isEqualTo(FileProblem.COLUMNS_DO_NOT_MATCH));
    }

    @Test
    void objectsBecomeRowsInWhateverOrderTheirFieldsAre() throws IOException {
        SourceFile.Checked checked = check(FileFormat.NDJSON, ("{\"title\": \"A\", \"party\": \"XAA\", \"money\": 1250000.00}\n\n"
                + "{\"party\": \"XAB\", \"externalId\": null, \"text\": \"a\\nb\"}\n").getBytes(StandardCharsets.UTF_8),
                Told.NOTHING);
        assertThat(checked.rows()).isEqualTo(2);
        List<String> header = SourceFile.header(Files.newInputStream(checked.kept()), checked.dialect());
        List<String> found = new ArrayList<>();
        SourceFile.read(Files.newInputStream(checked.kept()), checked.dialect(), 1, (number, line, fields) -> {
            for (int i = 0; i < fields.size(); i++) {
                if (!fields.get(i).isEmpty()) {
                    found.add(line + " " + header.get(i) + "=" + fields.get(i));
                }
            }
        });
        assertThat(found).containsExactly("1 party=XAA", "1 title=A", "1 money=1250000.00", "3 party=XAB", "3 text=a\nb");
    }

    @Test
    void aWorkbookIsReadAsItsCellsSay() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("One");
            String[] header = HEADER.split(",");
            for (int i = 0; i < header.length; i++) {
                sheet.value(0, i, header[i]);
            }
            sheet.value(1, 0, "a shared text");
            sheet.value(1, 6, new java.math.BigDecimal("12500000.25"));
            sheet.value(3, 0, 17);
            sheet.value(3, 4, java.time.LocalDate.of(2026, 3, 1));
            sheet.style(3, 4).format("dd/mm/yyyy").set();
            sheet.value(3, 5, true);
        }
        SourceFile.Checked checked = check(FileFormat.XLSX, out.toByteArray(), Told.NOTHING);
        assertThat(rows(checked)).containsExactly("1 2 [a shared text, , , , , , 12500000.25, ]",
                "2 4 [17, , , , 2026-03-01, true, , ]");
    }

    @Test
    void whatIsTooMuchIsRefusedByName() throws IOException {
        refused(FileProblem.TOO_MANY_CELLS, FileFormat.CSV, (HEADER + "\n" + "1,2,3,4,5,6,7,8\n".repeat(130)).getBytes());
        refused(FileProblem.CELL_TOO_LONG, FileFormat.CSV,
                (HEADER + "\n1,\"" + "x".repeat(10 << 20) + "\",3,4,5,6,7,8\n").getBytes());
        refused(FileProblem.CELL_TOO_LONG, FileFormat.NDJSON, ("{\"title\": \"" + "x".repeat(10 << 20) + "\"}").getBytes());
        refused(FileProblem.UNREADABLE_FILE, FileFormat.NDJSON, "[1, 2]".getBytes());
        refused(FileProblem.UNREADABLE_FILE, FileFormat.NDJSON, "{\"title\": {\"a\": 1}}".getBytes());
        refused(FileProblem.UNREADABLE_FILE, FileFormat.NDJSON, "{\"title\": \"a\", \"title\": \"b\"}".getBytes());
        refused(FileProblem.COLUMNS_DO_NOT_MATCH, FileFormat.NDJSON, "{\"tittle\": \"a\"}".getBytes());
        refused(FileProblem.UNREADABLE_FILE, FileFormat.XLSX, "PK no workbook".getBytes());
        refused(FileProblem.UNREADABLE_FILE, FileFormat.XLSX, zip("note.txt", "nothing".getBytes()));
        refused(FileProblem.UNPACKS_TOO_LARGE, FileFormat.XLSX, zip("xl/worksheets/sheet1.xml", new byte[40 << 20]));
        refused(FileProblem.EXTERNAL_LINKS, FileFormat.XLSX, zip("xl/externalLinks/externalLink1.xml", "<x/>".getBytes()));
    }

    private void refused(FileProblem expected, FileFormat format, byte[] content) {
        assertThatThrownBy(() -> check(format, content, Told.NOTHING)).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.problemType()).isEqualTo(expected));
        assertThat(folder.toFile().list()).containsExactly("file");
    }

    static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }
}
