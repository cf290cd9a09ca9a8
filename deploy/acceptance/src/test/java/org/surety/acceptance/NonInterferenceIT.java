package org.surety.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.surety.acceptance.World.Leak;
import org.surety.acceptance.WorldDialogue.Exchange;
import org.surety.local.Ports;
import org.surety.local.Service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Two worlds that differ only in what a viewer may not see give that viewer the same answers, byte for byte: lists, records, filters, pages,
 * sums, files, refusals, conditional requests, and what is told of changes. The system properties {@code surety.pairs} and {@code
 * surety.worlds.seed} ask for more pairs, and for others. Almost the last class of the suite: it takes out of the databases what it made,
 * and puts it back.
 */
@Order(Integer.MAX_VALUE - 1)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(SuiteExtension.class)
class NonInterferenceIT {
    private static final int PAIRS = Integer.getInteger("surety.pairs", 200);
    private static final int REQUESTS = 40;
    private static final int VOICES = 5;
    /** So many worlds are compared with the same one, which the same viewer is asked the same in. */
    private static final int IN_A_ROW = 8;
    /** One pair in so many is asked through the gateway, with worlds in all databases. */
    private static final int THROUGH_THE_GATEWAY = 20;
    private static final int PAIRS_TO_SEE_A_LEAK = 12;
    private static final int SHOWN = 5;
    private static final long SEED = Long.getLong("surety.worlds.seed", 1);
    private static RunningSuite suite;
    private static WorldBank bank;
    private static final Map<Service, WorldDialogue> DIALOGUES = new TreeMap<>();

    @BeforeAll
    static void fill(RunningSuite running) throws Exception {
        suite = running;
        long begun = System.nanoTime();
        MatrixUsers.create(new KeycloakTokens(running.instance()));
        bank = new WorldBank(running, SEED);
        Ports ports = running.instance().ports();
        for (Service service : Service.values()) {
            String base = Ports.url(service.port(ports));
            DIALOGUES.put(service, new WorldDialogue(running.api(), bank, service, base, document(base)));
        }
        System.out.printf("worlds: %d records, %d rows, seed %d, made in %.1f s%n", bank.size(), bank.rows(), SEED,
                (System.nanoTime() - begun) / 1e9);
    }

