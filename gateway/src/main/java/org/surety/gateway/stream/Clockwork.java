package org.surety.gateway.stream;

import java.time.Duration;

import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * The one event loop on which all streams are kept, so that nothing of them is ever seen half done, and what happens on it in which order.
 * Writing to a connection and asking a service can be done from any thread.
 */
final class Clockwork {

    private final Vertx vertx;
    private final Context home;
    private long ticks;

    Clockwork(Vertx vertx) {
        this.vertx = vertx;
        this.home = vertx.getOrCreateContext();
    }

    /** Larger each time. */
    long tick() {
        return ++ticks;
    }

    void soon(Runnable step) {
        home.runOnContext(now -> step.run());
    }

    /** Has to be called on the loop. */
    long after(Duration time, Runnable step) {
        return vertx.setTimer(Math.max(1, time.toMillis()), expired -> soon(step));
    }

    long every(Duration time, Runnable step) {
        return vertx.setPeriodic(time.toMillis(), expired -> soon(step));
    }

    void cancel(long timer) {
        vertx.cancelTimer(timer);
    }
}
