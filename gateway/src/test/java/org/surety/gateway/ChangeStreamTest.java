package org.surety.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.surety.gateway.EventStream.Event;
import org.surety.gateway.Wire.Answer;
import org.surety.gateway.problem.ProblemType;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;

/** The merged feed as a stream. Listeners are of the party XAA and of a role of the test's own, so that no test finds the group of another. */
@QuarkusTest
@WithTestResource(FeedSurroundings.class)
class ChangeStreamTest extends FeedTest {

    private static final String STREAM = PATH + "/stream";
    private final List<EventStream> open = new ArrayList<>();
    private final String role = "reader-" + UUID.randomUUID();

    @AfterEach
    void close() throws IOException {
        for (EventStream stream : open) {
            stream.close();
        }
        await("the gateway asks no more", () -> waiting() == 0);
    }

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
        assertTrue(asked <= 3 * (seconds + 4), asked + " questions for ten listeners in " + seconds + " s");
        String metrics = metrics();
        assertTrue(metrics.contains("surety_gateway_streams_open 10.0"), metrics);
        assertTrue(metrics.contains("surety_gateway_streams_polled 1.0"), metrics);
        listenAs(tokens.with(claims -> {
            claims.setStringListClaim("roles", role, "editor");
            claims.setStringClaim("party", "XAA");
        }), "").first();
        await("other roles are another group", () -> waiting() == 6);
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

    @Test
    void streamEndsWithTheToken() throws IOException {
        EventStream stream = listenAs(tokens.with(claims -> {
            claims.setExpirationTime(NumericDate.fromSeconds(NumericDate.now().getValue() + 2));
            claims.setStringClaim("party", "XAA");
            claims.setStringListClaim("roles", role);
        }), "");
        EventStream longer = listen("");
        stream.first();
        assertEquals("token-expired", stream.end());
        Logged change = append(0, 1);
        await("the group goes on with another's token", () -> longer.changes().equals(List.of(change.id())));
        EventStream resumed = listen("", "Last-Event-ID", stream.all("end").get(0).id());
        await("what came between", () -> resumed.changes().equals(List.of(change.id())));
    }

    @Test
    void serviceThatIsAwayIsNamedAndItsChangesComeWhenItIsBack() throws IOException {
        EventStream stream = listen("");
        stream.first();
        await("the services wait", () -> waiting() == 3);
        mode(1, "503");
        Logged other = append(0, 1);
        await("the others go on", () -> stream.changes().equals(List.of(other.id())));
        await("it is named", () -> stream.all("missing").size() == 1);
        assertEquals("{\"missing\":[\"delegation-service\"]}", stream.all("missing").get(0).data());
        Logged hidden = append(1, 2);
        EventStream late = listen("");
        await("who comes now is told too", () -> late.all("missing").size() == 1);
        mode(1, "");
        await("it is back", () -> stream.changes().contains(hidden.id()));
        assertEquals("{\"missing\":[]}", stream.all("missing").get(1).data());
        await("for who came between too", () -> late.changes().contains(hidden.id()));
    }

    @Test
    void listenerWhoseTokenAServiceRefusesIsCutOffAndTheOthersAreNot() throws IOException {
        String refused = UUID.randomUUID().toString();
        EventStream first = listenAs(tokens.with(claims -> {
            claims.setSubject(refused);
            claims.setStringClaim("party", "XAA");
            claims.setStringListClaim("roles", role);
            claims.setExpirationTimeMinutesInTheFuture(9);
        }), "");
        first.first();
        EventStream second = listen("");
        second.first();
        await("the services wait", () -> waiting() == 3);
        mode(2, refused);
        assertEquals("token-refused", first.end());
        Logged change = append(2, 1);
        await("the other", () -> second.changes().equals(List.of(change.id())));
    }

    @Test
    void refusalInTheMiddleEndsTheStreamAndSaysWhose() throws IOException {
        EventStream stream = listen("");
        stream.first();
        mode(0, "409");
        assertEquals("refused", stream.end());
        JsonObject problem = stream.all("end").get(0).json().getJsonObject("problem");
        assertEquals(409, problem.getInteger("status"));
        assertEquals("commitments-service", problem.getString("upstream"));
        assertEquals(409, answerTo("Last-Event-ID: " + stream.first()).status());
    }

