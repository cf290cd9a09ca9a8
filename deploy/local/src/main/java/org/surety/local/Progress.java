package org.surety.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Tells the person at the terminal what is being waited for and how long: a line when something begins or is done, and a line every five
 * seconds in between. Lines start with the seconds since this object was made.
 */
public final class Progress implements AutoCloseable {
    private static final long HEARTBEAT_SECONDS = 5;
    private final PrintStream out;
    private volatile boolean ending;
    private final long start = System.nanoTime();
    private final Map<String, Long> waiting = new ConcurrentHashMap<>();
    private final ScheduledExecutorService heartbeat = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "progress");
        thread.setDaemon(true);
        return thread;
    });

    public Progress(PrintStream out) {
        this.out = out;
        heartbeat.scheduleAtFixedRate(this::tellWaiting, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
    }

    /** One line about a part. */
    public synchronized void say(String part, String text) {
        out.printf("%6.1f s  %-20s %s%n", seconds(start), part, text);
        out.flush();
    }

    /** Runs the step and says when it began, that it is still running, and how long it took; a failure is said and passed on. */
    public void during(String part, String what, Runnable step) {
        say(part, what);
        long begin = System.nanoTime();
        waiting.put(part, begin);
        try {
            step.run();
            say(part, String.format("ready after %.1f s", seconds(begin)));
        } catch (RuntimeException e) {
            boolean given = ending || e.getCause() instanceof InterruptedException;
            say(part, String.format(given ? "given up after %.1f s" : "FAILED after %.1f s", seconds(begin)));
            throw e;
        } finally {
            waiting.remove(part);
        }
    }

    /** From now on a step that does not come to its end is given up, not failed. */
    public void ending() {
        ending = true;
        say("", "ending");
    }

    /** Time since this object was made. */
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void tellWaiting() {
        String parts = waiting.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(entry -> String.format("%s (%.0f s)", entry.getKey(), seconds(entry.getValue())))
                .collect(Collectors.joining(", "));
        if (!parts.isEmpty()) {
            say("", "still waiting for " + parts);
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    @Override
    public void close() {
        heartbeat.shutdownNow();
    }
}
