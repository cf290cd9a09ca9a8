package org.surety.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Holds one set of parts for all test processes of a build: started by the first one that asks ({@link TestParts}), it lives as long as a
 * build that uses it and then ends everything it started, also when the build was killed. Asked over a loopback socket, a line each way.
 */
public final class Keeper {
    private static final long POLL_MILLIS = 500;
    private final Instance instance;
    private final Processes processes;
    private final Map<TestParts.Kind, Part> parts = new EnumMap<>(TestParts.Kind.class);
    private final Set<Long> holders = ConcurrentHashMap.newKeySet();
    private final CountDownLatch noHolder = new CountDownLatch(1);
    private final AtomicBoolean ending = new AtomicBoolean();
    private final Progress progress = new Progress(System.out);

    private Keeper(Instance instance) {
        this.instance = instance;
        this.processes = new Processes(instance.folder());
        parts.put(TestParts.Kind.POSTGRESQL, new PostgresPart(instance, processes, isDurable(), Sizing.SHARED));
        parts.put(TestParts.Kind.RABBITMQ, new RabbitPart(instance, processes, progress));
        parts.put(TestParts.Kind.KEYCLOAK, new KeycloakPart(instance, processes, progress));
    }

    /** Tests do without, measures of what a commit costs do not. */
    private static boolean isDurable() {
        return Boolean.parseBoolean(System.getenv("SURETY_TEST_DURABLE"));
    }

    /**
     * {@code run ROOT PID} keeps the parts while the process lives; {@code hold ROOT PID} makes a running keeper live at least as long as
     * that process, starting one if needed; {@code stop ROOT} lets go for the build that calls (or for all, when no build calls) and returns
     * when the processes are gone, unless another build still uses them.
     */
    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(arguments[1]).toRealPath();
        switch (arguments[0]) {
            case "run" -> run(root, Long.parseLong(arguments[2]));
            case "hold" -> new KeeperClient(root).hold(Long.parseLong(arguments[2]));
            case "stop" -> System.out.println(new KeeperClient(root).stop());
            default -> throw new IllegalArgumentException("run, hold or stop, not " + arguments[0]);
        }
    }

    private static void run(Path root, long holder) throws IOException, InterruptedException {
        Path folder = KeeperClient.folder(root);
        Instance found = Instance.open(root, folder, new Ports(Ports.FIRST_TEST_BASE));
        try (FolderLock lock = FolderLock.take(folder)) {
            new Processes(folder).endLeftOvers().forEach(name -> System.out.println("ended what an earlier keeper left: " + name));
            // Tests bring their own databases and virtual hosts: nothing of an earlier build is wanted. Keycloak's import is kept.
            Folders.delete(folder.resolve("postgresql"));
            Folders.delete(folder.resolve("rabbitmq"));
            Keeper keeper = new Keeper(new Instance(root, folder, Ports.firstFree(Ports.FIRST_TEST_BASE), found.secrets()));
            keeper.holders.add(holder);
            Thread end = new Thread(keeper::end, "end");
            Runtime.getRuntime().addShutdownHook(end);
            keeper.serve();
            keeper.end();
        }
    }

    private void serve() throws IOException, InterruptedException {
        try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getByName(Ports.HOST))) {
            KeeperClient.writeFacts(instance, ProcessHandle.current().pid(), socket.getLocalPort());
            Thread accepting = new Thread(() -> accept(socket), "accept");
            accepting.setDaemon(true);
            accepting.start();
            var poll = Executors.newSingleThreadScheduledExecutor();
            poll.scheduleAtFixedRate(this::lookAtHolders, POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
            noHolder.await();
            poll.shutdownNow();
        }
    }

    private void lookAtHolders() {
        holders.removeIf(pid -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
        if (holders.isEmpty()) {
            ending.set(true);
            noHolder.countDown();
        }
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread answering = new Thread(() -> answer(connection), "answer");
                answering.setDaemon(true);
                answering.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket connection) {
        try (connection;
                BufferedReader in = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter out = new PrintWriter(connection.getOutputStream(), true, StandardCharsets.UTF_8)) {
            String line = in.readLine();
            List<String> words = line == null ? List.of() : List.of(line.split(" "));
            if (words.size() < 3 || !words.get(0).equals(instance.secrets().password(KeeperClient.CONTROL))) {
                out.println("REFUSED");
                return;
            }
            long holder = Long.parseLong(words.get(2));
            switch (words.get(1)) {
                case "STOP" -> out.println(letGo(holder));
                case "HOLD" -> out.println(hold(holder));
                default -> out.println(need(TestParts.Kind.valueOf(words.get(1)), holder));
            }
        } catch (IOException e) {
            System.out.println("a request was cut off: " + e.getMessage());
        }
    }

    private String hold(long holder) {
        holders.add(holder);
        return ending.get() ? KeeperClient.ENDING : KeeperClient.OK;
    }

    private String need(TestParts.Kind kind, long holder) {
        if (hold(holder).equals(KeeperClient.ENDING)) {
            return KeeperClient.ENDING;
        }
        Part part = parts.get(kind);
        synchronized (part) {
            try {
                if (!part.answers()) {
                    part.stop();
                    progress.during(part.name(), "starting", part::start);
                }
                return KeeperClient.OK;
            } catch (RuntimeException e) {
                return "FAILED " + String.valueOf(e.getMessage()).replace('\n', '|');
            }
        }
    }

    /** Pid 0 stands for everybody. */
    private String letGo(long holder) {
        if (holder == 0) {
            holders.clear();
        } else {
            holders.remove(holder);
        }
        lookAtHolders();
        return holders.isEmpty() ? KeeperClient.ENDING : "HELD by " + holders;
    }

    private void end() {
        ending.set(true);
        processes.refuse();
        Suite.endAll(parts.values(), progress);
        processes.endAll();
        // Last: whoever comes meanwhile finds a keeper that is ending, and waits for it instead of starting beside it.
        try {
            Files.deleteIfExists(KeeperClient.facts(instance.folder()));
        } catch (IOException e) {
            System.out.println("cannot delete the facts: " + e.getMessage());
        }
    }
}
