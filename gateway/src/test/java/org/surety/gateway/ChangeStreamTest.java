package org.surety.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.surety.gateway.EventStream.Event;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;

/** What the stream of changes tells to whom. */
@QuarkusTest
@WithTestResource(FeedSurroundings.class)
class ChangeStreamTest extends FeedStreamTest {

    @Test
    void changesArriveAsEventsWithTheCursorBehindThem() throws IOException {
        append(0, 1);
        EventStream stream = listen("");
        assertEquals(200, stream.status());
        assertEquals("text/event-stream", stream.header("content-type"));
        assertEquals("no-store", stream.header("cache-control"));
        assertEquals("no", stream.header("x-accel-buffering"));
        assertEquals("nosniff", stream.header("x-content-type-options"));
        assertEquals("default-src 'none'; frame-ancestors 'none'", stream.header("content-security-policy"));
        assertTrue(stream.header("ratelimit").startsWith("\"default\""));
        String first = stream.first();
        assertEquals("2000", stream.retry());
        Logged one = append(1, 5);
        Logged two = append(2, 6);
        await("both", () -> stream.changes().equals(List.of(one.id(), two.id())));
        JsonObject expected = FeedService.change(one.id(), one.recordedAt(), List.of());
        expected.remove("parties");
        assertEquals(expected.encode(), stream.all("change").get(0).data());
        for (Event event : stream.all("change")) {
            assertEquals(first.length(), event.id().length());
        }
        assertEquals(List.of(two.id()), ids(page("XAA", "?after=" + stream.all("change").get(0).id()).json()));
        assertEquals(List.of(one.id(), two.id()), ids(page("XAA", "?after=" + first).json()));
    }

    @Test
    void whatIsHiddenFromAListenerNeitherArrivesNorMovesTheHeartbeats() throws Exception {
        EventStream stream = listen("");
        EventStream other = listenAs(as("XAB"), "");
        stream.first();
        other.first();
        Logged hidden = new Logged(0, "hidden", BEGIN, List.of("XAB"));
        append(0, List.of(hidden));
        await("the one who may", () -> other.changes().equals(List.of("hidden")));
        append(0, List.of(new Logged(0, "hidden too", BEGIN, List.of("XAB"))));
        await("heartbeats", () -> stream.all("heartbeat").size() >= 4);
        assertEquals(List.of(), stream.changes());
        for (Event event : stream.all("heartbeat")) {
            assertEquals("{}", event.data());
            assertEquals(stream.first().length(), event.id().length());
        }
    }

