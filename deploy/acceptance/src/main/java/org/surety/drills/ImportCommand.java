package org.surety.drills;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.surety.local.Options;
import org.surety.local.PartFailure;
import org.surety.local.Ports;
import org.surety.local.Progress;
import org.surety.local.Service;
import org.surety.local.ServicePart;
import org.surety.local.Suite;
import org.surety.local.Tokens;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * {@code deploy/acceptance/drill --import N}: how fast a file of N rows of the own template becomes commitments, how much memory the service takes
 * for it, and how long a single write takes meanwhile. A suite of its own, asked through the gateway.
 */
public final class ImportCommand {
    private static final int FIRST_BASE = 10_900;
    private static final Duration LIMIT = Duration.ofHours(2);
    private static final String COORDINATOR = "coordinator";
    private static final Pattern HEAP = Pattern.compile("(?m)^jvm_memory_used_bytes\\{area=\"heap\"[^}]*} (\\S+)$");
    private static final String DRAFT = "{\"party\":\"XAA\",\"basis\":\"GUARANTEE\",\"kind\":\"TRAINING\",\"title\":\"Meanwhile\","
            + "\"quantity\":{\"quantity\":1,\"unit\":\"crews\"},\"label\":{\"release\":\"COALITION\"}}";

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Suite suite;
    private final Progress progress;
    private final Map<String, String> tokens = new HashMap<>();
    private long tokensSince = System.nanoTime();
    private double heap;
    private long resident;

    private ImportCommand(Suite suite, Progress progress) {
        this.suite = suite;
        this.progress = progress;
    }

    /** The checkout whose services are measured, and how many rows. */
    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(arguments[0]);
        int rows = Integer.parseInt(arguments[1]);
        Options options = Options.in(root).withFolder(root.resolve(".local").resolve("import")).withReset()
                .withPortBase(Ports.firstFree(FIRST_BASE).base());
        ProcessHandle.current().parent().ifPresent(script -> script.onExit().thenRun(() -> System.exit(1)));
        try (Progress progress = new Progress(System.out)) {
            Suite suite = Suite.start(options, progress);
            Runtime.getRuntime().addShutdownHook(new Thread(suite::close, "end of the measurement"));
            new ImportCommand(suite, progress).measure(root, rows);
        } catch (PartFailure | DrillFailure e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        System.exit(0);
    }

