package org.surety.kit.label;

import java.util.function.Supplier;

import io.quarkus.narayana.jta.QuarkusTransaction;

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
        boolean before = ACTIVE.get();
        ACTIVE.set(true);
        try {
            return QuarkusTransaction.requiringNew().call(work::get);
        } finally {
            ACTIVE.set(before);
        }
    }

    public static void transaction(Runnable work) {
        transaction(() -> {
            work.run();
            return null;
        });
    }

    static boolean isActive() {
        return ACTIVE.get();
    }
}
