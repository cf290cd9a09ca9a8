package org.surety.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The policy, docs/policy.csv: its rows, and every combination that its head declares. */
final class PolicyTable {
    static final List<String> ROLES = List.of("reader", "editor", "coordinator", "auditor", "operator", "service");
    static final List<String> VERBS = List.of("read", "create", "amend", "act", "delete");
    private static final String DECLARED = "#=";
    private static final String COLUMNS = "role,relation,label,record,verb,allowed";
    private static final String ANY = "*";
    private final Map<String, Declared> records = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();

    /** Which labels and relations exist for a record. */
    private record Declared(List<String> labels, List<String> relations) {
    }

    /** Somebody and something that is to be done. */
    record Combination(String role, String relation, String label, String record, String verb) {

        /** Reading another record with the same label and relation. */
        Combination readingOf(String other) {
            return new Combination(role, relation, label, other, "read");
        }

        @Override
        public String toString() {
            return String.join(",", role, relation, label, record, verb);
        }
    }

    /** One line of the table; a cell with everything in it is empty here. */
    record Row(int line, Set<String> roles, Set<String> relations, Set<String> labels, Set<String> records, Set<String> verbs,
            boolean allowed) {

        boolean holdsFor(Combination one) {
            return has(roles, one.role()) && has(relations, one.relation()) && has(labels, one.label())
                    && has(records, one.record())
                    && has(verbs, one.verb());
        }

        private static boolean has(Set<String> cell, String value) {
            return cell.isEmpty() || cell.contains(value);
        }
    }

    private PolicyTable(List<String> lines) {
        int number = 0;
        for (String line : lines) {
            number++;
            if (line.startsWith(DECLARED)) {
                declare(line.substring(DECLARED.length()).split(":"));
            } else if (!line.startsWith("#") && !line.equals(COLUMNS)) {
                rows.add(row(number, line.split(",", -1)));
            }
        }
    }

    static PolicyTable read() {
        try {
            return new PolicyTable(
                    Files.readAllLines(Path.of(System.getProperty("surety.root")).resolve("docs").resolve("policy.csv")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void declare(String[] parts) {
        if (parts.length != 3) {
            throw new AssertionError("not records : labels : relations: " + String.join(":", parts));
        }
        Declared declared = new Declared(words(parts[1]), words(parts[2]));
        for (String name : words(parts[0])) {
            if (records.put(name, declared) != null) {
                throw new AssertionError("declared twice: " + name);
            }
        }
    }

    private static List<String> words(String text) {
        return List.of(text.trim().split(" +"));
    }

    private static Row row(int line, String[] cells) {
        if (cells.length != 6 || !List.of("yes", "no").contains(cells[5])) {
            throw new AssertionError("line " + line + " is no row of the policy");
        }
        return new Row(line, cell(cells[0]), cell(cells[1]), cell(cells[2]), cell(cells[3]), cell(cells[4]),
                cells[5].equals("yes"));
    }

    private static Set<String> cell(String text) {
        return text.equals(ANY) ? Set.of() : new LinkedHashSet<>(Arrays.asList(text.split("\\|")));
    }

    Set<String> records() {
        return records.keySet();
    }

    List<String> labelsOf(String record) {
        return records.get(record).labels();
    }

    List<Row> rows() {
        return rows;
    }

    /** Every combination that exists, in the order of the head. */
    List<Combination> combinations() {
        List<Combination> all = new ArrayList<>();
        records.forEach((record, declared) -> {
            for (String label : declared.labels()) {
                for (String relation : declared.relations()) {
                    if (exists(relation, label)) {
                        ROLES.forEach(role -> VERBS
                                .forEach(verb -> all.add(new Combination(role, relation, label, record, verb))));
                    }
                }
            }
        });
        return all;
    }

    private static boolean exists(String relation, String label) {
        return switch (relation) {
            case "named" -> label.equals("NAMED");
            case "host" -> !label.equals("NATIONAL");
            default -> true;
        };
    }

    List<Row> rowsFor(Combination one) {
        return rows.stream().filter(row -> row.holdsFor(one)).toList();
    }

    /** The one row that holds. */
    Row rowFor(Combination one) {
        List<Row> holding = rowsFor(one);
        if (holding.size() != 1) {
            throw new AssertionError(holding.size() + " rows hold for " + one);
        }
        return holding.get(0);
    }

    boolean allows(Combination one) {
        return rowFor(one).allowed();
    }
}
