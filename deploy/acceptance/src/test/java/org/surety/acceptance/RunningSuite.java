package org.surety.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.surety.local.FirstRunStep;
import org.surety.local.Instance;
import org.surety.local.Options;
import org.surety.local.Ports;
import org.surety.local.Progress;
import org.surety.local.Service;
import org.surety.local.Suite;
import org.surety.local.Tokens;
import org.surety.local.data.DataLoader;

/**
 * The whole suite, started once for all classes of this module with fresh data, loaded as a first start loads it, and ended after the last
 * one. It stands beside whatever else runs on the machine: ports, folder and secrets of its own.
 */
final class RunningSuite implements AutoCloseable {
    private static final int FIRST_BASE = 9500;
    private static final String LINE = "-".repeat(100);
    private final Progress progress;
    private final Suite suite;
    private final Api api;
    private BrokerEar ear;
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicBoolean closed = new AtomicBoolean();

    private RunningSuite(Progress progress, Suite suite) {
        this.progress = progress;
        this.suite = suite;
        this.api = new Api(suite.instance());
    }

    static RunningSuite start() {
        Path root = Path.of(System.getProperty("surety.root"));
        Progress progress = new Progress(System.out);
        Options options = Options.in(root).withFolder(root.resolve(".local").resolve("acceptance"))
                .withPortBase(Ports.firstFree(FIRST_BASE).base()).withReset();
        Suite started = Suite.start(options, progress);
        RunningSuite running = new RunningSuite(progress, started);
        // A build that is interrupted leaves nothing behind.
        Runtime.getRuntime().addShutdownHook(new Thread(running::close, "end of the suite"));
        try {
            // Services are ready before they have reached the broker.
            running.ear = Eventually.see("there are exchanges to listen at", Exercise.KNOWN, running::listen, ear -> ear != null);
            FirstRunStep data = new DataLoader();
            started.once(data);
            running.tellMemory();
            return running;
        } catch (RuntimeException | Error e) {
            running.close();
            throw e;
        }
    }

    private BrokerEar listen() {
        try {
            return new BrokerEar(instance());
        } catch (UncheckedIOException notYet) {
            return null;
        }
    }

    Api api() {
        return api;
    }

    /** Hears what is published from before the first data is loaded to the end of the run. */
    BrokerEar ear() {
        return ear;
    }

    Suite suite() {
        return suite;
    }

    Instance instance() {
        return suite.instance();
    }

    /** What the readiness probe of a service answers: status and body. */
    String health(Service service) {
        Ports ports = instance().ports();
        URI probe = URI.create(Ports.url(ports.managementOf(service.port(ports))) + "/q/health/ready");
        try {
            HttpResponse<String> answer = http.send(HttpRequest.newBuilder(probe).build(), BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A token with which services read each other's feeds. */
    String internalToken(Service service) {
        return Tokens.ofClient(instance().ports(), service.module(), instance().clientSecret(service.module()));
    }

    /** Resident memory of each process, for the log of the build. */
    private void tellMemory() {
        Map<String, Long> megabytes = new TreeMap<>();
        try (Stream<Path> pids = Files.list(instance().folder().resolve("pids"))) {
            for (Path file : pids.toList()) {
                long pid = Long.parseLong(Files.readAllLines(file).get(0));
                ProcessHandle.of(pid).ifPresent(process -> {
                    long sum = resident(pid) + process.descendants().mapToLong(child -> resident(child.pid())).sum();
                    megabytes.put(file.getFileName().toString(), sum / 1024);
                });
            }
        } catch (IOException e) {
            System.out.println("resident memory is not known: " + e);
        }
        System.out.println(LINE);
        megabytes.forEach((name, size) -> System.out.printf("resident memory  %-24s %6d MB%n", name, size));
        System.out.printf("resident memory  %-24s %6d MB%n", "in all",
                megabytes.values().stream().mapToLong(Long::longValue).sum());
        System.out.println(LINE);
    }

    /** In kilobytes; pages that processes share count for each of them. 0 where the system does not tell. */
    private static long resident(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream().filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", ""))).findFirst().orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            if (ear != null) {
                ear.close();
            }
            suite.close();
            progress.close();
        }
    }
}
