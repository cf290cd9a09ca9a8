package org.surety.drills;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.surety.local.PartFailure;
import org.surety.local.Progress;

/** {@code deploy/acceptance/drill}, after the build. */
public final class DrillCommand {
    private static final int USAGE = 2;

    private DrillCommand() {
    }

    /** The first argument is the checkout, the others are those of the user. */
    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        DrillOptions options;
        try {
            options = DrillOptions.parse(Path.of(words.get(0)), words.subList(1, words.size()));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n\n" + DrillOptions.HELP);
            System.exit(USAGE);
            return;
        }
        if (options.help()) {
            System.out.print(DrillOptions.HELP);
        } else if (options.list()) {
            options.faults().forEach(fault -> System.out.printf("%-22s %s%s%n", fault.name(), fault.promise(),
                    fault.quick() ? " (short form)" : ""));
        } else {
            ProcessHandle.current().parent().ifPresent(script -> script.onExit().thenRun(() -> System.exit(1)));
            System.exit(run(options) ? 0 : 1);
        }
    }

    private static boolean run(DrillOptions options) throws Exception {
        try {
            return play(options).stream().allMatch(FaultResult::isSound);
        } catch (PartFailure e) {
            System.err.println(e.getMessage());
            return false;
        }
    }

    /**
     * Plays the faults of a command line.
     *
     * @param root the checkout
     * @return what was found after each
     * @throws PartFailure when the suite does not start
     */
    public static List<FaultResult> play(Path root, List<String> words) throws Exception {
        return play(DrillOptions.parse(root, words));
    }

    private static List<FaultResult> play(DrillOptions options) throws Exception {
        Path folder = options.root().resolve(".local");
        String commit = commit(options.root());
        // The short form is over in minutes, and leaves an interrupted long one alone.
        Path file = folder.resolve(options.quick() ? "drill-state-short.json" : "drill-state.json");
        DrillState state = DrillState.open(file, options.resume(), commit, options.seed());
        Progress progress = new Progress(System.out);
        try (progress; Drill drill = Drill.start(options, state.results(), progress)) {
            // Ctrl-C, or the script that started this has gone: nothing is left running.
            Thread end = new Thread(drill::close, "end of the drill");
            Runtime.getRuntime().addShutdownHook(end);
            // A figure and no fault: the short form, which is part of every build, says nothing of latency.
            if (!options.quick() && !state.has(Drill.NORMAL_RUNNING)) {
                state.add(drill.normalRunning());
            }
            List<Fault> faults = options.faults().stream().filter(fault -> !state.has(fault.name())).toList();
            for (int i = 0; i < faults.size(); i++) {
                state.add(drill.play(faults.get(i), share(options.writes(), state.results(), faults.size() - i)));
            }
            progress.say("drill", Report.line(Report.total(state.results())));
            if (options.report().isPresent()) {
                Files.writeString(options.report().get(), Report.page(state.results(), commit, drill.versions(), options));
            }
        }
        return state.results();
    }

    /** What each fault that is still to come has to see acknowledged: one that takes long by itself leaves less to the others. */
    static long share(long writes, List<FaultResult> played, int toCome) {
        return Math.max(0, writes - played.stream().mapToLong(FaultResult::acknowledged).sum()) / toCome + 1;
    }

    static String commit(Path root) throws IOException {
        Process git = new ProcessBuilder("git", "-C", root.toString(), "describe", "--always", "--dirty", "--abbrev=12").start();
        String text = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
        return text.isEmpty() ? "unknown" : text;
    }
}
