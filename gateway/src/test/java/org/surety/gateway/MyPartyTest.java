package org.surety.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.surety.gateway.Wire.Answer;
import org.surety.gateway.problem.ProblemType;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What two services answer, side by side. Unless the token's party says otherwise, both answer with what they saw. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class MyPartyTest extends GatewayTest {

    private static final String PATH = "/api/v1/my-party";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void bothServicesAreAskedForTheTokensParty() throws IOException {
        Answer answer = get(PATH + "?within=7");
        assertEquals(200, answer.status());
        assertEquals("application/json", answer.header("content-type"));
        assertEquals("private, no-cache", answer.header("cache-control"));
        assertEquals("nosniff", answer.header("x-content-type-options"));
        JsonObject merged = answer.json();
        assertEquals(Set.of("party", "complete", "duties", "pointsOfContact"), merged.fieldNames());
        assertEquals("XAA", merged.getString("party"));
        assertTrue(merged.getBoolean("complete"));
        assertEquals("/api/v1/duties?party=XAA&within=7", merged.getJsonObject("duties").getString("uri"));
        assertEquals("/api/v1/points-of-contact?party=XAA&status=TO_BE_RENEWED&limit=100",
                merged.getJsonObject("pointsOfContact").getString("uri"));
        assertEquals(delegations(), merged.getJsonObject("duties").getString("service"));
        assertEquals("/api/v1/duties?party=XAA", get(PATH).json().getJsonObject("duties").getString("uri"));
    }

    @Test
    void servicesSeeTheCallersTokenAndTraceAndNothingThatIsAboutTheMergedAnswer() throws IOException {
        String token = tokens.valid();
        JsonObject merged = Wire.ask(port, "GET " + PATH + " HTTP/1.1", bearer(token),
                "traceparent: 00-" + TRACE + "-00f067aa0ba902b7-01",
                "If-None-Match: \"1\"", "If-Modified-Since: Sat, 28 Nov 2026 00:00:00 GMT", "Range: bytes=0-1", "Accept: text/csv",
                "Accept-Encoding: gzip", "Accept-Language: fr", "Idempotency-Key: abc", "X-Surety-Party: XAB", "Cookie: a=b")
                .json();
        for (String part : List.of("duties", "pointsOfContact")) {
            JsonObject headers = merged.getJsonObject(part).getJsonObject("headers");
            assertEquals(Set.of("authorization", "accept", "accept-language", "host", "traceparent", "x-forwarded-for",
                    "x-forwarded-proto", "x-forwarded-host"), headers.fieldNames());
            assertEquals(new JsonArray().add("Bearer " + token), headers.getJsonArray("authorization"));
            assertEquals(new JsonArray().add("application/json"), headers.getJsonArray("accept"));
            assertTrue(headers.getJsonArray("traceparent").getString(0).startsWith("00-" + TRACE + "-"));
        }
    }

    @Test
    void partsAreTakenByteForByte() throws IOException {
        Answer answer = as("both:exact");
        assertEquals("{\"party\":\"both:exact\",\"complete\":true,\"duties\":{ \"amount\": 1.10, \"name\": \"\u00e9\" },"
                + "\"pointsOfContact\":{ \"amount\": 1.10, \"name\": \"\u00e9\" }}", answer.body());
    }

    @Test
    void completeAnswerThatTheClientHasIsNotSentAgain() throws IOException {
        String tag = as("both:exact").header("etag");
        assertTrue(tag.matches("\"[0-9a-f]{32}\""), tag);
        Answer again = as("both:exact", "If-None-Match: " + tag);
        assertEquals(304, again.status());
        assertEquals(tag, again.header("etag"));
        assertEquals("private, no-cache", again.header("cache-control"));
        assertEquals(200, as("both:exact", "If-None-Match: \"x\"").status());
    }

    @Test
    void slowServiceIsMarkedAndTheOtherIsThere() throws IOException {
        for (String behaviour : List.of("slow", "dripping")) {
            long start = System.nanoTime();
            Answer answer = as("points-of-contact:" + behaviour);
            assertTrue(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) < 3000, behaviour);
            assertUnavailable(answer, "pointsOfContact", ProblemType.UPSTREAM_TIMEOUT, "commitments-service");
            assertNotNull(answer.json().getJsonObject("duties").getString("uri"));
        }
    }

    @Test
    void bothAreAskedAtTheSameTime() throws IOException {
        long start = System.nanoTime();
        Answer answer = as("both:slow");
        assertTrue(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) < 1900, "one time limit, not two");
        assertTrue(answer.isProblem(ProblemType.UPSTREAM_TIMEOUT), answer.toString());
    }

    @Test
    void serviceThatIsAwayIsMarkedAndNeverCached() throws IOException {
        for (String behaviour : List.of("hangup", "half")) {
            Answer answer = as("duties:" + behaviour);
            assertUnavailable(answer, "duties", ProblemType.UPSTREAM_UNREACHABLE, "delegation-service");
            assertNotNull(answer.json().getJsonObject("pointsOfContact").getString("uri"));
            assertEquals(answer.json().getJsonObject("duties").getJsonObject("unavailable").getString("type"),
                    as("duties:" + behaviour, "If-None-Match: *").json().getJsonObject("duties").getJsonObject("unavailable")
                            .getString("type"));
        }
    }

    @Test
    void refusalOfOneServiceStandsInItsPart() throws IOException {
        Answer answer = as("points-of-contact:forbidden");
        assertEquals(200, answer.status());
        assertEquals("no-store", answer.header("cache-control"));
        assertFalse(answer.json().getBoolean("complete"));
        assertEquals(
                new JsonObject(
                        "{\"unavailable\": {\"type\": \"https://surety.example/problems/of-the-service\", \"status\": 403}}"),
                answer.json().getJsonObject("pointsOfContact"));
        assertEquals(200, as("duties:forbidden").status());
        assertEquals(200, as("points-of-contact:invalid").status());
    }

    @Test
    void partThatIsTooLargeIsMarkedAndTheLargestIsNot() throws IOException {
        assertUnavailable(as("duties:large"), "duties", ProblemType.UPSTREAM_ANSWER_UNUSABLE, "delegation-service");
        assertTrue(as("duties:largest").json().getBoolean("complete"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "text", "broken", "list", "elsewhere"})
    void partThatIsNoRecordIsMarked(String behaviour) throws IOException {
        assertUnavailable(as("points-of-contact:" + behaviour), "pointsOfContact", ProblemType.UPSTREAM_ANSWER_UNUSABLE,
                "commitments-service");
    }

    @Test
    void withoutAnyPartTheAnswerIsTheProblemOfTheFirst() throws IOException {
        Answer forbidden = as("both:forbidden");
        assertEquals(403, forbidden.status());
        assertEquals("application/problem+json", forbidden.header("content-type"));
        assertEquals("no-store", forbidden.header("cache-control"));
        assertEquals("https://surety.example/problems/of-the-service", forbidden.json().getString("type"));
        assertTrue(as("both:unauthenticated").isProblem(ProblemType.UNAUTHENTICATED));
        Answer away = as("both:hangup");
        assertTrue(away.isProblem(ProblemType.UPSTREAM_UNREACHABLE), away.toString());
        assertEquals("delegation-service", away.json().getString("upstream"));
        assertEquals("2", away.header("retry-after"));
    }

    @Test
    void questionThatIsWrongIsNotAnsweredInPart() throws IOException {
        Answer answer = as("duties:invalid");
        assertEquals(400, answer.status());
        assertEquals("https://surety.example/problems/of-the-service", answer.json().getString("type"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "party=XAB", "within=7&party=XAB", "within=7;party=XAB", "%70arty=XAB", "limit=5", "Within=7", "=7"})
    void unknownParameterIsRefusedAndNobodyIsAsked(String query) throws IOException {
        String seen = direct("seen");
        Answer answer = get(PATH + "?" + query);
        assertTrue(answer.isProblem(ProblemType.UNKNOWN_PARAMETER), answer.toString());
        assertEquals("Known here: within.", answer.json().getString("detail"));
        assertEquals(seen, direct("seen"));
    }

    @Test
    void partyOfTheTokenCannotBreakOutOfItsParameter() throws IOException {
        JsonObject merged = as("XAA&within=1#/../x").json();
        assertEquals("XAA&within=1#/../x", merged.getString("party"));
        assertEquals("/api/v1/duties?party=XAA%26within%3D1%23%2F..%2Fx", merged.getJsonObject("duties").getString("uri"));
    }

    @Test
    void tokenWithoutPartyIsRefused() throws IOException {
        String token = tokens.with(claims -> claims.unsetClaim("party"));
        Answer answer = Wire.ask(port, "GET " + PATH + " HTTP/1.1", bearer(token));
        assertTrue(answer.isProblem(ProblemType.NOT_PERMITTED), answer.toString());
        assertEquals("no-store", answer.header("cache-control"));
    }

    @Test
    void nobodyGetsInWithoutATokenOrByAnotherPath() throws IOException {
        assertTrue(Wire.ask(port, "GET " + PATH + " HTTP/1.1").isProblem(ProblemType.UNAUTHENTICATED));
        assertTrue(get(PATH + "/x").isProblem(ProblemType.NOT_FOUND));
        assertTrue(get(PATH + "X").isProblem(ProblemType.NOT_FOUND));
        assertTrue(get(PATH + "/").isProblem(ProblemType.NON_CANONICAL_PATH));
    }

    @ParameterizedTest
    @ValueSource(strings = { "HEAD", "POST", "PUT", "DELETE", "OPTIONS"})
    void itCanOnlyBeRead(String method) throws IOException {
        Answer answer = ask(method + " " + PATH + " HTTP/1.1", "Connection: close");
        assertEquals(405, answer.status());
        assertEquals("GET", answer.header("allow"));
        assertNull(answer.header("etag"));
    }

    private void assertUnavailable(Answer answer, String part, ProblemType type, String upstream) {
        assertEquals(200, answer.status(), answer.toString());
        assertEquals("no-store", answer.header("cache-control"));
        assertNull(answer.header("etag"));
        assertFalse(answer.json().getBoolean("complete"));
        assertEquals(Set.of("unavailable"), answer.json().getJsonObject(part).fieldNames());
        JsonObject problem = answer.json().getJsonObject(part).getJsonObject("unavailable");
        assertEquals(type.uri(), problem.getString("type"), answer.toString());
        assertEquals(type.status(), problem.getInteger("status"));
        assertEquals(upstream, problem.getString("upstream"));
        assertTrue(problem.getString("traceId").matches("[0-9a-f]{32}"));
    }

    private Answer as(String party, String... headers) throws IOException {
        String token = tokens.with(claims -> claims.setStringClaim("party", party));
        String[] all = new String[headers.length + 1];
        all[0] = bearer(token);
        System.arraycopy(headers, 0, all, 1, headers.length);
        return Wire.ask(port, "GET " + PATH + " HTTP/1.1", all);
    }
}
