package org.surety.delegations.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.delegations.As;
import org.surety.delegations.LogOfTest;
import org.surety.delegations.RealParts;
import org.surety.delegations.Recorded;
import org.surety.delegations.SampleRecords;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Who a person was is forgotten; what the person did stays. */
@QuarkusTest
@RealParts
class PersonErasureTest {

    private static final String PERSONS = "/api/v1/persons/";

    @BeforeEach
    void parties() {
        SampleRecords.party("XAA", "COALITION_MEMBER");
        SampleRecords.party("XAB", "COALITION_MEMBER");
        SampleRecords.party("XAC");
    }

    @Test
    void theNameIsNowhereAndTheHistoryIsReadable() throws Exception {
        String mark = Long.toString(System.nanoTime(), 36);
        String first = "Ганна Безіменна 欧阳 " + mark;
        String second = "غادة بلا اسم \"G\" " + mark;
        String post = "Exercise Under-Secretary " + mark;
        try (Traces.Messages messages = Traces.Messages.listening(); Traces.Lines log = Traces.Lines.listening()) {
            String id = As.user("xaa.editor").header("Idempotency-Key", "key-" + UUID.randomUUID())
                    .body(Map.of("party", "XAA", "name", first, "post", post, "rank", "MINISTER")).post("/api/v1/persons").then()
                    .statusCode(201).extract().path("id");
            As.user("xaa.editor").body(Map.of("party", "XAA", "name", first, "post", post, "rank", "EMPEROR"))
                    .post("/api/v1/persons").then().statusCode(400);
            amend(id, 1, Map.of("name", second, "post", post, "rank", "HEAD_OF_GOVERNMENT")).statusCode(200);
            String delegation = led(id);
            assertThat(Traces.inTheDatabase(second)).containsOnlyKeys("public.person_identity.name");
            assertThat(Traces.inTheDatabase(first)).containsOnlyKeys("public.kept_answer.body");

            erase("xaa.editor", id, 2).statusCode(200).header("ETag", "\"3\"");

            Recorded.at(id, 3);
            await(messages, "org.surety.person.erased.v1");
            assertThat(messages.soFar()).contains("org.surety.person.recorded.v1", id, delegation);
            for (String gone : List.of(first, second, post, mark)) {
                assertThat(Traces.inTheDatabase(gone)).as(gone).isEmpty();
                assertThat(Traces.inTheLogFilesOfTheParts(gone)).as(gone).isEmpty();
                assertThat(messages.soFar()).doesNotContain(gone);
                assertThat(log.with(gone)).isEmpty();
            }

            assertThat(LogOfTest.changesOf(id)).extracting(LogOfTest.Entry::type).containsExactly("org.surety.person.recorded.v1",
                    "org.surety.person.amended.v1", "org.surety.person.erased.v1");
            Recorded.keepsItsSchemas(id);
            As.user("xac.reader").get("/api/v1/delegations/" + delegation + "/restructures").then().statusCode(200)
                    .body("items[0].from.head.persons", equalTo(List.of(id)));
            As.user("xac.reader").queryParam("knownAt", Recorded.at(id, 1).toString()).get(PERSONS + id).then().statusCode(200)
                    .body("rank", equalTo("MINISTER")).body("name.undisclosed", equalTo("WITHHELD"));
        }
    }

    /** The search finds what is there, or the test above would show nothing. */
    @Test
    void whatIsLoggedIsFound() {
        try (Traces.Lines log = Traces.Lines.listening()) {
            org.jboss.logging.Logger.getLogger(PersonService.class).debugf("a name: %s", "Ганна");
            assertThat(log.with("Ганна")).hasSize(1);
            assertThat(log.all()).isNotEmpty();
        }
    }

