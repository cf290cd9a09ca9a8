package org.surety.delegations.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.delegations.As;
import org.surety.delegations.RealParts;
import org.surety.delegations.RecordedTime;
import org.surety.delegations.SampleRecords;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** Who comes to a gathering: tallies, and the list of participants in the order of protocol. */
@QuarkusTest
@RealParts
class AttendanceResourceTest {

    private static final List<Map<String, String>> SOURCES = List.of(Map.of("text", "exercise order"));

    private String gathering;

    @BeforeEach
    void parties() {
        SampleRecords.party("XAA", "COALITION_MEMBER");
        SampleRecords.party("XAB", "COALITION_MEMBER");
        SampleRecords.party("XAC");
        SampleRecords.party("XAD");
        int status = As.coordinator().body(Map.of("code", "XWO", "kind", "ORGANISATION", "names", Map.of("en", "Organisation")))
                .post("/api/v1/parties").statusCode();
        assertThat(status).isIn(201, 409);
        gathering = SampleRecords.gathering("XAB");
    }

    @Test
    void hostThenStatesThenOrganisationsEachByTheHeadsRankAndTheName() {
        form("xaa.editor", "XAA", Map.of("head", single(person("XAA", "A. Minister", "MINISTER"))));
        String leader = person("XAC", "C. Leader", "HEAD_OF_GOVERNMENT");
        form("coordinator", "XAC", Map.of("head", single(leader), "sources", SOURCES));
        form("coordinator", "XAD", Map.of("sources", SOURCES));
        form("coordinator", "XWO", Map.of("head", single(person("XWO", "O. Head", "HEAD_OF_ORGANISATION")), "sources", SOURCES));
        String second = person("XAB", "Z. Envoy", "SPECIAL_ENVOY");
        String first = person("XAB", "Y. Envoy", "SPECIAL_ENVOY");
        List<String> members = List.of(person("XAB", "b official", "SENIOR_OFFICIAL"),
                person("XAB", "A official", "SENIOR_OFFICIAL"),
                person("XAB", "Z general", "CHIEF_OF_DEFENCE"), person("XAB", "Älter official", "SENIOR_OFFICIAL"));
        form("xab.editor", "XAB", Map.of("head", Map.of("kind", "JOINT", "persons", List.of(second, first)), "members", members));

        ValidatableResponse answer = participants(Map.of()).body("series", equalTo("EXERCISE"))
                .body("note", equalTo("Exercise: none of this is real.")).body("next", nullValue());
        answer.body("items.party",
                equalTo(List.of("XAB", "XAB", "XAB", "XAB", "XAB", "XAB", "XAC", "XAA", "XAD", "XWO")))
                .body("items.name",
                        equalTo(List.of("Z. Envoy", "Y. Envoy", "Z general", "Älter official", "A official", "b official",
                                "C. Leader", "A. Minister", Map.of("undisclosed", "UNKNOWN"), "O. Head")))
                .body("items[0].role", equalTo("HEAD")).body("items[0].host", equalTo(true))
                .body("items[2].role", equalTo("MEMBER"))
                .body("items[6].host", equalTo(false)).body("items[6].person", equalTo(leader))
                .body("items[6].rank", equalTo("HEAD_OF_GOVERNMENT")).body("items[6].level", equalTo("LEADER"))
                .body("items[6].partyName", equalTo("Party XAC")).body("items[8].person.undisclosed", equalTo("UNKNOWN"))
                .body("items[8].rank.undisclosed", equalTo("UNKNOWN")).body("items[9].partyKind", equalTo("ORGANISATION"));

        // In pages of any size the same list.
        List<Map<String, Object>> all = answer.extract().path("items");
        for (int limit : new int[]{ 1, 3, 7}) {
            assertThat(pages(limit)).isEqualTo(all);
        }
    }

