package org.surety.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The item rows of the Kiel tracker that the suite ships, and files made of them. */
final class KielFile {
    static final int ROWS = 1032;
    static final String MAPPING = "kiel-release-7";
    private final String header;
    private final List<String> rows;

    private KielFile(String header, List<String> rows) {
        this.header = header;
        this.rows = rows;
    }

    static KielFile read() {
        try {
            String text = Files.readString(Path.of(System.getProperty("surety.root"), "deploy/local/data/kiel-release-7.csv"));
            List<String> records = records(text);
            return new KielFile(records.get(0), List.copyOf(records.subList(1, records.size())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cut where a line ends outside of quotes; each with its line end. */
    private static List<String> records(String text) {
        List<String> records = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            quoted ^= text.charAt(i) == '"';
            if (text.charAt(i) == '\n' && !quoted) {
                records.add(text.substring(start, i + 1));
                start = i + 1;
            }
        }
        return records;
    }

    /** The file as it is. */
    byte[] bytes() {
        return bytes(header + String.join("", rows));
    }

    /** So many copies of all rows under one header, each copy with package ids of its own: other commitments with the same content. */
    byte[] copies(String name, int copies) {
        StringBuilder text = new StringBuilder(header);
        for (int copy = 1; copy <= copies; copy++) {
            String prefix = name + copy + "-";
            rows.forEach(row -> text.append(prefix).append(row));
        }
        return bytes(text.toString());
    }

    /** The header and the first rows, with something after them. */
    byte[] firstRowsAnd(int count, String rest) {
        return bytes(header + String.join("", rows.subList(0, count)) + rest);
    }

    String header() {
        return header;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