    @Test
    void anErasedPersonHasAReasonInThePlaceOfTheName() {
        String id = SampleRecords.person("xaa.editor", "XAA", "AMBASSADOR");
        As.user("xac.reader").get(PERSONS + id).then().statusCode(200).body("post", equalTo("Post")).body("erased", nullValue());
        As.user("xaa.editor").body(Map.of()).post(PERSONS + id + "/erasure").then().statusCode(428);
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        erase("xaa.editor", id, 1).statusCode(200).header("ETag", "\"2\"").body("name.undisclosed", equalTo("WITHHELD"))
                .body("post.undisclosed", equalTo("WITHHELD")).body("erased", equalTo(today)).body("rank", equalTo("AMBASSADOR"));
        As.user("xac.reader").header("If-None-Match", "\"1\"").get(PERSONS + id).then().statusCode(200)
                .body("name", equalTo(Map.of("undisclosed", "WITHHELD"))).body("erased", equalTo(today));
        As.user("xac.reader").queryParam("party", "XAA").queryParam("rank", "AMBASSADOR").queryParam("limit", 500)
                .get("/api/v1/persons").then().statusCode(200)
                .body("items.find { it.id == '" + id + "' }.name.undisclosed", equalTo("WITHHELD"));
        assertThat(LogOfTest.changesOf(id).get(1).changed()).containsExactly("name", "post");
        assertThat(LogOfTest.changesOf(id).get(1).state()).contains("\"erasedOn\":\"" + today + "\"");
    }

    @Test
    void aSecondErasureChangesNothingAndNothingBringsTheNameBack() {
        String id = SampleRecords.person("xaa.editor", "XAA", "OTHER");
        erase("xaa.editor", id, 1).statusCode(200);
        erase("xaa.editor", id, 1).statusCode(412);
        erase("xaa.editor", id, 2).statusCode(200).header("ETag", "\"2\"");
        amend(id, 2, Map.of("name", "Somebody", "rank", "OTHER")).statusCode(409)
                .body("type", equalTo("https://surety.example/problems/person-erased"));
        assertThat(LogOfTest.changesOf(id)).hasSize(2);
        As.user("xaa.editor").header("If-Match", "\"2\"").body(Map.of("reason", "asked for")).post(PERSONS + id + "/erasure").then()
                .statusCode(400).body("violations.field", hasItem("reason"));
    }

    @Test
    void aRepeatedRequestDoesNotGiveTheNameBack() {
        String key = "erased-" + System.nanoTime();
        Map<String, Object> body = Map.of("party", "XAA", "name", "Exercise \"Person\" \\ Ω", "post", "Post", "rank",
                "SENIOR_OFFICIAL");
        String id = As.user("xaa.editor").header("Idempotency-Key", key).body(body).post("/api/v1/persons").then().statusCode(201)
                .extract().path("id");
        erase("xaa.editor", id, 1).statusCode(200);
        As.user("xaa.editor").header("Idempotency-Key", key).body(body).post("/api/v1/persons").then().statusCode(201)
                .header("Idempotency-Replayed", "true").header("ETag", "\"2\"").body("id", equalTo(id))
                .body("name", equalTo(Map.of("undisclosed", "WITHHELD"))).body("post.undisclosed", equalTo("WITHHELD"));
        assertThat(LogOfTest.changesOf(id)).hasSize(2);
    }

    @Test
    void whoMayWriteMayErase() {
        String id = SampleRecords.person("xaa.editor", "XAA", "OTHER");
        As.nobody().header("If-Match", "\"1\"").body(Map.of()).post(PERSONS + id + "/erasure").then().statusCode(401);
        for (String user : List.of("xaa.reader", "xab.editor", "auditor", "operator")) {
            erase(user, id, 1).statusCode(403).body("type", equalTo("https://surety.example/problems/not-permitted"));
        }
        As.user("xaa.editor").header("If-Match", "\"1\"").body(Map.of()).post(PERSONS + UUID.randomUUID() + "/erasure").then()
                .statusCode(404);
        erase("coordinator", id, 1).statusCode(200);

        String closed = As.user("xaa.editor")
                .body(Map.of("party", "XAA", "name", "n", "rank", "OTHER", "label", Map.of("release", "COALITION")))
                .post("/api/v1/persons").then().statusCode(201).extract().path("id");
        erase("coordinator", closed, 1).statusCode(403);
        erase("xac.editor", closed, 1).statusCode(404);
        erase("xaa.editor", closed, 1).statusCode(200);
    }

