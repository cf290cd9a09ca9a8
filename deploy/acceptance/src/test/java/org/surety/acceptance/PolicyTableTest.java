package org.surety.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.surety.acceptance.MatrixOperations.Operation;
import org.surety.acceptance.PolicyTable.Combination;
import org.surety.acceptance.PolicyTable.Row;

/** The policy is a table without holes and overlaps, and all of it is in the matrix. */
class PolicyTableTest {
    private static final PolicyTable POLICY = PolicyTable.read();
    private static final List<Combination> ALL = POLICY.combinations();

    @Test
    void exactlyOneRowHoldsForEachCombination() {
        assertEquals(List.of(), ALL.stream().filter(one -> POLICY.rowsFor(one).size() != 1)
                .map(one -> one + ": lines " + POLICY.rowsFor(one).stream().map(Row::line).toList()).toList());
    }

    @Test
    void eachRowHoldsForSomethingAndSaysOnlyWordsThatExistForIt() {
        for (Row row : POLICY.rows()) {
            List<Combination> held = ALL.stream().filter(row::holdsFor).toList();
            assertTrue(!held.isEmpty(), "line " + row.line() + " holds for nothing");
            said(row, row.roles(), held.stream().map(Combination::role).collect(Collectors.toSet()));
            said(row, row.relations(), held.stream().map(Combination::relation).collect(Collectors.toSet()));
            said(row, row.labels(), held.stream().map(Combination::label).collect(Collectors.toSet()));
            said(row, row.records(), held.stream().map(Combination::record).collect(Collectors.toSet()));
            said(row, row.verbs(), held.stream().map(Combination::verb).collect(Collectors.toSet()));
        }
    }

    /** Every word of the cell is one for which the row holds. */
    private static void said(Row row, Set<String> cell, Set<String> held) {
        assertTrue(held.containsAll(cell), () -> "line " + row.line() + ": " + cell + " beyond " + held);
    }

    @Test
    void itsDescriptionCountsRowsAndCombinations() throws IOException {
        String page = Files.readString(Path.of(System.getProperty("surety.root")).resolve("docs").resolve("POLICY.md"));
        String figures = String.format(Locale.ROOT, "%d rows stand for %,d combinations, %,d of them allowed", POLICY.rows().size(),
                ALL.size(), ALL.stream().filter(POLICY::allows).count());
        assertTrue(page.contains(figures), figures);
    }

    @Test
    void theMatrixHasEveryRecordOfThePolicyAndNoOther() {
        assertEquals(POLICY.records(), MatrixKind.all().stream().map(MatrixKind::record).collect(Collectors.toSet()));
    }

    @Test
    void everyOperationIsARecordAndAVerbOfThePolicy() {
        Set<String> unknown = new TreeSet<>();
        for (Operation one : new MatrixOperations().all()) {
            if (one.isOfARecord() && !(POLICY.records().contains(one.record()) && PolicyTable.VERBS.contains(one.verb()))) {
                unknown.add(one.toString());
            }
        }
        assertEquals(Set.of(), unknown);
    }

    @Test
    void everyOperationIsKnownAgainByItsRequest() {
        MatrixOperations operations = new MatrixOperations();
        for (Operation one : operations.all()) {
            operations.note(one.method(), one.path().replaceAll("\\{[a-z]+\\}", "0a1b-2c") + "?limit=1");
        }
        assertEquals(Set.of(), operations.unsent());
    }

    @Test
    void whatIsSentBesideTheOneRequestIsSentForSomeKind() {
        MatrixOperations operations = new MatrixOperations();
        Set<Operation> beside = MatrixKind.all().stream()
                .flatMap(kind -> PolicyTable.VERBS.stream().flatMap(verb -> operations.beside(kind, verb).stream()))
                .collect(Collectors.toSet());
        assertEquals(operations.all().stream().filter(one -> one.isOfARecord() && !one.ask().isEmpty()).collect(Collectors.toSet()),
                beside);
    }
}
