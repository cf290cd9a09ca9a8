package org.surety.acceptance;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waiting for what the suite brings about by itself: on something that can be seen, and never without a limit. */
final class Eventually {
    private static final long PAUSE_MILLIS = 100;

    private Eventually() {
    }

    /**
     * Looks ten times a second until what is seen is as expected.
     *
     * @return what was seen then
     */
    static <T> T see(String what, Duration limit, Supplier<T> look, Predicate<T> expected) {
        long deadline = System.nanoTime() + limit.toNanos();
        T seen = look.get();
        while (!expected.test(seen)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + limit.toSeconds() + " s: " + what + "; last seen: " + seen);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
            seen = look.get();
        }
        return seen;
    }
}
