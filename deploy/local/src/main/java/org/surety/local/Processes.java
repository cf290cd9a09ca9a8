package org.surety.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Starts processes for one instance and keeps a pid file for each, so that a later start can end what a killed launcher left behind.
 * A pid file holds the pid, a mark, and how the process wants to be ended. A pid counts as ours only while the command line of the process
 * that has it contains the mark: a reused pid is never touched.
 */
final class Processes {
    /** The variables of the caller that a part sees; all others could change how it behaves. */
    private static final Set<String> INHERITED = Set.of("PATH", "HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "LC_CTYPE", "TMPDIR",
            "TZ");
    private static final Duration ORDERLY = Duration.ofSeconds(30);
    private final Path pids;
    private final Set<Child> living = ConcurrentHashMap.newKeySet();
    private boolean refusing;

    /** How a process is asked to end. */
    enum Ending {
        TERMINATE("TERM"),
        /** PostgreSQL: end the sessions and stop; with TERM it would wait for the clients. */
        INTERRUPT("INT"), AT_ONCE("KILL");

        private final String signal;

        Ending(String signal) {
            this.signal = signal;
        }
    }

    Processes(Path instanceFolder) {
        this.pids = instanceFolder.resolve("pids");
    }

    /**
     * Starts a process that reads nothing and writes to the log.
     *
     * @param mark text that will stand on its command line
     */
    Child start(String name, List<String> command, Map<String, String> environment, Path log, String mark, Ending ending) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile())
                .redirectInput(new File("/dev/null")).directory(log.getParent().toFile());
        Map<String, String> inherited = new TreeMap<>(builder.environment());
        inherited.keySet().retainAll(INHERITED);
        builder.environment().clear();
        builder.environment().putAll(inherited);
        builder.environment().putAll(environment);
        return start(name, builder, log, mark, ending);
    }

    private synchronized Child start(String name, ProcessBuilder builder, Path log, String mark, Ending ending) {
        if (refusing) {
            throw new PartFailure(name + " is not started: the suite is being ended");
        }
        Path pidFile = pids.resolve(name);
        try {
            Process process = builder.start();
            Files.writeString(pidFile, process.pid() + "\n" + mark + "\n" + ending + "\n");
            // The file system's own clock ticks every few milliseconds: two starts could look like one moment.
            Files.setLastModifiedTime(pidFile, FileTime.from(Instant.now()));
            Child child = new Child(name, process, log, ending, pidFile);
            living.add(child);
            process.onExit().thenRun(() -> living.remove(child));
            return child;
        } catch (IOException e) {
            throw new PartFailure(name + " could not be started: " + e.getMessage(), e);
        }
    }

    /** From now on nothing is started any more: what another thread still wants to start would be left over. */
    synchronized void refuse() {
        refusing = true;
    }

    /** Ends whatever this object has started and that still lives. */
    void endAll() {
        living.forEach(Child::stop);
    }

    /**
     * Ends what an earlier launcher of this instance left running, the last started first - a broker without its port mapper starts
     * another one -, and returns when it is gone.
     *
     * @return the names of what was ended
     */
    List<String> endLeftOvers() {
        List<String> ended = new ArrayList<>();
        try (Stream<Path> files = Files.list(pids)) {
            for (Path file : files.sorted(Comparator.comparing(Processes::written).reversed()).toList()) {
                List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
                if (lines.size() >= 3) {
                    ours(Long.parseLong(lines.get(0)), lines.get(1)).ifPresent(handle -> {
                        ended.add(file.getFileName() + " (pid " + handle.pid() + ")");
                        end(handle, Ending.valueOf(lines.get(2)));
                    });
                }
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ended;
    }

    private static FileTime written(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The living process with that pid, if the mark stands on its command line. */
    static Optional<ProcessHandle> ours(long pid, String mark) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive)
                .filter(handle -> handle.info().commandLine().orElse("").contains(mark));
    }

    /** Asks the process to end, ends it and its descendants by force after a limit, and returns when all are gone. */
    static void end(ProcessHandle process, Ending ending) {
        List<ProcessHandle> family = new ArrayList<>(List.of(process));
        process.descendants().forEach(family::add);
        if (ending == Ending.AT_ONCE) {
            family.forEach(ProcessHandle::destroyForcibly);
        } else {
            signal(process, ending);
            if (!goneWithin(List.of(process), ORDERLY)) {
                process.descendants().forEach(family::add);
            }
            // What its parent left behind had its chance: helpers of a broker or a database are of no use without it.
            family.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
        }
        if (!goneWithin(family, ORDERLY)) {
            throw new PartFailure("Could not end " + family.stream().filter(ProcessHandle::isAlive)
                    .map(handle -> "pid " + handle.pid() + " " + handle.info().command().orElse(""))
                    .collect(Collectors.joining(", ")));
        }
    }

    private static void signal(ProcessHandle process, Ending ending) {
        if (ending == Ending.TERMINATE) {
            process.destroy();
            return;
        }
        if (!signal(process.pid(), ending.signal)) {
            process.destroyForcibly();
        }
    }

    /** Sends a signal; false when that was not possible or not waited for. */
    static boolean signal(long pid, String signal) {
        try {
            // The shell's own kill: a minimal machine has no other.
            new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + pid).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
            return true;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean goneWithin(List<ProcessHandle> processes, Duration limit) {
        CompletableFuture<?> all = CompletableFuture
                .allOf(processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new));
        try {
            all.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return processes.stream().noneMatch(ProcessHandle::isAlive);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