    @Test
    void heartbeatsComeAtTheirIntervalWithAFreshCursor() throws IOException {
        EventStream stream = listen("");
        stream.first();
        long start = System.nanoTime();
        await("five more", () -> stream.all("heartbeat").size() >= 6);
        long millis = (System.nanoTime() - start) / 1_000_000;
        assertTrue(millis >= 4 * FeedSurroundings.HEARTBEAT_MILLIS, millis + " ms");
        assertTrue(stream.all("heartbeat").stream().map(Event::id).distinct().count() >= 2, "the services gave new ones meanwhile");
        Logged change = append(2, 1);
        assertEquals(List.of(change.id()), ids(page("XAA", "?after=" + stream.all("heartbeat").get(5).id()).json()));
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false})
    void everyEventLeadsToExactlyTheRest(boolean groupIsThere) throws IOException {
        EventStream group = listen("");
        String first = group.first();
        Random random = new Random(3);
        for (int i = 0; i < 3; i++) {
            append(i, some(random, i, 5, BEGIN));
        }
        int visible = merged("XAA").size();
        await("all", () -> group.changes().size() == visible);
        if (!groupIsThere) {
            group.close();
            await("it is gone", () -> waiting() == 0);
        }
        List<String> cursors = new ArrayList<>(List.of(first));
        group.all("change").forEach(event -> cursors.add(event.id()));
        for (int i = 0; i < cursors.size(); i++) {
            List<String> rest = group.changes().subList(i, visible);
            try (EventStream resumed = new EventStream(port, "?after=now", "Authorization", "Bearer " + token(subject),
                    "Last-Event-ID", cursors.get(i))) {
                assertEquals(first.length(), resumed.first().length());
                // Alone it has them by time, the group had them as they came: the same, and in each service's order.
                await("the rest behind " + i, () -> resumed.changes().size() >= rest.size());
                assertEquals(Set.copyOf(rest), Set.copyOf(resumed.changes()));
                assertEquals(rest.size(), resumed.changes().size());
            }
        }
    }

    @Test
    void listenersOfEqualPartyAndRolesAreAskedForOnce() throws IOException {
        long start = System.nanoTime();
        EventStream first = listen("");
        first.first();
        await("one question to each service", () -> waiting() == 3);
        for (int i = 0; i < 9; i++) {
            listen("").first();
        }
        await("and no more", () -> waiting() == 3);
        Logged change = append(1, 1);
        for (EventStream stream : open) {
            await("the change", () -> stream.changes().equals(List.of(change.id())));
        }
        int asked = seen(0).getInteger("asked") + seen(1).getInteger("asked") + seen(2).getInteger("asked");
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        assertTrue(asked <= 3 * (seconds + 4 + 9), asked + " questions for ten listeners in " + seconds + " s");
        String metrics = metrics();
        assertTrue(metrics.contains("surety_gateway_streams_open 10.0"), metrics);
        assertTrue(metrics.contains("surety_gateway_streams_polled 1.0"), metrics);
        listenAs(tokens.with(claims -> {
            claims.setStringListClaim("roles", role, "editor");
            claims.setStringClaim("party", "XAA");
        }), "").first();
        await("other roles are another group", () -> waiting() == 6);
    }

    /** They record who follows, and one of them would not know of who is told what another has asked for. */
    @Test
    void everyServiceKnowsEveryListenerBeforeItIsToldAnything() throws IOException {
        String begin = page("XAA", "?after=now").json().getString("next");
        EventStream first = listen("");
        first.first();
        await("the services wait", () -> waiting() == 3);
        for (String[] joining : new String[][]{ { "", ""}, { "", first.first()}, { "?after=" + begin, ""}}) {
            String who = UUID.randomUUID().toString();
            EventStream stream = listenAs(token(who), joining[0], "Last-Event-ID", joining[1]);
            stream.first();
            for (int i = 0; i < 3; i++) {
                assertTrue(seen(i).getJsonArray("askers").contains(who), List.of(joining).toString());
            }
        }
    }

    @Test
    void whoIsRefusedByAServiceJoinsNoGroup() throws IOException {
        listen("").first();
        await("the services wait", () -> waiting() == 3);
        String refused = UUID.randomUUID().toString();
        mode(2, refused);
        assertEquals(401, listenAs(token(refused), "").status());
        assertTrue(metrics().contains("surety_gateway_streams_open 1.0"));
    }

    @Test
    void whoComesFromFarBackCatchesUpAndJoinsWithoutLossOrDoubling() throws IOException {
        String begin = page("XAA", "?after=now").json().getString("next");
        Random random = new Random(11);
        EventStream group = listen("");
        group.first();
        List<EventStream> joiners = new ArrayList<>();
        for (int round = 0; round < 24; round++) {
            int service = random.nextInt(3);
            append(service, some(random, service, 1 + random.nextInt(4), BEGIN.plusSeconds(10 * round)));
            if (round % 6 == 2) {
                joiners.add(listen("?after=" + begin));
                mode(service, round % 12 == 2 ? "late" : "");
            }
        }
        int visible = merged("XAA").size();
        await("all", () -> group.changes().size() == visible);
        joiners.add(listen("?after=" + begin));
        for (EventStream joiner : joiners) {
            await("all for who joined", () -> joiner.changes().size() >= visible);
            for (int i = 0; i < 3; i++) {
                List<String> ids = idsOf(i, "XAA");
                assertEquals(ids, joiner.changes().stream().filter(ids::contains).toList());
            }
        }
        await("they have joined", () -> waiting() == 3);
        Logged last = append(0, 900);
        for (EventStream joiner : joiners) {
            await("the last for who joined", () -> joiner.changes().size() > visible);
            List<Event> events = joiner.all("change");
            for (Event event : List.of(events.get(visible - 1), events.get(visible / 2))) {
                List<String> had = joiner.changes().subList(0, events.indexOf(event) + 1);
                List<String> rest = new ArrayList<>(merged("XAA"));
                rest.removeAll(had);
                assertEquals(rest, ids(page("XAA", "?limit=500&after=" + event.id()).json()), "exactly the rest behind it");
            }
            assertEquals(last.id(), joiner.changes().get(visible));
        }
    }

    @Test
    void longWayBackIsReadAsFastAsTheListenerReads() throws IOException {
        Random random = new Random(5);
        String begin = page("XAA", "?after=now").json().getString("next");
        for (int i = 0; i < 3; i++) {
            append(i, some(random, i, 4 * FeedSurroundings.KEPT, BEGIN));
        }
        EventStream stream = listen("?after=" + begin);
        List<String> all = merged("XAA");
        await("all of it", () -> stream.changes().size() >= all.size());
        assertEquals(all, stream.changes());
    }
}
