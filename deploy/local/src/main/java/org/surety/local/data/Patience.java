package org.surety.local.data;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import org.surety.local.PartFailure;

/** Waiting for what the suite brings about by itself, with a limit. */
record Patience(Duration limit, Duration pause) {

    /**
     * Asks until there is an answer.
     *
     * @return the answer; empty when the limit passed without one
     */
    <T> Optional<T> await(Supplier<Optional<T>> question) {
        long deadline = System.nanoTime() + limit.toNanos();
        Optional<T> answer = question.get();
        while (answer.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause.toMillis()));
            if (Thread.interrupted()) {
                Thread.currentThread().interrupt();
                throw new PartFailure("interrupted", new InterruptedException());
            }
            answer = question.get();
        }
        return answer;
    }
}
