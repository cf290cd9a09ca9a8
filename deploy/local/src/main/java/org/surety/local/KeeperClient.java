package org.surety.local;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The other end of {@link Keeper}: finds the running one of the checkout, or starts it. */
final class KeeperClient {
    static final String OK = "OK";
    static final String ENDING = "ENDING";
    static final String CONTROL = "keeper/control";
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration END_LIMIT = Duration.ofMinutes(2);
    private final Path root;
    private final Path folder;

    /** What a running keeper has written down: its pid, its control port and the base of its ports. */
    record Facts(long pid, int control, int base) {
    }

    KeeperClient(Path root) {
        this.root = root;
        this.folder = folder(root);
    }

    static Path folder(Path root) {
        return root.resolve(".local").resolve("test");
    }

    static Path facts(Path folder) {
        return folder.resolve("keeper");
    }

    static void writeFacts(Instance instance, long pid, int control) throws IOException {
        Secrets.writePrivate(facts(instance.folder()), pid + "\n" + control + "\n" + instance.ports().base() + "\n");
    }

    /** The instance the keeper of this checkout holds, after the part has been started; the caller's build becomes a holder. */
    Instance need(TestParts.Kind kind) {
        if (kind == TestParts.Kind.RABBITMQ && RabbitPrograms.find().isEmpty()) {
            System.out.println(
                    "RabbitMQ is not on this machine: the keeper of the test parts installs it if this user may (about 35 MB). Log: "
                            + log());
        }
        return ask(kind.name(), buildProcess());
    }

    /** Makes the keeper live at least as long as the process. */
    void hold(long pid) {
        ask("HOLD", pid);
    }

    private Instance ask(String request, long holder) {
        long deadline = System.nanoTime() + START_LIMIT.plus(END_LIMIT).toNanos();
        while (System.nanoTime() < deadline) {
            Facts facts = running().orElseGet(() -> startOne(holder));
            Instance instance = Instance.open(root, folder, new Ports(facts.base()));
            String answer = send(facts, instance, request, holder);
            if (answer.equals(OK)) {
                return instance;
            }
            if (answer.startsWith("FAILED ")) {
                throw new PartFailure(answer.substring("FAILED ".length()).replace('|', '\n'));
            }
            // It is about to end, or has just ended: wait for that, then start another.
            awaitEnd(facts.pid());
        }
        throw new PartFailure("The keeper of the test parts neither answers nor ends. Log: " + log());
    }

    /** Lets go for the calling build. Returns when the processes are gone, or at once when another build uses them. */
    String stop() {
        if (!Files.isDirectory(folder)) {
            return "no test parts";
        }
        Optional<Facts> facts = running();
        if (facts.isPresent()) {
            Instance instance = Instance.open(root, folder, new Ports(facts.get().base()));
            long build = buildProcess();
            String answer = send(facts.get(), instance, "STOP", build == ProcessHandle.current().pid() ? 0 : build);
            if (answer.startsWith("HELD")) {
                return "test parts still " + answer;
            }
            awaitEnd(facts.get().pid());
        }
        return FolderLock.tryTake(folder).map(lock -> {
            try (lock) {
                new Processes(folder).endLeftOvers();
                return "test parts ended";
            }
        }).orElse("test parts are being started or ended by somebody else");
    }

    private static void awaitEnd(long pid) {
        Optional<ProcessHandle> keeper = ProcessHandle.of(pid);
        try {
            if (keeper.isPresent()) {
                keeper.get().onExit().get(END_LIMIT.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (TimeoutException e) {
            throw new PartFailure("The keeper of the test parts (pid " + pid + ") does not end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<Facts> running() {
        try {
            List<String> lines = Files.readAllLines(facts(folder));
            Facts facts = new Facts(Long.parseLong(lines.get(0)), Integer.parseInt(lines.get(1)), Integer.parseInt(lines.get(2)));
            return Processes.ours(facts.pid(), Keeper.class.getName()).map(alive -> facts);
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private Facts startOne(long holder) {
        Instance.open(root, folder, new Ports(Ports.FIRST_TEST_BASE));
        try {
            return Exclusively.run(folder.resolve("starting"), () -> {
                Optional<Facts> already = running();
                return already.isPresent() ? already.get() : start(holder);
            });
        } catch (IOException e) {
            throw new PartFailure("The keeper of the test parts cannot be started: " + e.getMessage(), e);
        }
    }

    private Facts start(long holder) throws IOException {
        Process keeper = new ProcessBuilder(command(holder)).directory(root.toFile()).redirectErrorStream(true)
                .redirectOutput(log().toFile()).redirectInput(new File("/dev/null")).start();
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        try {
            while (System.nanoTime() < deadline) {
                if (keeper.waitFor(100, TimeUnit.MILLISECONDS)) {
                    throw new PartFailure("The keeper of the test parts ended at once: " + Files.readString(log()));
                }
                Optional<Facts> facts = running();
                if (facts.isPresent() && facts.get().pid() == keeper.pid()) {
                    return facts.get();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure("interrupted", e);
        }
        throw new PartFailure("The keeper of the test parts did not come up. Log: " + log());
    }

    /** In a session of its own where the machine can do that, so that Ctrl-C reaches the keeper only through the end of the build. */
    private List<String> command(long holder) {
        List<String> command = new ArrayList<>();
        if (Commands.find("setsid").isPresent()) {
            command.add("setsid");
        }
        command.addAll(
                List.of(Java.program(), "-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", Java.classPath(root),
                        Keeper.class.getName(), "run", root.toString(), Long.toString(holder)));
        return command;
    }

    private static String send(Facts facts, Instance instance, String request, long holder) {
        try (Socket socket = new Socket(Ports.HOST, facts.control());
                PrintWriter out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8);
                BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            out.println(instance.secrets().password(CONTROL) + " " + request + " " + holder);
            String answer = in.readLine();
            return answer == null ? ENDING : answer;
        } catch (IOException ended) {
            return ENDING;
        }
    }

    /**
     * The process whose end is the end of the build: the Maven process above this one; without Maven, as in an IDE, the topmost Java
     * process; this process itself when it stands alone.
     */
    static long buildProcess() {
        long topmostJava = ProcessHandle.current().pid();
        Optional<ProcessHandle> ancestor = Optional.of(ProcessHandle.current());
        while (ancestor.isPresent()) {
            ProcessHandle handle = ancestor.get();
            if (handle.info().commandLine().orElse("").contains("org.codehaus.plexus.classworlds.launcher.Launcher")) {
                return handle.pid();
            }
            if (handle.info().command().orElse("").endsWith("/java")) {
                topmostJava = handle.pid();
            }
            ancestor = handle.parent();
        }
        return topmostJava;
    }

    private Path log() {
        return folder.resolve("logs").resolve("keeper.log");
    }
}
