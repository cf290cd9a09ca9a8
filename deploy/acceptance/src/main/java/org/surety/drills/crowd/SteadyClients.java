package org.surety.drills.crowd;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.surety.drills.LongForm;

/** Clients who read as they always do, and how long they wait. */
final class SteadyClients implements AutoCloseable {
    private static final List<String> USERS = List.of("xaa.reader", "xab.reader", "xac.reader", "fra.reader");
    private static final List<String> PATHS = List.of("/api/v1/parties?limit=1", "/api/v1/requirements?limit=1",
            "/api/v1/commitments?limit=1");
    private static final int EACH_MILLIS = 100;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(USERS.size());
    private final Queue<Long> micros = new ConcurrentLinkedQueue<>();
    private final Map<String, AtomicLong> failures = new ConcurrentSkipListMap<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final LongForm.Users tokens;
    private final String gateway;

    /**
     * What was seen in a time.
     *
     * @param failures what came in place of a 200, and how often
     */
    record Seen(int answers, double p50Millis, double p99Millis, Map<String, AtomicLong> failures) {
        @Override
        public String toString() {
            return "%d answers, p50 %.1f ms, p99 %.1f ms, failures %s".formatted(answers, p50Millis, p99Millis, failures);
        }
    }

    SteadyClients(LongForm.Users tokens, String gateway) {
        this.tokens = tokens;
        this.gateway = gateway;
        USERS.forEach(user -> threads.scheduleAtFixedRate(() -> ask(user), 0, EACH_MILLIS, TimeUnit.MILLISECONDS));
    }

    private void ask(String user) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(gateway + PATHS.get(turn.getAndIncrement() % PATHS.size())))
                .timeout(Duration.ofSeconds(30)).header("Authorization", "Bearer " + tokens.token(user)).build();
        long begun = System.nanoTime();
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            micros.add((System.nanoTime() - begun) / 1_000);
            if (status != 200) {
                failed(Integer.toString(status));
            }
        } catch (IOException e) {
            failed(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void failed(String how) {
        failures.computeIfAbsent(how, key -> new AtomicLong()).incrementAndGet();
    }

    /** What was seen in so long, and nothing of before. */
    Seen during(Duration time) throws InterruptedException {
        micros.clear();
        failures.clear();
        TimeUnit.MILLISECONDS.sleep(time.toMillis());
        long[] sorted = micros.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Seen(sorted.length, at(sorted, 0.5), at(sorted, 0.99), Map.copyOf(failures));
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * share))] / 1000.0;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
