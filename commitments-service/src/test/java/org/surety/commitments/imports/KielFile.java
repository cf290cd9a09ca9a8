package org.surety.commitments.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The file that the suite ships, and small files of the same shape. */
final class KielFile {

    static final Path FILE = root().resolve("deploy/local/data/kiel-release-7.csv");
    static final Path SUMMARY = root().resolve("deploy/acceptance/src/test/resources/kiel-release-7-summary.csv");
    private static final int COLUMNS = 44;

    private KielFile() {
    }

    private static Path root() {
        return Path.of(System.getProperty("surety.root"));
    }

    static String header() {
        return all().substring(0, all().indexOf("\r\n") + 2);
    }

    static String all() {
        try {
            return Files.readString(FILE, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The published sums: party and type to EUR. */
    static Map<String, java.math.BigDecimal> publishedSums() {
        try {
            Map<String, java.math.BigDecimal> sums = new LinkedHashMap<>();
            for (String line : Files.readAllLines(SUMMARY).subList(1, Files.readAllLines(SUMMARY).size())) {
                String[] cell = line.split(",");
                sums.put(cell[0] + " " + cell[1], new java.math.BigDecimal(cell[2]));
            }
            return sums;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A row of a package of its own: ambulances of Estonia, worth 1,500.50 EUR, as far as the changes do not say otherwise. */
    static String row(String id, String... changes) {
        String[] cells = new String[COLUMNS];
        Arrays.fill(cells, ".");
        cells[0] = id;
        cells[1] = "Estonia";
        cells[2] = "2022-05-01";
        cells[3] = "Humanitarian";
        cells[4] = "Assistance";
        cells[5] = "Ambulances";
        cells[6] = "EUR";
        cells[8] = "ambulance";
        cells[12] = "3";
        cells[17] = "1500.50";
        cells[18] = "1500.50";
        cells[21] = "https://example.org/ambulances";
        cells[29] = "1";
        for (int i = 0; i < changes.length; i += 2) {
            cells[Integer.parseInt(changes[i])] = changes[i + 1];
        }
        return Arrays.stream(cells).map(cell -> cell.matches("(?s).*[\",\r\n].*") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell)
                .collect(Collectors.joining(",")) + "\r\n";
    }

    static String of(String... rows) {
        return header() + String.join("", List.of(rows));
    }
}
