package org.surety.gateway.relay;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.LongSupplier;

import org.surety.gateway.problem.ProblemType;

/**
 * Remembers that a service is away, so that nobody waits for it in vain: after so many failures in a row to get any answer from it, requests
 * are turned away at once, all but one in each pause, which finds out. Any answer ends that, an error too: what a service decides is its own
 * business.
 * <p>
 * Libraries for this let nobody pass until their one trial has ended; here that may be an upload, or a request that waits for a paused
 * service until it is given up. One trial in each pause cannot get stuck, and a service that is back is found after one pause at most.
 */
final class Circuit {

    private static final Set<ProblemType> FAILURES = EnumSet.of(ProblemType.UPSTREAM_UNREACHABLE, ProblemType.UPSTREAM_TIMEOUT);

    private final int threshold;
    private final long pauseNanos;
    private final LongSupplier clock;
    private volatile int failures;
    private long trialNanos;

    /** @param clock nanoseconds from any origin */
    Circuit(int threshold, Duration pause, LongSupplier clock) {
        if (threshold < 1 || pause.isNegative() || pause.toSeconds() > 1) {
            throw new IllegalArgumentException("surety.gateway.circuit: at least one failure, and a pause of at most a second");
        }
        this.threshold = threshold;
        this.pauseNanos = pause.toNanos();
        this.clock = clock;
    }

    boolean open() {
        return failures >= threshold;
    }

    /** Whether a request may be sent: always while the circuit is closed, once in a pause while it is open. */
    boolean admits() {
        return !open() || trial();
    }

    private synchronized boolean trial() {
        long now = clock.getAsLong();
        if (open() && now - trialNanos < 0) {
            return false;
        }
        trialNanos = now + pauseNanos;
        return true;
    }

    /** The service began to answer. True if it was taken for away. */
    boolean answered() {
        return failures > 0 && close();
    }

    private synchronized boolean close() {
        boolean wasOpen = open();
        failures = 0;
        return wasOpen;
    }

    /** A request ended with a problem of the gateway; most of them say nothing about the service. True if it is now taken for away. */
    boolean ended(ProblemType problem) {
        return FAILURES.contains(problem) && fail();
    }

    private synchronized boolean fail() {
        if (open()) {
            return false;
        }
        failures++;
        trialNanos = clock.getAsLong() + pauseNanos;
        return open();
    }
}