    private static JsonNode document(String base) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/openapi?format=json")).build();
        return new ObjectMapper().readTree(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body());
    }

    @AfterAll
    static void putBack() {
        if (bank != null) {
            boolean whole = bank.restore();
            bank.close();
            assertTrue(whole, "not everything is back that was taken out of the databases");
        }
    }

    @Test
    void whatAViewerMayNotSeeChangesNoByteOfItsAnswers() {
        long begun = System.nanoTime();
        Queue<String> differences = new ConcurrentLinkedQueue<>();
        int throughGateway = Math.max(1, PAIRS / THROUGH_THE_GATEWAY);
        int[] shares = { (PAIRS - throughGateway) / 3, (PAIRS - throughGateway) / 3, 0};
        shares[2] = PAIRS - throughGateway - shares[0] - shares[1];
        int[] requests = new int[Service.values().length];
        each(List.of(0, 1, 2), i -> requests[i] = play(WorldBank.SERVICES.get(i), shares[i], SEED + i, differences));
        requests[3] = play(Service.GATEWAY, throughGateway, SEED + 3, differences);
        System.out.printf("non-interference: %d pairs, %s requests, %d differences, seed %d, %.1f s%n", PAIRS,
                Arrays.toString(requests), differences.size(), SEED, (System.nanoTime() - begun) / 1e9);
        assertTrue(differences.isEmpty(),
                () -> differences.size() + " differences:\n" + String.join("\n\n", differences.stream().limit(SHOWN).toList()));
    }

    /** Without this the masks might be too few: what changes by itself would be taken for a leak. */
    @Test
    void theSameWorldIsAnsweredTheSame() {
        Queue<String> differences = new ConcurrentLinkedQueue<>();
        each(List.of(0, 1, 2), i -> {
            Service service = WorldBank.SERVICES.get(i);
            for (int pair = 0; pair < 4; pair++) {
                WorldViewer viewer = WorldViewer.ALL.get((pair + i) % WorldViewer.ALL.size());
                compare(service, viewer, SEED + pair, List.of(11L, 11L), Leak.NONE).forEach(differences::add);
            }
        });
        assertEquals(List.of(), List.copyOf(differences));
    }

    /** And without this too many. */
    @Test
    void aCountAVersionAndAnOrderThatFollowWhatIsHiddenAreSeen() {
        bank.of(Service.PRIORITIES_SERVICE).showToAll("question", true);
        try {
            assertTrue(isSeen(Service.PRIORITIES_SERVICE, Leak.NONE), "a list in which what is hidden stands");
        } finally {
            bank.of(Service.PRIORITIES_SERVICE).showToAll("question", false);
        }
        assertTrue(isSeen(Service.COMMITMENTS_SERVICE, Leak.VERSION), "a version that counts what is hidden");
        assertTrue(isSeen(Service.COMMITMENTS_SERVICE, Leak.ORDER), "an order that what is hidden decides");
    }

    /** The last, when everything has been asked. */
    @Test
    @Order(Integer.MAX_VALUE)
    void noMarkOfARecordIsInALogFileOrAMetric() throws Exception {
        Ports ports = suite.instance().ports();
        for (Service service : Service.values()) {
            String log = Files.readString(suite.instance().log(service.module()), StandardCharsets.UTF_8);
            assertFalse(log.contains(WorldBank.mark("")), service.module() + " writes what a record says into its log");
            URI metrics = URI.create(Ports.url(ports.managementOf(service.port(ports))) + "/q/metrics");
            String told = HttpClient.newHttpClient().send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString()).body();
            assertTrue(told.contains("# TYPE"), told);
            assertFalse(told.contains(WorldBank.mark("")), service.module() + " counts by what a record says");
        }
    }

    private boolean isSeen(Service service, Leak leak) {
        for (int pair = 0; pair < PAIRS_TO_SEE_A_LEAK; pair++) {
            long seed = SEED + 100L * pair;
            if (!compare(service, new WorldViewer("reader", "XND"), seed, List.of(seed * 2 + 1, seed * 2 + 2), leak).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** How many requests were sent. */
    private static int play(Service service, int pairs, long seed, Queue<String> differences) {
        Random random = new Random(seed);
        int requests = 0;
        for (int played = 0; played < pairs;) {
            WorldViewer viewer = WorldViewer.ALL.get(random.nextInt(WorldViewer.ALL.size()));
            int row = Math.min(IN_A_ROW, pairs - played);
            List<Long> worlds = random.longs(row + 1, 1, Long.MAX_VALUE).boxed().toList();
            differences.addAll(compare(service, viewer, random.nextLong(), worlds, Leak.NONE));
            played += row;
            requests += (row + 1) * REQUESTS;
        }
        return requests;
    }

    /** Loads each of the worlds in turn, asks the same of each, and tells what was answered otherwise than in the first. */
    private static List<String> compare(Service service, WorldViewer viewer, long seed, List<Long> worlds, Leak leak) {
        List<String> differences = new ArrayList<>();
        List<Exchange> first = List.of();
        for (long world : worlds) {
            List<Exchange> now = ask(service, viewer, seed, load(service, viewer, world, leak));
            first = first.isEmpty() ? now : first;
            String where = service.module() + ", worlds " + worlds.get(0) + " and " + world + ", " + viewer + ": ";
            difference(first, now).ifPresent(what -> differences.add(where + what));
            now.forEach(one -> marks(viewer, one).ifPresent(what -> differences.add(where + what)));
        }
        return differences;
    }

    /** Several ask at the same time, each its part: an answer waits for its line in the record of reads, and many share one commit. */
    private static List<Exchange> ask(Service service, WorldViewer viewer, long seed, List<String> hidden) {
        List<List<Exchange>> heard = new ArrayList<>(Collections.nCopies(VOICES, List.of()));
        each(IntStream.range(0, VOICES).boxed().toList(),
                voice -> heard.set(voice, DIALOGUES.get(service).hold(viewer, seed * VOICES + voice, REQUESTS / VOICES, hidden)));
        return heard.stream().flatMap(List::stream).toList();
    }

    /** @return ids of the bank of which this viewer is shown nothing */
    private static List<String> load(Service service, WorldViewer viewer, long seed, Leak leak) {
        List<String> hidden = new ArrayList<>();
        for (Service one : service == Service.GATEWAY ? WorldBank.SERVICES : List.of(service)) {
            WorldDatabase database = bank.of(one);
            World world = database.world(viewer, seed, leak);
            database.load(world);
            hidden.addAll(world.hidden());
        }
        return hidden;
    }

    private static Optional<String> difference(List<Exchange> before, List<Exchange> now) {
        for (int i = 0; i < Math.min(before.size(), now.size()); i++) {
            if (!before.get(i).heard().equals(now.get(i).heard()) || !before.get(i).said().equals(now.get(i).said())) {
                return Optional.of(told(before.get(i), now.get(i)));
            }
        }
        return Optional.empty();
    }

    private static String told(Exchange before, Exchange now) {
        int at = 0;
        int end = Math.min(before.heard().length(), now.heard().length());
        while (at < end && before.heard().charAt(at) == now.heard().charAt(at)) {
            at++;
        }
        int from = Math.max(0, at - 200);
        return before.said() + "\n   is answered ..." + part(before.heard(), from) + "\n   and then     ..."
                + part(now.heard(), from)
                + (before.said().equals(now.said()) ? "" : "\n   to " + now.said());
    }

    private static String part(String text, int from) {
        return text.substring(Math.min(from, text.length()), Math.min(text.length(), from + 500)).replace("\n", "\\n");
    }

    private static Optional<String> marks(WorldViewer viewer, Exchange one) {
        return WorldBank.hiddenMarks(viewer).stream().filter(mark -> one.heard().contains(mark)).findFirst()
                .map(mark -> one.said() + " is answered with " + mark);
    }

    private interface Part {
        void take(int i);
    }

    private static void each(List<Integer> parts, Part part) {
        ExecutorService pool = Executors.newFixedThreadPool(parts.size());
        try {
            List<Future<?>> running = new ArrayList<>();
            parts.forEach(i -> running.add(pool.submit(() -> part.take(i))));
            for (Future<?> one : running) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
