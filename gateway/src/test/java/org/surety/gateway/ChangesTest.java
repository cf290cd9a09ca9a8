package org.surety.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.surety.gateway.Wire.Answer;
import org.surety.gateway.problem.ProblemType;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;

/** The feeds of three services as one, page by page. */
@QuarkusTest
@WithTestResource(FeedSurroundings.class)
class ChangesTest extends FeedTest {

    private static final int WORLDS = 8;

    @Test
    void followingTheCursorGivesEachChangeOnceInOrder() throws IOException {
        for (int world = 0; world < WORLDS; world++) {
            Random random = new Random(world);
            empty();
            logs.forEach(List::clear);
            for (int i = 0; i < 3; i++) {
                append(i, some(random, i, random.nextInt(30), BEGIN));
                mode(i, random.nextInt(3) == 0 ? "late" : "");
            }
            List<String> seen = new ArrayList<>();
            JsonObject page = new JsonObject().put("more", true);
            while (page.getBoolean("more")) {
                int limit = 1 + random.nextInt(9);
                String after = page.containsKey("next") ? "&after=" + page.getString("next") : "";
                page = page("XAA", "?limit=" + limit + after).json();
                assertTrue(page.getBoolean("complete"));
                assertTrue(ids(page).size() <= limit);
                assertTrue(!page.getBoolean("more") || ids(page).size() == limit, "a page with more behind it is full");
                assertEquals(3 * 56 + 2, page.getString("next").length());
                seen.addAll(ids(page));
            }
            assertEquals(merged("XAA"), seen, "world " + world);
        }
    }

    @Test
    void everyCursorLeadsToExactlyTheRest() throws IOException {
        Random random = new Random(7);
        for (int i = 0; i < 3; i++) {
            append(i, some(random, i, 7, BEGIN));
        }
        List<String> all = merged("XAA");
        String after = "";
        for (int shown = 0; shown <= all.size(); shown++) {
            assertEquals(all.subList(shown, all.size()), ids(page("XAA", "?limit=500" + after).json()));
            after = "&after=" + page("XAA", "?limit=1" + after).json().getString("next");
        }
    }

    @Test
    void changeIsShownAsItsServiceWroteItWithoutTheServicesCursor() throws IOException {
        Logged change = append(1, 3);
        Answer answer = page("XAA", "");
        assertEquals("application/json", answer.header("content-type"));
        assertEquals("no-store", answer.header("cache-control"));
        assertEquals("nosniff", answer.header("x-content-type-options"));
        assertEquals(Set.of("changes", "next", "more", "complete"), answer.json().fieldNames());
        JsonObject expected = FeedService.change(change.id(), change.recordedAt(), List.of());
        expected.remove("parties");
        assertEquals(expected, answer.json().getJsonArray("changes").getJsonObject(0));
    }

    @Test
    void nowIsWhereTheFeedsEndAndWhatComesThenIsThere() throws IOException {
        append(0, 1);
        JsonObject now = page("XAA", "?after=now").json();
        assertEquals(List.of(), ids(now));
        assertFalse(now.getBoolean("more"));
        Logged later = append(2, 5);
        assertEquals(List.of(later.id()), ids(page("XAA", "?after=" + now.getString("next")).json()));
    }

    @Test
    void waitingEndsWithTheFirstChangeAndTheOtherQuestionsAreTakenBack() throws Exception {
        String now = page("XAA", "?after=now").json().getString("next");
        CompletableFuture<JsonObject> answer = later("?wait=20&after=" + now);
        await("all three wait", () -> waiting() == 3);
        append(0, List.of(new Logged(0, "of-another", BEGIN, List.of("XAB"))));
        Logged first = append(1, 5);
        JsonObject page = answer.get(3, TimeUnit.SECONDS);
        assertEquals(List.of(first.id()), ids(page));
        await("nobody waits any more", () -> waiting() == 0);
        assertEquals(1, seen(0).getInteger("aborted"));
        assertEquals(1, seen(2).getInteger("aborted"));
        Logged second = append(2, 6);
        assertEquals(List.of(second.id()), ids(page("XAA", "?wait=20&after=" + page.getString("next")).json()));
    }

