package org.surety.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Role x relation x label x record x verb: the running suite permits what docs/policy.csv says, and nothing else. The short form leaves out a
 * part of what is forbidden; {@code -Dsurety.matrix=all} is the whole product, {@code -Dsurety.matrix.seed} the same part again.
 */
@ExtendWith(SuiteExtension.class)
class PolicyMatrixIT {
    private static final PolicyTable POLICY = PolicyTable.read();
    private static final MatrixOperations OPERATIONS = new MatrixOperations();
    private static RunningSuite suite;
    private static Matrix matrix;
    private static MatrixJudge judge;

    @BeforeAll
    static void prepare(RunningSuite running) {
        suite = running;
        MatrixUsers.create(new KeycloakTokens(running.instance()));
        List<MatrixKind> kinds = MatrixKind.all();
        MatrixWorld world = new MatrixWorld(running.api(), kinds);
        judge = new MatrixJudge(running, new MatrixRequests(running.api(), world), OPERATIONS);
        matrix = new Matrix(POLICY, kinds, world, OPERATIONS, judge);
    }

    @Test
    void everyCombinationIsAnsweredAsTheTableSaysAndEveryOperationIsSent() {
        long seed = Long.getLong("surety.matrix.seed", System.nanoTime());
        boolean all = "all".equals(System.getProperty("surety.matrix"));
        long begun = System.nanoTime();
        List<String> deviations = matrix.run(all, seed);
        System.out.printf("policy matrix: %d of %d combinations, %d requests, seed %d, %.1f s%n", matrix.cells(),
                POLICY.combinations().size(), judge.requests(), seed, (System.nanoTime() - begun) / 1e9);
        assertEquals(List.of(), deviations, () -> deviations.size() + " deviations:\n" + String.join("\n", deviations) + "\n");
        assertEquals(Set.of(), OPERATIONS.unsent());
        assertEquals(Set.of(), MatrixReads.unrecorded(suite.api(), OPERATIONS), "reads that are not in the record of reads");
    }

    @Test
    void everyOperationOfTheApiIsSomethingThatThePolicySpeaksOf() {
        assertEquals(MatrixOperations.namesIn(suite.api().sendBare("GET", "/openapi", Map.of()).expect(200).json()),
                OPERATIONS.names());
    }
}