    @Test
    void everyRefusalBeforeTheStreamIsAProblem() throws IOException {
        assertTrue(Wire.ask(port, "GET " + STREAM + " HTTP/1.1").isProblem(ProblemType.UNAUTHENTICATED));
        for (String accept : List.of("application/json", "text/html, text/event-stream;q=0",
                "text/event-stream;q=0.0, text/plain")) {
            assertTrue(answerTo("Accept: " + accept).isProblem(ProblemType.NOT_ACCEPTABLE), accept);
        }
        for (String id : List.of("x", "a.b", "a.b.c.d", "now", "a.b.\u00e9")) {
            Answer answer = answerTo("Last-Event-ID: " + id);
            assertTrue(answer.isProblem(ProblemType.INVALID_REQUEST), answer.toString());
            assertEquals("Last-Event-ID", answer.json().getJsonArray("violations").getJsonObject(0).getString("field"));
        }
        assertTrue(answerTo("Last-Event-ID: a.b.c", "Last-Event-ID: a.b.c").isProblem(ProblemType.INVALID_REQUEST));
        Answer foreign = answerTo("Last-Event-ID: a.b.c");
        assertEquals(400, foreign.status());
        assertTrue(FeedSurroundings.SERVICES.contains(foreign.json().getString("upstream")), foreign.body());
        assertTrue(get(STREAM + "?after=x").isProblem(ProblemType.INVALID_REQUEST));
        assertTrue(get(STREAM + "?limit=5").isProblem(ProblemType.UNKNOWN_PARAMETER));
        assertTrue(ask("POST " + STREAM + " HTTP/1.1", "Content-Length: 0").isProblem(ProblemType.METHOD_NOT_ALLOWED));
        mode(1, "403");
        assertEquals(403, answerTo().status());
        for (int i = 0; i < 3; i++) {
            mode(i, "hangup");
        }
        assertTrue(answerTo().isProblem(ProblemType.UPSTREAM_UNREACHABLE));
    }

    @Test
    void clientHasSoManyStreamsAndAllHaveSoMany() throws IOException {
        String client = UUID.randomUUID().toString();
        List<EventStream> mine = new ArrayList<>();
        for (int i = 0; i < FeedSurroundings.PER_CLIENT; i++) {
            mine.add(listenAs(token(client), ""));
        }
        Answer refused = Wire.ask(port, "GET " + STREAM + " HTTP/1.1", bearer(token(client)));
        assertTrue(refused.isProblem(ProblemType.RATE_LIMITED), refused.toString());
        while (open.size() < 40) {
            assertEquals(200, listen("").status());
        }
        Answer full = answerTo();
        assertTrue(full.isProblem(ProblemType.UPSTREAM_BUSY), full.toString());
        mine.get(0).close();
        await("a place is free", () -> metrics().contains("surety_gateway_streams_open 39.0"));
        assertEquals(200, listenAs(token(client), "").status());
    }

    @Test
    void onlySoManyGroupsAreFollowedFor() throws IOException {
        List<EventStream> groups = new ArrayList<>();
        for (int i = 0; i < FeedSurroundings.POLLERS; i++) {
            groups.add(listenAs(ofAGroup(i), ""));
            groups.get(i).first();
        }
        Answer full = Wire.ask(port, "GET " + STREAM + " HTTP/1.1", bearer(ofAGroup(FeedSurroundings.POLLERS)));
        assertTrue(full.isProblem(ProblemType.UPSTREAM_BUSY), full.toString());
        assertNotNull(full.header("retry-after"));
        assertEquals(200, listenAs(ofAGroup(0), "").status(), "a group that is there takes another");
        groups.get(1).close();
        await("one less is followed for", () -> metrics().contains("surety_gateway_streams_polled 7.0"));
        assertEquals(200, listenAs(ofAGroup(FeedSurroundings.POLLERS), "").status());
    }

    private String ofAGroup(int number) {
        return tokens.with(claims -> {
            claims.setSubject(UUID.randomUUID().toString());
            claims.setStringClaim("party", "XAA");
            claims.setStringListClaim("roles", role, "group-" + number);
        });
    }

    @Test
    void acceptHeadersThatCoverAStreamOpenOne() throws IOException {
        for (String accept : List.of("text/event-stream", "*/*", "text/*;q=0.5", "application/json, text/event-stream;q=0.1")) {
            assertEquals(200, listen("", "Accept", accept).status(), accept);
        }
    }

    private EventStream listen(String query, String... headers) throws IOException {
        return listenAs(token(UUID.randomUUID().toString()), query, headers);
    }

    private EventStream listenAs(String token, String query, String... headers) throws IOException {
        String[] all = new String[headers.length + 2];
        all[0] = "Authorization";
        all[1] = "Bearer " + token;
        System.arraycopy(headers, 0, all, 2, headers.length);
        EventStream stream = new EventStream(port, query, all);
        open.add(stream);
        return stream;
    }

    private String token(String who) {
        return tokens.with(claims -> {
            claims.setSubject(who);
            claims.setStringClaim("party", "XAA");
            claims.setStringListClaim("roles", role);
        });
    }

    private Answer answerTo(String... headers) throws IOException {
        String[] all = new String[headers.length + 1];
        all[0] = bearer(token(UUID.randomUUID().toString()));
        System.arraycopy(headers, 0, all, 1, headers.length);
        return Wire.ask(port, "GET " + STREAM + " HTTP/1.1", all);
    }
}
