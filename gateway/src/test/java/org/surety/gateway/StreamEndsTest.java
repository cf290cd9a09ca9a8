package org.surety.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;
import org.surety.gateway.Wire.Answer;
import org.surety.gateway.problem.ProblemType;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;

/** Who gets no stream of changes, when one ends, and what becomes of it without a service. */
@QuarkusTest
@WithTestResource(FeedSurroundings.class)
class StreamEndsTest extends FeedStreamTest {

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
}
