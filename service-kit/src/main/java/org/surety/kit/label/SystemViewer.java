package org.surety.kit.label;

import java.time.Duration;
import java.util.function.Supplier;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.TransactionRunnerOptions;

/**
 * The viewer {@code system}, which sees every row: for the sequencer, consumers and the importer, which act for nobody. This is the
 * one place where it is set; a request never runs under it unless a class calls it here, in the open.
 */
public final class SystemViewer {

    private static final ThreadLocal<Boolean> ACTIVE = ThreadLocal.withInitial(() -> false);

    private SystemViewer() {
    }

    /** Runs the work in a transaction of its own under the viewer {@code system}. */
    public static <T> T transaction(Supplier<T> work) {
        return run(QuarkusTransaction.requiringNew(), work);
    }

    /** The same with a time limit of its own, for work in the background that has to be one transaction and takes long. */
    public static <T> T transaction(Duration limit, Supplier<T> work) {
        return run(QuarkusTransaction.requiringNew().timeout((int) limit.toSeconds()), work);
    }

    public static void transaction(Runnable work) {
        transaction(() -> {
            work.run();
            return null;
        });
    }

    private static <T> T run(TransactionRunnerOptions transaction, Supplier<T> work) {
        boolean before = ACTIVE.get();
        ACTIVE.set(true);
        try {
            return transaction.call(work::get);
        } finally {
            ACTIVE.set(before);
        }
    }

    static boolean isActive() {
        return ACTIVE.get();
    }
}
