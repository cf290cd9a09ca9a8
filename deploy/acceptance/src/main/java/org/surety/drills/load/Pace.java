package org.surety.drills.load;

import java.util.concurrent.TimeUnit;

/** Keeps a writer at its rate; what it could not do in time it does not catch up. */
final class Pace {
    private final long intervalNanos;
    private long next = System.nanoTime();

    Pace(double perSecond) {
        this.intervalNanos = (long) (1e9 / perSecond);
    }

    void await() throws InterruptedException {
        long now = System.nanoTime();
        if (next > now) {
            TimeUnit.NANOSECONDS.sleep(next - now);
            next += intervalNanos;
        } else {
            next = now + intervalNanos;
        }
    }
}
