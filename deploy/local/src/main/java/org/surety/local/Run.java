package org.surety.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.surety.local.data.DataLoader;

/**
 * {@code deploy/local/run}, after the build: starts the suite, says how to use it, and ends it on Ctrl-C, on a signal, or when the script
 * that started this has gone.
 */
public final class Run {
    private static final long LOOK_SECONDS = 2;
    private static final int USAGE = 2;
    /** Once asked to end, a start that was going on fails; that is no news. */
    private static final AtomicBoolean ENDING = new AtomicBoolean();

    private Run() {
    }

    /** The first argument is the checkout, the others are those of the user. */
    public static void main(String[] arguments) throws InterruptedException {
        List<String> words = List.of(arguments);
        Options options;
        try {
            options = Options.parse(Path.of(words.get(0)), words.subList(1, words.size()));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n\n" + Options.HELP);
            System.exit(USAGE);
            return;
        }
        try {
            switch (options.act()) {
                case HELP -> System.out.print(Options.HELP);
                case STOP -> stop(options);
                case START -> start(options);
            }
        } catch (PartFailure e) {
            if (!ENDING.get()) {
                System.err.println("\n" + e.getMessage());
            }
            System.exit(1);
        }
    }

    private static void start(Options options) throws InterruptedException {
        try (Progress progress = new Progress(System.out)) {
            ProcessHandle.current().parent().ifPresent(script -> script.onExit().thenRun(() -> System.exit(1)));
            Suite suite = Suite.open(options, progress);
            Thread end = new Thread(() -> {
                ENDING.set(true);
                progress.ending();
                suite.close();
                progress.say("", "ended; the data stays in " + suite.instance().folder());
            }, "end");
            Runtime.getRuntime().addShutdownHook(end);
            suite.start(true);
            if (options.without().isEmpty()) {
                suite.once(new DataLoader());
            }
            if (options.smoke()) {
                String answer = new Demonstration(suite.instance()).ask();
                progress.say("", "the printed request is answered: " + answer.length() + " characters");
                return;
            }
            System.out.println(summary(suite, options));
            watch(suite, options, progress);
            new CountDownLatch(1).await();
        }
    }

    /** Says when a service has ended by itself; the others go on, so that one can look. */
    private static void watch(Suite suite, Options options, Progress progress) {
        Set<Service> gone = new TreeSet<>();
        ScheduledExecutorService look = Executors.newSingleThreadScheduledExecutor();
        look.scheduleWithFixedDelay(() -> {
            for (Service service : options.services()) {
                if (!ENDING.get() && !suite.service(service).isAlive() && gone.add(service)) {
                    progress.say(service.module(), "has ended by itself. Log: " + suite.instance().log(service.module()));
                }
            }
        }, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    private static String summary(Suite suite, Options options) {
        Instance instance = suite.instance();
        StringBuilder text = new StringBuilder("\n");
        text.append("Board and API   ").append(instance.gatewayUrl()).append("/   (API documents: ").append(instance.gatewayUrl())
                .append("/openapi)\n");
        text.append("Sign-in         ").append(instance.gatewayUrl()).append("/sign-in   (identity provider: ")
                .append(instance.issuer()).append(")\n");
        text.append(
                "Users           coordinator, auditor, operator, xaa.wall (a screen), and for each party an editor and a reader: xaa.editor ... xaj.reader,\n")
                .append("                fra.editor, gbr.reader, deu, ukr, usa, eu. The password is the user name; only in this local realm.\n");
        text.append("Logs            ").append(instance.folder().resolve("logs")).append('\n');
        text.append("Try             ").append(new Demonstration(instance).line(Path.of("").toAbsolutePath())).append('\n');
        for (Service service : new TreeSet<>(options.without())) {
            text.append("\nWithout ").append(service.module())
                    .append(". To run it in dev mode against the rest, in another terminal:\n    cd ")
                    .append(instance.root()).append(" && set -a && . ")
                    .append(instance.root().relativize(suite.environmentFile(service)))
                    .append(" && set +a && ./mvnw -pl ").append(service.module()).append(" -am compile quarkus:dev\n");
        }
        return text.append("\nCtrl-C ends it.").toString();
    }

    /** Asks the launcher that holds the folder to end, and returns when it has. */
    private static void stop(Options options) {
        Path folder = options.folder();
        try {
            if (Files.exists(folder.resolve("lock.pid"))) {
                long pid = Long.parseLong(Files.readString(folder.resolve("lock.pid")).trim());
                Processes.ours(pid, Run.class.getName()).ifPresent(launcher -> Processes.end(launcher, Processes.Ending.TERMINATE));
            }
        } catch (IOException e) {
            throw new PartFailure("Cannot read who runs on " + folder + ": " + e.getMessage(), e);
        }
        if (Files.isDirectory(folder)) {
            try (FolderLock lock = FolderLock.take(folder)) {
                new Processes(folder).endLeftOvers().forEach(name -> System.out.println("ended " + name));
            }
        }
        System.out.println("Nothing runs on port base " + options.portBase() + " from " + folder);
    }
}