    @Test
    void tallyIsByLevelByRankOfTheHeadAndByKindEachWithTheNumberUndisclosed() {
        form("xaa.editor", "XAA", Map.of("head", single(person("XAA", "m", "MINISTER"))));
        form("coordinator", "XAC", Map.of("level", "LEADER", "sources", SOURCES));
        form("coordinator", "XAD", Map.of("head",
                Map.of("kind", "JOINT", "persons", List.of(person("XAD", "x", "AMBASSADOR"), person("XAD", "y", "MINISTER"))),
                "level",
                Map.of("undisclosed", "WITHHELD"), "sources", SOURCES));
        form("coordinator", "XWO", Map.of("head", single(person("XWO", "o", "HEAD_OF_ORGANISATION")), "sources", SOURCES));
        tally(Map.of()).body("kinds.partyKind", equalTo(List.of("STATE", "ORGANISATION")))
                .body("kinds.delegations", equalTo(List.of(3, 1)))
                .body("kinds[0].levels", equalTo(Map.of("LEADER", 1, "MINISTERIAL", 1))).body("kinds[0].undisclosed", equalTo(1))
                .body("kinds[0].headRanks", equalTo(Map.of("MINISTER", 2))).body("kinds[0].headRanksUndisclosed", equalTo(1))
                .body("kinds[1].levels", equalTo(Map.of("LEADER", 1))).body("kinds[1].undisclosed", equalTo(0))
                .body("kinds[1].headRanks", equalTo(Map.of("HEAD_OF_ORGANISATION", 1)))
                .body("kinds[1].headRanksUndisclosed", equalTo(0));
    }

    @Test
    void bothAreOfADayAndAsKnown() {
        String minister = person("XAA", "The Minister", "MINISTER");
        String envoy = person("XAA", "The Envoy", "SPECIAL_ENVOY");
        String id = form("xaa.editor", "XAA", Map.of("head", single(minister), "formedOn", "2026-03-02"));
        Instant before = RecordedTime.of(id, 1);
        As.user("xaa.editor").header("If-Match", "\"1\"")
                .body(Map.of("reason", "r", "head", single(envoy), "effectiveAt", "2026-03-08T10:00:00Z"))
                .post("/api/v1/delegations/" + id + "/restructures").then().statusCode(201);
        Instant after = RecordedTime.of(id, 2);
        As.user("xaa.editor").header("If-Match", "\"1\"").body(Map.of("name", "The Envoy", "rank", "HEAD_OF_GOVERNMENT"))
                .put("/api/v1/persons/" + envoy).then().statusCode(200);
        Instant promoted = RecordedTime.of(envoy, 2);

        participants(Map.of("asOf", "2026-03-01")).body("items", equalTo(List.of()));
        participants(Map.of("asOf", "2026-03-07")).body("items.name", equalTo(List.of("The Minister")));
        participants(Map.of("asOf", "2026-03-08")).body("items.name", equalTo(List.of("The Envoy")))
                .body("items[0].rank", equalTo("HEAD_OF_GOVERNMENT"));
        participants(Map.of("asOf", "2026-03-08", "knownAt", before.toString())).body("items.name",
                equalTo(List.of("The Minister")));
        participants(Map.of("asOf", "2026-03-08", "knownAt", after.toString())).body("items.name", equalTo(List.of("The Envoy")))
                .body("items[0].rank", equalTo("SPECIAL_ENVOY"));

        tally(Map.of("asOf", "2026-03-01")).body("kinds", equalTo(List.of()));
        tally(Map.of("asOf", "2026-03-07")).body("kinds[0].levels", equalTo(Map.of("MINISTERIAL", 1)))
                .body("kinds[0].headRanks", equalTo(Map.of("MINISTER", 1)));
        tally(Map.of()).body("kinds[0].levels", equalTo(Map.of("ENVOY", 1)))
                .body("kinds[0].headRanks", equalTo(Map.of("HEAD_OF_GOVERNMENT", 1)));
        tally(Map.of("knownAt", before.toString())).body("kinds[0].levels", equalTo(Map.of("MINISTERIAL", 1)));
        tally(Map.of("knownAt", after.toString())).body("kinds[0].headRanks", equalTo(Map.of("SPECIAL_ENVOY", 1)));
        tally(Map.of("knownAt", promoted.toString())).body("kinds[0].headRanks", equalTo(Map.of("HEAD_OF_GOVERNMENT", 1)));
        Instant unheard = RecordedTime.of(gathering, 1).minusMillis(1);
        for (String path : List.of("/tally", "/participants")) {
            As.user("xaa.reader").queryParam("knownAt", unheard.toString()).get("/api/v1/gatherings/" + gathering + path).then()
                    .statusCode(404);
            As.user("xaa.reader").queryParam("knownAt", Instant.now().plusSeconds(3600).toString())
                    .get("/api/v1/gatherings/" + gathering + path).then().statusCode(409)
                    .body("type", equalTo("https://surety.example/problems/not-yet-known"));
        }
    }