    @Test
    void ofThePastTheRankIsKnownAndTheNameIsTodays() {
        String id = SampleRecords.person("xaa.editor", "XAA", "DEPUTY_MINISTER");
        Instant deputy = Recorded.at(id, 1);
        amend(id, 1, Map.of("name", "Renamed", "rank", "MINISTER")).statusCode(200);
        Instant minister = Recorded.at(id, 2);
        As.user("xac.reader").queryParam("knownAt", deputy.toString()).get(PERSONS + id).then().statusCode(200)
                .body("rank", equalTo("DEPUTY_MINISTER")).body("name", equalTo("Renamed")).body("version", equalTo(1))
                .header("ETag", nullValue());
        As.user("xac.reader").queryParam("knownAt", minister.toString()).get(PERSONS + id).then()
                .body("rank", equalTo("MINISTER"));
        assertThat(listed("DEPUTY_MINISTER", deputy)).contains(id);
        assertThat(listed("MINISTER", deputy)).doesNotContain(id);
        assertThat(listed("MINISTER", minister)).contains(id);
        As.user("xac.reader").queryParam("knownAt", deputy.minusMillis(1).toString()).get(PERSONS + id).then().statusCode(404);
        for (String path : List.of("/api/v1/persons", PERSONS + id)) {
            As.user("xac.reader").queryParam("knownAt", Instant.now().plusSeconds(3600).toString()).get(path).then()
                    .statusCode(409).body("type", equalTo("https://surety.example/problems/not-yet-known"));
        }
    }

    @Test
    void pagesOfThePastAreFull() {
        List<String> ids = java.util.stream.IntStream.range(0, 5)
                .mapToObj(i -> SampleRecords.person("xab.editor", "XAB", "CHIEF_OF_DEFENCE"))
                .sorted().toList();
        ids.forEach(id -> Recorded.at(id, 1));
        Instant known = ids.stream().map(id -> Recorded.at(id, 1)).max(Instant::compareTo).orElseThrow();
        List<String> seen = new java.util.ArrayList<>();
        String cursor = null;
        do {
            var request = As.user("xac.reader").queryParam("party", "XAB").queryParam("rank", "CHIEF_OF_DEFENCE")
                    .queryParam("knownAt", known.toString()).queryParam("limit", 2);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor)).get("/api/v1/persons").then()
                    .statusCode(200).extract().jsonPath();
            seen.addAll(page.getList("items.id"));
            cursor = page.getString("next");
        } while (cursor != null);
        assertThat(seen).doesNotHaveDuplicates().containsAll(ids);
    }

    private static String led(String head) {
        String id = As.user("xaa.editor")
                .body(new HashMap<>(Map.of("gathering", SampleRecords.gathering("XAA"), "party", "XAA", "head",
                        Map.of("kind", "SINGLE", "persons", List.of(head)))))
                .post("/api/v1/delegations").then().statusCode(201).extract().path("id");
        As.user("xaa.editor").header("If-Match", "\"1\"").body(Map.of("reason", "other engagements"))
                .post("/api/v1/delegations/" + id + "/restructures").then().statusCode(201);
        As.user("xac.reader").get("/api/v1/delegations/" + id + "/restructures").then().body("items", hasSize(1))
                .body("items[0].reason", not(nullValue()));
        return id;
    }

    private static List<String> listed(String rank, Instant known) {
        return As.user("xac.reader").queryParam("party", "XAA").queryParam("rank", rank).queryParam("knownAt", known.toString())
                .queryParam("limit", 500).get("/api/v1/persons").then().statusCode(200).extract().path("items.id");
    }

    private static void await(Traces.Messages messages, String type) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!messages.soFar().contains(type)) {
            assertThat(System.nanoTime()).as("waiting for " + type).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static ValidatableResponse amend(String id, int version, Map<String, Object> body) {
        return As.user("xaa.editor").header("If-Match", "\"" + version + "\"").body(body).put(PERSONS + id).then();
    }

    private static ValidatableResponse erase(String user, String id, int version) {
        return As.user(user).header("If-Match", "\"" + version + "\"").body(Map.of()).post(PERSONS + id + "/erasure").then();
    }
}