    @Test
    void waitingEndsWithoutAChangeWhenItsTimeIsOver() throws IOException {
        String now = page("XAA", "?after=now").json().getString("next");
        long start = System.nanoTime();
        JsonObject page = page("XAA", "?wait=1&after=" + now).json();
        assertTrue(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) >= 900);
        assertEquals(List.of(), ids(page));
        Logged later = append(0, 5);
        assertEquals(List.of(later.id()), ids(page("XAA", "?after=" + page.getString("next")).json()));
    }

    @Test
    void clientThatLeavesWaitsNoMore() throws Exception {
        String now = page("XAA", "?after=now").json().getString("next");
        try (Wire wire = new Wire(port)) {
            wire.send("GET " + PATH + "?wait=20&after=" + now + " HTTP/1.1\r\nHost: a\r\n" + bearer(as("XAA")) + "\r\n\r\n");
            await("all three wait", () -> waiting() == 3);
        }
        await("nobody waits any more", () -> waiting() == 0);
    }

    @Test
    void clientMayNotWaitTooOftenAtOnce() throws Exception {
        String now = page("XAA", "?after=now").json().getString("next");
        List<CompletableFuture<JsonObject>> waiting = new ArrayList<>();
        for (int i = 0; i < FeedSurroundings.PER_CLIENT; i++) {
            waiting.add(later("?wait=20&after=" + now));
        }
        await("all wait", () -> waiting() == 3 * FeedSurroundings.PER_CLIENT);
        Answer refused = page("XAA", "?wait=1&after=" + now);
        assertTrue(refused.isProblem(ProblemType.RATE_LIMITED), refused.toString());
        assertNotNull(refused.header("retry-after"));
        assertEquals(200, page("XAA", "?after=" + now).status(), "who does not wait takes no place");
        append(0, 1);
        for (CompletableFuture<JsonObject> answer : waiting) {
            assertEquals(1, ids(answer.get(3, TimeUnit.SECONDS)).size());
        }
        assertEquals(1, ids(page("XAA", "?wait=1&after=" + now).json()).size());
    }

    @Test
    void onlySoManyPagesWaitAtOnce() throws Exception {
        String now = page("XAA", "?after=now").json().getString("next");
        List<CompletableFuture<JsonObject>> waiting = new ArrayList<>();
        for (int i = 0; i < FeedSurroundings.WAITING_PAGES; i++) {
            waiting.add(later("?wait=20&after=" + now, UUID.randomUUID().toString()));
        }
        await("all wait", () -> waiting() == 3 * FeedSurroundings.WAITING_PAGES);
        Answer refused = page("XAA", "?wait=1&after=" + now);
        assertTrue(refused.isProblem(ProblemType.UPSTREAM_BUSY), refused.toString());
        assertEquals(200, page("XAA", "?after=" + now).status(), "who does not wait takes no place");
        append(0, 1);
        for (CompletableFuture<JsonObject> answer : waiting) {
            assertEquals(1, ids(answer.get(3, TimeUnit.SECONDS)).size());
        }
        assertEquals(1, ids(page("XAA", "?wait=1&after=" + now).json()).size());
    }

    @ParameterizedTest
    @ValueSource(strings = { "hangup", "503", "unusable"})
    void serviceThatIsAwayIsNamedAndItsChangesAreNotSkipped(String mode) throws IOException {
        Logged first = append(0, 1);
        Logged hidden = append(1, 2);
        Logged third = append(2, 3);
        mode(1, mode);
        JsonObject page = page("XAA", "").json();
        assertEquals(List.of(first.id(), third.id()), ids(page));
        assertFalse(page.getBoolean("complete"));
        assertEquals(Set.of("delegation-service"), page.getJsonObject("unavailable").fieldNames());
        JsonObject problem = page.getJsonObject("unavailable").getJsonObject("delegation-service");
        assertEquals(switch (mode) {
            case "hangup" -> ProblemType.UPSTREAM_UNREACHABLE.uri();
            case "unusable" -> ProblemType.UPSTREAM_ANSWER_UNUSABLE.uri();
            default -> "https://surety.example/problems/of-the-service";
        }, problem.getString("type"));
        assertEquals(3 * 56 + 2, page.getString("next").length(), "also where a service has given no cursor yet");
        mode(1, "");
        JsonObject rest = page("XAA", "?after=" + page.getString("next")).json();
        assertEquals(List.of(hidden.id()), ids(rest));
        assertTrue(rest.getBoolean("complete"));
    }

    @Test
    void nowOfAServiceThatIsAwayIsWhenItIsBack() throws IOException {
        mode(1, "hangup");
        append(1, 1);
        JsonObject page = page("XAA", "?after=now").json();
        mode(1, "");
        page = page("XAA", "?after=" + page.getString("next")).json();
        assertEquals(List.of(), ids(page));
        Logged later = append(1, 2);
        assertEquals(List.of(later.id()), ids(page("XAA", "?after=" + page.getString("next")).json()));
    }

    @Test
    void withoutAnyServiceTheAnswerIsTheProblemOfTheFirst() throws IOException {
        for (int i = 0; i < 3; i++) {
            mode(i, "hangup");
        }
        Answer answer = page("XAA", "?wait=20");
        assertTrue(answer.isProblem(ProblemType.UPSTREAM_UNREACHABLE), answer.toString());
        assertEquals("commitments-service", answer.json().getString("upstream"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "400", "403", "409"})
    void refusalOfAServiceIsPassedOnAndSaysWhose(String status) throws IOException {
        mode(2, status);
        Answer answer = page("XAA", "");
        assertEquals(Integer.parseInt(status), answer.status());
        assertEquals("application/problem+json", answer.header("content-type"));
        assertEquals("no-store", answer.header("cache-control"));
        assertEquals("https://surety.example/problems/of-the-service", answer.json().getString("type"));
        assertEquals("priorities-service", answer.json().getString("upstream"));
    }

    @Test
    void tokenThatAServiceRefusesIsAnsweredAsAnyOther() throws IOException {
        mode(2, "401");
        assertTrue(page("XAA", "").isProblem(ProblemType.UNAUTHENTICATED));
    }

    @Test
    void cursorOfAnotherViewerIsRefused() throws IOException {
        String now = page("XAB", "?after=now").json().getString("next");
        Answer answer = page("XAA", "?after=" + now);
        assertEquals(400, answer.status());
        assertEquals("after", answer.json().getJsonArray("violations").getJsonObject(0).getString("field"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "after=", "after=x", "after=a.b", "after=a.b.c.d", "after=a..c", "after=a.b.c%2F", "after=~b.~b",
            "after=~x.b.c",
            "after=~b_x.b.c", "after=now&after=now", "limit=0", "limit=501", "limit=x", "limit=-1", "limit=5&limit=6", "limit=%2B5",
            "wait=21", "wait=1.5", "wait="})
    void questionThatIsWrongIsRefusedAndNobodyIsAsked(String query) throws IOException {
        Answer answer = page("XAA", "?" + query);
        assertTrue(answer.isProblem(ProblemType.INVALID_REQUEST), answer.toString());
        assertEquals(query.substring(0, query.indexOf('=')),
                answer.json().getJsonArray("violations").getJsonObject(0).getString("field"));
        assertEquals(0, seen(0).getInteger("asked") + seen(1).getInteger("asked") + seen(2).getInteger("asked"));
    }

    @Test
    void unknownParametersAndOtherMethodsAreRefused() throws IOException {
        assertTrue(page("XAA", "?party=XAB").isProblem(ProblemType.UNKNOWN_PARAMETER));
        assertTrue(ask("HEAD " + PATH + " HTTP/1.1", "Connection: close").status() == 405);
        assertTrue(ask("POST " + PATH + " HTTP/1.1", "Content-Length: 0").isProblem(ProblemType.METHOD_NOT_ALLOWED));
        assertTrue(Wire.ask(port, "GET " + PATH + " HTTP/1.1").isProblem(ProblemType.UNAUTHENTICATED));
    }

    private CompletableFuture<JsonObject> later(String query) {
        return later(query, subject);
    }

    private CompletableFuture<JsonObject> later(String query, String who) {
        String token = as("XAA", who);
        return CompletableFuture.supplyAsync(() -> {
            try {
                return Wire.ask(port, "GET " + PATH + query + " HTTP/1.1", bearer(token)).json();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }, task -> new Thread(task).start()); // each on its own: all wait at once
    }
}