    @Test
    void fileHasTheSameRowsAndNoFormula() {
        List<String> formulas = List.of("=1+1", "+49 30", "-2", "@sum", "\tx");
        List<String> members = formulas.stream().map(name -> person("XAA", name, "OTHER")).toList();
        String head = person("XAA", "Head, \"the\" first", "MINISTER");
        form("xaa.editor", "XAA", Map.of("head", single(head), "members", members));
        form("coordinator", "XAD", Map.of("sources", SOURCES));
        Response answer = file(Map.of());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualToIgnoringCase("text/csv;charset=UTF-8;header=present");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"participants.csv\"");
        List<List<String>> rows = rows(answer);
        assertThat(rows.get(0)).containsExactly("handling", "series", "party", "partyName", "partyKind", "host", "level", "role",
                "rank",
                "name",
                "post", "person", "delegation");
        assertThat(rows.get(1).subList(0, 12)).containsExactly("Not accredited for classified information", "EXERCISE", "XAA",
                "Party XAA", "STATE", "false", "MINISTERIAL",
                "HEAD",
                "MINISTER", "Head, \"the\" first", "Post", head);
        assertThat(rows.subList(2, 7)).extracting(row -> row.get(9))
                .containsExactlyInAnyOrder("'=1+1", "'+49 30", "'-2", "'@sum", "'\tx");
        assertThat(rows.get(7).subList(6, 12)).containsExactly("UNDISCLOSED(UNKNOWN)", "HEAD", "UNDISCLOSED(UNKNOWN)",
                "UNDISCLOSED(UNKNOWN)", "UNDISCLOSED(UNKNOWN)", "UNDISCLOSED(UNKNOWN)");
        assertThat(rows).hasSize(8);