    private void measure(Path root, int rows) throws IOException, InterruptedException {
        registerParties(root);
        List<Long> quiet = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            quiet.add(write());
        }
        look();
        progress.say("import", "before: " + memory() + "; writes " + latencies(quiet));
        Path file = file(rows);
        long begun = System.nanoTime();
        JsonNode job = json.readTree(send("POST", "/api/v1/imports?mapping=surety&mode=PARTIAL", COORDINATOR, "text/csv",
                BodyPublishers.ofFile(file), 202));
        double taken = seconds(begun);
        progress.say("import",
                "%d rows, %.1f MB: looked through and kept in %.1f s".formatted(rows, Files.size(file) / 1e6, taken));
        List<Long> meanwhile = new ArrayList<>();
        while (!job.path("state").asText().matches("DONE|FAILED")) {
            if (seconds(begun) > LIMIT.toSeconds()) {
                throw new DrillFailure("not imported after " + LIMIT);
            }
            meanwhile.add(write());
            look();
            TimeUnit.MILLISECONDS.sleep(50);
            job = json.readTree(
                    send("GET", "/api/v1/imports/" + job.path("id").asText(), COORDINATOR, null, BodyPublishers.noBody(), 200));
        }
        double seconds = seconds(begun);
        progress.say("import", "%s %s: %.1f s, %.0f rows/s; at most %s; writes meanwhile %s".formatted(job.path("state").asText(),
                job.path("counts"), seconds, rows / seconds, memory(), latencies(meanwhile)));
        if (job.path("counts").path("imported").asInt() != rows) {
            throw new DrillFailure("not every row was imported");
        }
    }

    private void registerParties(Path root) throws IOException, InterruptedException {
        for (JsonNode party : json.readTree(root.resolve("deploy/local/data/parties-exercise.json").toFile()).path("records")) {
            send("POST", "/api/v1/parties", COORDINATOR, "application/json", BodyPublishers.ofString(party.path("body").toString()),
                    201);
        }
        // They are known to the other service within seconds.
        long begun = System.nanoTime();
        while (post().statusCode() != 201) {
            if (seconds(begun) > 60) {
                throw new DrillFailure("the parties are not known to commitments-service");
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private static Path file(int rows) throws IOException {
        Path file = Files.createTempFile("import", ".csv");
        file.toFile().deleteOnExit();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("externalId,party,basis,kind,title,quantity,unit,euroValue,announcedOn,label\n");
            for (int i = 0; i < rows; i++) {
                out.write("m-%d,XA%c,EARLIER_SUPPORT,TRAINING,Crews %d,%d,crews,%d.25,2025-%02d-%02d,PUBLIC%n".formatted(i,
                        'A' + i % 10, i, 1 + i % 40, 1000 + i, 1 + i % 12, 1 + i % 28));
            }
        }
        return file;
    }

    /** How many microseconds a draft takes. */
    private long write() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        HttpResponse<String> answer = post();
        if (answer.statusCode() != 201) {
            throw new DrillFailure("a write was answered " + answer.statusCode() + " " + answer.body());
        }
        return (System.nanoTime() - begun) / 1000;
    }

    private HttpResponse<String> post() throws IOException, InterruptedException {
        return http.send(request("POST", "/api/v1/commitments", "xaa.editor", "application/json", BodyPublishers.ofString(DRAFT)),
                BodyHandlers.ofString());
    }

    private String send(String method, String path, String user, String type, HttpRequest.BodyPublisher body, int expected)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request(method, path, user, type, body), BodyHandlers.ofString());
        if (answer.statusCode() != expected) {
            throw new DrillFailure(method + " " + path + " was answered " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private HttpRequest request(String method, String path, String user, String type, HttpRequest.BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(suite.instance().gatewayUrl() + path))
                .timeout(Duration.ofMinutes(2))
                .header("Authorization", "Bearer " + token(user))
                .header("Idempotency-Key", UUID.randomUUID().toString()).method(method, body);
        return type == null ? request.build() : request.header("Content-Type", type).build();
    }

    /** Kept for a part of the 300 s that it lives, so that the identity provider is not what is measured. */
    private String token(String user) {
        if (seconds(tokensSince) > 200) {
            tokens.clear();
            tokensSince = System.nanoTime();
        }
        return tokens.computeIfAbsent(user, name -> Tokens.ofUser(suite.instance().ports(), name));
    }

    /** Notes how much memory the service has now. */
    private void look() throws IOException, InterruptedException {
        ServicePart service = suite.service(Service.COMMITMENTS_SERVICE);
        int port = suite.instance().ports().managementOf(service.port());
        String metrics = http
                .send(HttpRequest.newBuilder(URI.create(Ports.url(port) + "/q/metrics")).build(), BodyHandlers.ofString()).body();
        double used = 0;
        for (Matcher area = HEAP.matcher(metrics); area.find();) {
            used += Double.parseDouble(area.group(1));
        }
        heap = Math.max(heap, used);
        Path status = Path.of("/proc/" + service.pid().orElse(0) + "/status");
        if (Files.exists(status)) {
            try (Stream<String> lines = Files.lines(status)) {
                resident = Math.max(resident, lines.filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElse(0));
            }
        }
    }

    private String memory() {
        return String.format(Locale.ROOT, "heap %.0f MB, resident %.0f MB", heap / 1e6, resident / 1e3);
    }

    private static String latencies(List<Long> micros) {
        Collections.sort(micros);
        return String.format(Locale.ROOT, "%d, p50 %.1f ms, p95 %.1f ms, at most %.1f ms", micros.size(), at(micros, 0.5),
                at(micros, 0.95),
                at(micros, 1));
    }

    private static double at(List<Long> micros, double share) {
        return micros.get((int) Math.min(micros.size() - 1L, (long) (micros.size() * share))) / 1000.0;
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
