package org.surety.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;

/** Every operation of the API and what of the policy it is, as {@code policy/operations.csv} says it; and which of them were sent. */
final class MatrixOperations {
    private static final String NONE = "-";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");
    private final List<Operation> all;
    private final Set<Operation> sent = ConcurrentHashMap.newKeySet();

    /**
     * @param ask what is sent beside the one request of the record; empty: nothing
     * @param check {@code record}, {@code list} or {@code hides}
     */
    record Operation(String method, String path, String record, String verb, String ask, String check) {

        boolean isOfARecord() {
            return !record.equals(NONE);
        }

        private boolean isOf(String sentMethod, String sentPath) {
            return method.equals(sentMethod) && sentPath.matches(path.replaceAll("\\{[a-z]+\\}", "[A-Za-z0-9_-]+"));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    MatrixOperations() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                MatrixOperations.class.getResourceAsStream("/policy/operations.csv"), StandardCharsets.UTF_8))) {
            all = lines.lines().filter(line -> !line.startsWith("#")).skip(1).map(line -> line.split(",", -1))
                    .map(cells -> new Operation(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5])).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Operation> all() {
        return all;
    }

    /** What is to be sent beside the one request, for the collection of a kind where several kinds are one record. */
    List<Operation> beside(MatrixKind kind, String verb) {
        return all.stream().filter(one -> one.record().equals(kind.record()) && one.verb().equals(verb) && !one.ask().isEmpty())
                .filter(one -> !kind.hasSiblings() || one.path().startsWith(kind.collection())).toList();
    }

    /** That a request was sent; {@code /commitments/totals} is no commitment. */
    void note(String method, String path) {
        String plain = path.replaceFirst("[?].*", "");
        all.stream().filter(one -> one.isOf(method, plain)).max(Comparator.comparing(one -> one.path().equals(plain)))
                .ifPresent(sent::add);
    }

    /** Those that were to be sent and were not. */
    Set<String> unsent() {
        Set<String> names = new TreeSet<>();
        all.stream().filter(one -> one.isOfARecord() && !sent.contains(one)).forEach(one -> names.add(one.toString()));
        return names;
    }

    Set<String> names() {
        Set<String> names = new TreeSet<>();
        all.forEach(one -> names.add(one.toString()));
        return names;
    }

    /** The operations of an OpenAPI document. */
    static Set<String> namesIn(JsonNode document) {
        Set<String> names = new TreeSet<>();
        document.path("paths").fields().forEachRemaining(path -> path.getValue().fieldNames().forEachRemaining(method -> {
            if (METHODS.contains(method)) {
                names.add(method.toUpperCase() + " " + path.getKey());
            }
        }));
        return names;
    }
}