        // A page of it, and the way to the next one.
        Response first = file(Map.of("limit", "3"));
        assertThat(rows(first)).isEqualTo(rows.subList(0, 4));
        assertThat(first.header("Link")).endsWith("; rel=\"next\"");
        String next = first.header("Link").replaceFirst("^<(.*)>.*$", "$1");
        assertThat(rows(As.user("xac.reader").accept("text/csv").urlEncodingEnabled(false).get(next))).hasSize(4);
        As.user("xac.reader").accept("application/pdf").get("/api/v1/gatherings/" + gathering + "/participants").then()
                .statusCode(406);
        assertThat(As.user("xac.reader").accept(ContentType.ANY).get("/api/v1/gatherings/" + gathering + "/participants")
                .contentType())
                .startsWith("application/json");
    }

    @Test
    void erasedAndHiddenPersonsHaveNoName() {
        String erased = person("XAA", "Jana Erased", "MINISTER");
        String hidden = As.user("xaa.editor").body(Map.of("party", "XAA", "name", "Hidden", "rank", "HEAD_OF_STATE", "label",
                Map.of("release", "NATIONAL"))).post("/api/v1/persons").then().statusCode(201).extract().path("id");
        form("xaa.editor", "XAA", Map.of("head", single(erased), "members", List.of(hidden)));
        As.user("xaa.editor").header("If-Match", "\"1\"").body(Map.of()).post("/api/v1/persons/" + erased + "/erasure").then()
                .statusCode(200);
        participants(Map.of()).body("items.name.undisclosed", equalTo(List.of("WITHHELD", "NOT_RELEASED")))
                .body("items[0].rank", equalTo("MINISTER")).body("items[0].person", equalTo(erased))
                .body("items[1].person.undisclosed", equalTo("NOT_RELEASED"))
                .body("items[1].rank.undisclosed", equalTo("NOT_RELEASED"));
        assertThat(file(Map.of()).asString()).doesNotContain("Jana Erased").doesNotContain("Hidden")
                .contains("UNDISCLOSED(WITHHELD)");
        As.user("xaa.reader").get("/api/v1/gatherings/" + gathering + "/participants").then().body("items[1].name",
                equalTo("Hidden"));
    }

    @Test
    void whatIsHiddenIsNeitherListedNorCounted() {
        form("xaa.editor", "XAA", Map.of("label", Map.of("release", "NATIONAL"), "level", "LEADER"));
        participants(Map.of()).body("items", equalTo(List.of()));
        tally(Map.of()).body("kinds", equalTo(List.of()));
        As.user("xaa.reader").get("/api/v1/gatherings/" + gathering + "/participants").then().body("items.party",
                equalTo(List.of("XAA")));
        String closed = As.coordinator()
                .body(Map.of("title", "t", "host", "XAA", "startsOn", "2026-03-10", "label", Map.of("release", "COALITION")))
                .post("/api/v1/gatherings").then().statusCode(201).extract().path("id");
        for (String path : List.of("/tally", "/participants")) {
            As.user("xac.reader").get("/api/v1/gatherings/" + closed + path).then().statusCode(404);
            As.user("xac.reader").accept("text/csv").get("/api/v1/gatherings/" + closed + "/participants").then().statusCode(404);
            As.nobody().get("/api/v1/gatherings/" + gathering + path).then().statusCode(401);
            As.user("auditor").get("/api/v1/gatherings/" + gathering + path).then().statusCode(403);
            As.user("xac.reader").queryParam("asOf", "2026-02-30").get("/api/v1/gatherings/" + gathering + path).then()
                    .statusCode(400).body("violations.field", hasItem("asOf"));
        }
        As.nobody().accept("text/csv").get("/api/v1/gatherings/" + gathering + "/participants").then().statusCode(401);
        As.user("auditor").accept("text/csv").get("/api/v1/gatherings/" + gathering + "/participants").then().statusCode(403);
    }

    private ValidatableResponse participants(Map<String, String> with) {
        return As.user("xac.reader").queryParams(with).get("/api/v1/gatherings/" + gathering + "/participants").then()
                .statusCode(200);
    }

    private ValidatableResponse tally(Map<String, String> with) {
        return As.user("xac.reader").queryParams(with).get("/api/v1/gatherings/" + gathering + "/tally").then().statusCode(200);
    }

    private Response file(Map<String, String> with) {
        return As.user("xac.reader").accept("text/csv").queryParams(with).get("/api/v1/gatherings/" + gathering + "/participants");
    }

    private List<Map<String, Object>> pages(int limit) {
        List<Map<String, Object>> items = new ArrayList<>();
        Map<String, String> with = new HashMap<>(Map.of("limit", Integer.toString(limit)));
        String next;
        do {
            JsonPath page = participants(with).extract().jsonPath();
            items.addAll(page.getList("items"));
            assertThat(page.getList("items").size()).isBetween(1, limit);
            next = page.getString("next");
            with.put("cursor", next);
        } while (next != null);
        return items;
    }

    private static List<List<String>> rows(Response answer) {
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(answer.asString())) {
            return csv.stream().map(CsvRecord::getFields).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String form(String user, String party, Map<String, Object> with) {
        Map<String, Object> body = new HashMap<>(Map.of("gathering", gathering, "party", party));
        body.putAll(with);
        return As.user(user).body(body).post("/api/v1/delegations").then().statusCode(201).extract().path("id");
    }

    private static String person(String party, String name, String rank) {
        return As.coordinator().body(Map.of("party", party, "name", name, "post", "Post", "rank", rank)).post("/api/v1/persons")
                .then()
                .statusCode(201).extract().path("id");
    }

    private static Map<String, Object> single(String person) {
        return Map.of("kind", "SINGLE", "persons", List.of(person));
    }
}
