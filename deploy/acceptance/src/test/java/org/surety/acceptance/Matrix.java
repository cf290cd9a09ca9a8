package org.surety.acceptance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.surety.acceptance.MatrixOperations.Operation;
import org.surety.acceptance.MatrixWorld.For;
import org.surety.acceptance.PolicyTable.Combination;

/**
 * Sends the requests of each combination and collects what is answered otherwise than the policy says. All of what is allowed, and of what
 * is read by the roles that read; of the rest a part by the seed, and something for each row and for each verb of each kind.
 */
final class Matrix {
    private static final int THREADS = 4;
    /** One in so many of what is forbidden is sent in the short form. */
    private static final int ONE_IN = 12;
    private static final Set<String> READING = Set.of("reader", "editor", "coordinator");
    private final PolicyTable policy;
    private final List<MatrixKind> kinds;
    private final MatrixWorld world;
    private final MatrixOperations operations;
    private final MatrixJudge judge;
    private final Queue<String> deviations = new ConcurrentLinkedQueue<>();
    private int cells;

    /** One combination of one kind. */
    record Cell(MatrixKind kind, Combination one) {
    }

    Matrix(PolicyTable policy, List<MatrixKind> kinds, MatrixWorld world, MatrixOperations operations, MatrixJudge judge) {
        this.policy = policy;
        this.kinds = kinds;
        this.world = world;
        this.operations = operations;
        this.judge = judge;
    }

    /** How many combinations were asked for, kinds of the same record counted apart. */
    int cells() {
        return cells;
    }

    /**
     * What deviates, in the order of the table.
     *
     * @param all also what the short form leaves out
     */
    List<String> run(boolean all, long seed) {
        List<Cell> chosen = chosen(all, new Random(seed));
        cells = chosen.size();
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            // Lists are looked at when everything that may stand in them is there.
            each(pool, chosen.stream().filter(cell -> cell.one().verb().equals("read")).toList(),
                    cell -> world.shared(cell.kind(),
                            new For(cell.one().label(), MatrixUsers.PARTIES.get(cell.one().relation()), false)));
            each(pool, chosen, this::check);
        } finally {
            pool.shutdownNow();
        }
        return deviations.stream().distinct().sorted().toList();
    }

    private List<Cell> chosen(boolean all, Random random) {
        List<Cell> chosen = new ArrayList<>();
        Set<String> firsts = new HashSet<>();
        for (Combination one : policy.combinations()) {
            for (MatrixKind kind : kinds) {
                if (kind.record().equals(one.record())) {
                    boolean needed = all || policy.allows(one) || one.verb().equals("read") && READING.contains(one.role());
                    boolean drawn = random.nextInt(ONE_IN) == 0;
                    boolean first = firsts.add("line " + policy.rowFor(one).line()) | firsts.add(kind.name() + " " + one.verb());
                    if (needed || first || drawn) {
                        chosen.add(new Cell(kind, one));
                    }
                }
            }
        }
        return chosen;
    }

    private interface Step {
        void take(Cell cell);
    }

    private void each(ExecutorService pool, List<Cell> some, Step step) {
        List<Future<?>> running = new ArrayList<>();
        some.forEach(cell -> running.add(pool.submit(() -> {
            try {
                step.take(cell);
            } catch (RuntimeException | AssertionError e) {
                deviates(cell, "could not be asked: " + e);
            }
        })));
        try {
            for (Future<?> one : running) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    private void check(Cell cell) {
        boolean allowed = policy.allows(cell.one());
        // Who has a share of a commitment has to see it.
        boolean readable = cell.one().relation().equals("sharer") || policy.allows(cell.one().readingOf(cell.kind().seenAs()));
        judge.ofTheRequest(cell, allowed, readable).ifPresent(what -> deviates(cell, what));
        for (Operation beside : operations.beside(cell.kind(), cell.one().verb())) {
            if (cell.one().verb().equals("read") || !allowed) {
                judge.beside(cell, beside, allowed, readable).ifPresent(what -> deviates(cell, what));
            }
        }
    }

    private void deviates(Cell cell, String what) {
        PolicyTable.Row row = policy.rowFor(cell.one());
        deviations.add("line %3d, %-3s %s (%s): %s".formatted(row.line(), row.allowed() ? "yes" : "no", cell.one(),
                cell.kind().name(), what));
    }
}
