package org.surety.drills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.surety.local.FirstRunStep;
import org.surety.local.Instance;
import org.surety.local.Options;
import org.surety.local.PartFailure;
import org.surety.local.Ports;
import org.surety.local.Progress;
import org.surety.local.Suite;
import org.surety.local.Surroundings;
import org.surety.local.Tokens;

/**
 * What the commands have in common that ask a suite of their own a number of things and report on it: {@code ROOT NUMBER [--seed S]
 * [--report FILE]}.
 *
 * @param what the option of the command, for its name in reports and folders
 * @param report null for none
 * @param surroundings what the services are told beside
 */
public record LongForm(Path root, String what, long count, long seed, Path report, Surroundings surroundings) {
    private static final String USAGE = "deploy/acceptance/drill %s NUMBER [--seed S] [--report FILE]";

    /** What is done with the running suite; false when a promise is broken. */
    @FunctionalInterface
    public interface Work {
        boolean with(Suite suite, Progress progress) throws Exception;
    }

    /** @throws DrillFailure with a sentence for the person who typed it */
    public static LongForm parse(String what, String[] arguments) {
        long seed = 1;
        Path report = null;
        try {
            for (int i = 2; i < arguments.length; i += 2) {
                switch (arguments[i]) {
                    case "--seed" -> seed = Long.parseLong(arguments[i + 1]);
                    case "--report" -> report = Path.of(arguments[i + 1]);
                    default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
                }
            }
            return new LongForm(Path.of(arguments[0]), what, Long.parseLong(arguments[1]), seed, report, Surroundings.NONE);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            System.err.println(USAGE.formatted(what));
            System.exit(2);
            throw e;
        }
    }

    /** The same with services that are told more. */
    public LongForm with(Surroundings others) {
        return new LongForm(root, what, count, seed, report, others);
    }

    /**
     * Starts a fresh suite, does the work and ends the suite.
     *
     * @return whether everything promised was kept
     */
    public boolean run(int firstBase, List<FirstRunStep> data, Work work) throws Exception {
        Options options = Options.in(root).withFolder(root.resolve(".local").resolve(what.substring(2))).withReset()
                .withPortBase(Ports.firstFree(firstBase).base()).withSurroundings(surroundings);
        ProcessHandle.current().parent().ifPresent(script -> script.onExit().thenRun(() -> System.exit(1)));
        try (Progress progress = new Progress(System.out); Suite suite = Suite.start(options, progress)) {
            Runtime.getRuntime().addShutdownHook(new Thread(suite::close, "end of the suite"));
            data.forEach(suite::once);
            return work.with(suite, progress);
        } catch (PartFailure | DrillFailure e) {
            System.err.println(e.getMessage());
            return false;
        }
    }

    /** Writes the report, if one was asked for, with its day, the commit and how it was made. */
    public void report(String title, String page) throws IOException {
        if (report != null) {
            String head = "# %s%n%n%s, commit %s: `deploy/acceptance/drill %s %d --seed %d`%n%n".formatted(title,
                    LocalDate.now(ZoneOffset.UTC),
                    DrillCommand.commit(root), what, count, seed);
            Files.writeString(report, head + page);
        }
    }

    /** Tokens of demonstration users, each for most of the 300 s that it lives. */
    public static final class Users {
        private static final Duration REUSE = Duration.ofSeconds(200);
        private final Map<String, Token> tokens = new ConcurrentHashMap<>();
        private final Instance instance;

        private record Token(String text, long nanoTime) {
        }

        public Users(Instance instance) {
            this.instance = instance;
        }

        public String token(String user) {
            return tokens.compute(user, (name, known) -> known != null && System.nanoTime() - known.nanoTime < REUSE.toNanos()
                    ? known
                    : new Token(Tokens.ofUser(instance.ports(), name), System.nanoTime())).text;
        }
    }
}
