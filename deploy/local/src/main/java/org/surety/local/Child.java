package org.surety.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A process of an instance that this JVM started: with a log, a way to be asked to end, and a pid file while it lives. */
final class Child {
    private static final int LOG_LINES_SHOWN = 15;
    private static final int SHOWN_CHARACTERS = 600;
    private static final Pattern MESSAGE = Pattern.compile("\"message\":\"((?:[^\"\\\\]|\\\\.)*)\"");
    private final String name;
    private final Process process;
    private final Path log;
    private final Processes.Ending ending;
    private final Path pidFile;

    Child(String name, Process process, Path log, Processes.Ending ending, Path pidFile) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.ending = ending;
        this.pidFile = pidFile;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Returns when the condition holds; looks ten times a second. */
    void awaitReady(Duration limit, BooleanSupplier ready) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!ready.getAsBoolean()) {
            if (endedWithin(100)) {
                forget();
                throw new PartFailure(name + " ended by itself (status " + process.exitValue() + ")" + lastLines());
            }
            if (System.nanoTime() > deadline) {
                stop();
                throw new PartFailure(name + " was not ready after " + limit.toSeconds() + " s" + lastLines());
            }
        }
    }

    /** Waits for a process that does one thing and ends; any status but 0 is a failure. */
    void awaitDone(Duration limit) {
        if (!endedWithin(limit.toMillis())) {
            stop();
            throw new PartFailure(name + " was not done after " + limit.toSeconds() + " s" + lastLines());
        }
        forget();
        if (process.exitValue() != 0) {
            throw new PartFailure(name + " failed (status " + process.exitValue() + ")" + lastLines());
        }
    }

    private boolean endedWithin(long millis) {
        try {
            process.onExit().get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
            throw new PartFailure(name + ": interrupted while it started", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks the process to end, ends it and its descendants by force after the limit, and returns when all are gone. */
    void stop() {
        Processes.end(process.toHandle(), ending);
        forget();
    }

    /** Ends the process and its descendants at once, as a crash of the machine would. */
    void kill() {
        Processes.end(process.toHandle(), Processes.Ending.AT_ONCE);
        forget();
    }

    /** Holds the process; it keeps its memory, its connections and whatever it believes. */
    void pause() {
        Processes.signal(process.pid(), "STOP");
    }

    /** Lets a held process go on; without effect on one that runs. */
    void resume() {
        Processes.signal(process.pid(), "CONT");
    }

    private void forget() {
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            // A pid file without its process is harmless: the next start looks at the command line of the pid before it ends anything.
        }
    }

    private String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
            List<String> last = lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size());
            return ". Log: " + log
                    + (last.isEmpty()
                            ? " (empty)"
                            : last.stream().map(Child::readable).collect(Collectors.joining("\n    ", "\n    ", "")));
        } catch (IOException e) {
            return ". Log: " + log;
        }
    }

    /** A JSON line of a service as its messages only, the outermost first; any line at a length that a terminal can show. */
    static String readable(String line) {
        String text = line;
        if (line.startsWith("{")) {
            String messages = MESSAGE.matcher(line).results().map(found -> found.group(1).replace("\\n", " ").replace("\\\"", "\""))
                    .distinct().collect(Collectors.joining(" <- "));
            text = messages.isEmpty() ? line : messages;
        }
        return text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + " ...";
    }
}
