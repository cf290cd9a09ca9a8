package org.surety.delegations.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.delegations.As;
import org.surety.delegations.LogOfTest;
import org.surety.delegations.RealParts;
import org.surety.delegations.SampleRecords;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@RealParts
class DelegationResourceTest {

    private String gathering;

    @BeforeEach
    void parties() {
        SampleRecords.party("XAA", "COALITION_MEMBER");
        SampleRecords.party("XAB", "COALITION_MEMBER");
        SampleRecords.party("XAC");
        SampleRecords.party("EU");
        gathering = SampleRecords.gathering("XAA");
    }

    @Test
    void levelIsDerivedFromTheHeadUnlessASourceStatesIt() {
        String minister = SampleRecords.person("xaa.editor", "XAA", "MINISTER");
        String id = form("xaa.editor",
                Map.of("gathering", gathering, "party", "XAA", "head", single(minister), "plannedLevel", "LEADER"));
        As.user("xac.reader").get("/api/v1/delegations/" + id).then().statusCode(200).header("ETag", "\"1\"")
                .body("level", equalTo("MINISTERIAL")).body("levelBasis", equalTo("DERIVED"))
                .body("plannedLevel", equalTo("LEADER"))
                .body("head.kind", equalTo("SINGLE")).body("head.persons", equalTo(List.of(minister)));

        String stated = form("coordinator", Map.of("gathering", gathering, "party", "XAB", "level", "LEADER", "sources",
                List.of(Map.of("text", "exercise order"))));
        As.user("xac.reader").get("/api/v1/delegations/" + stated).then().body("level", equalTo("LEADER"))
                .body("levelBasis", equalTo("STATED")).body("head.kind", equalTo("UNDISCLOSED"));

        String silent = form("coordinator",
                Map.of("gathering", gathering, "party", "XAC", "level", Map.of("undisclosed", "UNKNOWN"),
                        "sources", List.of(Map.of("text", "exercise order"))));
        As.user("xac.reader").get("/api/v1/delegations/" + silent).then().body("level.undisclosed", equalTo("UNKNOWN"));

        As.user("xac.reader").get("/api/v1/gatherings/" + gathering + "/tally").then().statusCode(200)
                .body("kinds", hasSize(1)).body("kinds[0].partyKind", equalTo("STATE")).body("kinds[0].delegations", equalTo(3))
                .body("kinds[0].levels", equalTo(Map.of("LEADER", 1, "MINISTERIAL", 1))).body("kinds[0].undisclosed", equalTo(1))
                .body("series", equalTo("EXERCISE")).body("note", equalTo("Exercise: none of this is real."));
    }

    @Test
    void restructureKeepsWhatWasBefore() {
        String minister = SampleRecords.person("xaa.editor", "XAA", "MINISTER");
        String one = SampleRecords.person("xaa.editor", "XAA", "SPECIAL_ENVOY");
        String two = SampleRecords.person("xaa.editor", "XAA", "SPECIAL_ENVOY");
        String id = form("xaa.editor", Map.of("gathering", gathering, "party", "XAA", "head", single(minister)));
        Map<String, Object> envoys = Map.of("reason", "other engagements", "announcedBy", "the host", "announcedAt",
                "2026-03-08T09:00:00Z",
                "effectiveAt", "2026-03-09T21:30:00Z", "head", Map.of("kind", "JOINT", "persons", List.of(one, two)), "represents",
                "the president");

        As.user("xaa.editor").body(envoys).post("/api/v1/delegations/" + id + "/restructures").then().statusCode(428);
        As.user("xaa.editor").header("If-Match", "\"1\"").body(envoys).post("/api/v1/delegations/" + id + "/restructures").then()
                .statusCode(201).header("ETag", "\"2\"").body("levelChange", equalTo("FELL")).body("notice.quantity", equalTo(36))
                .body("notice.unit", equalTo("hours")).body("from.level", equalTo("MINISTERIAL"))
                .body("to.level", equalTo("ENVOY"));
        As.user("xaa.editor").header("If-Match", "\"1\"").body(envoys).post("/api/v1/delegations/" + id + "/restructures").then()
                .statusCode(412);
        // The same again changes nothing and emits nothing.
        As.user("xaa.editor").header("If-Match", "\"2\"").body(envoys).post("/api/v1/delegations/" + id + "/restructures").then()
                .statusCode(200).header("ETag", "\"2\"");

        Map<String, Object> back = Map.of("reason", "back", "announcedAt", Map.of("undisclosed", "UNKNOWN"), "head",
                single(minister));
        As.user("xaa.editor").header("If-Match", "\"2\"").body(back).post("/api/v1/delegations/" + id + "/restructures").then()
                .statusCode(201).body("levelChange", equalTo("ROSE")).body("notice.undisclosed", equalTo("UNKNOWN"))
                .body("effectiveAt.undisclosed", equalTo("UNKNOWN"));

        As.user("xac.reader").get("/api/v1/delegations/" + id + "/restructures").then().statusCode(200).body("items", hasSize(2))
                .body("items[0].from.head.persons", equalTo(List.of(minister)))
                .body("items[0].to.head.persons", equalTo(List.of(one, two)));
        assertThat(LogOfTest.changesOf(id)).extracting(LogOfTest.Entry::type).containsExactly("org.surety.delegation.formed.v1",
                "org.surety.delegation.restructured.v1", "org.surety.delegation.restructured.v1");
        assertThat(LogOfTest.changesOf(id).get(1).changed()).containsExactly("head", "level", "represents");
    }

    @Test
    void aLevelThatNobodyStatedNeitherRisesNorFalls() {
        String id = form("coordinator", Map.of("gathering", gathering, "party", "XAB", "sources", List.of(Map.of("text", "s"))));
        String minister = SampleRecords.person("xab.editor", "XAB", "MINISTER");
        As.user("xab.editor").header("If-Match", "\"1\"").body(Map.of("reason", "named at last", "head", single(minister)))
                .post("/api/v1/delegations/" + id + "/restructures").then().statusCode(201)
                .body("levelChange", equalTo("UNDISCLOSED"));
    }

    @Test
    void onlyThePartyAndThePublicRecordWrite() {
        Map<String, Object> body = Map.of("gathering", gathering, "party", "XAA");
        As.nobody().body(body).post("/api/v1/delegations").then().statusCode(401);
        As.user("xaa.reader").body(body).post("/api/v1/delegations").then().statusCode(403);
        As.user("xab.editor").body(body).post("/api/v1/delegations").then().statusCode(403);
        As.coordinator().body(body).post("/api/v1/delegations").then().statusCode(403)
                .body("detail", equalTo("The coordinator records for XAA only what a source says: name it in sources."));
        String id = form("xaa.editor", body);
        As.user("xab.editor").header("If-Match", "\"1\"").body(Map.of("reason", "r"))
                .post("/api/v1/delegations/" + id + "/restructures")
                .then().statusCode(403);
        As.nobody().get("/api/v1/delegations").then().statusCode(401);
        As.user("auditor").get("/api/v1/delegations/" + id).then().statusCode(403);
    }

    @Test
    void aHiddenDelegationIsInNoAnswer() {
        String id = form("xaa.editor",
                Map.of("gathering", gathering, "party", "XAA", "level", "LEADER", "label", Map.of("release", "NATIONAL")));
        form("xab.editor", Map.of("gathering", gathering, "party", "XAB", "level", "LEADER"));
        As.user("xab.reader").get("/api/v1/delegations/" + id).then().statusCode(404);
        As.user("xab.reader").get("/api/v1/delegations/" + id + "/restructures").then().statusCode(404);
        As.user("xab.reader").queryParam("gathering", gathering).get("/api/v1/delegations").then().body("items.party",
                equalTo(List.of("XAB")));
        As.user("xab.reader").get("/api/v1/gatherings/" + gathering + "/tally").then().body("kinds[0].delegations", equalTo(1));
        As.user("xaa.reader").get("/api/v1/gatherings/" + gathering + "/tally").then().body("kinds[0].delegations", equalTo(2));
    }

    @Test
    void badRequestsNameTheField() {
        String minister = SampleRecords.person("xaa.editor", "XAA", "MINISTER");
        String foreign = SampleRecords.person("xab.editor", "XAB", "MINISTER");
        refuse("head", Map.of("head", Map.of("kind", "JOINT", "persons", List.of(minister))));
        refuse("members", Map.of("head", single(minister), "members", List.of(minister)));
        refuse("head.persons", Map.of("head", single(foreign)));
        refuse("members", Map.of("members", List.of("00000000-0000-0000-0000-000000000001")));
        refuse("level", Map.of("level", "SUPREME"));
        refuse("level", Map.of("level", Map.of("undisclosed", "SECRET")));
        refuse("gathering", Map.of("gathering", "00000000-0000-0000-0000-000000000001"));
        refuse("represents", Map.of("represents", "x".repeat(301)));
        refuse("heads", Map.of("heads", List.of()));

        String id = form("xaa.editor", Map.of("gathering", gathering, "party", "XAA"));
        As.user("xaa.editor").body(Map.of("gathering", gathering, "party", "XAA")).post("/api/v1/delegations").then()
                .statusCode(409)
                .body("type", equalTo("https://surety.example/problems/delegation-exists"));
        As.user("xaa.editor").header("If-Match", "\"1\"").body(Map.of("head", single(minister)))
                .post("/api/v1/delegations/" + id + "/restructures")
                .then().statusCode(400).body("violations.field", hasItem("reason"));
    }

    @Test
    void whatIsSaidBesideTheCompositionIsAmended() {
        String id = form("xaa.editor", Map.of("gathering", gathering, "party", "XAA", "level", "LEADER"));
        Map<String, Object> said = Map.of("plannedLevel", "MINISTERIAL", "note", "came by train");
        As.user("xaa.editor").header("If-Match", "\"1\"").body(said).put("/api/v1/delegations/" + id).then().statusCode(200)
                .header("ETag", "\"2\"").body("note", equalTo("came by train")).body("level", equalTo("LEADER"));
        As.user("xaa.editor").header("If-Match", "\"2\"").body(said).put("/api/v1/delegations/" + id).then().statusCode(200)
                .header("ETag", "\"2\"");
        As.user("xaa.editor").header("If-Match", "\"2\"").body(Map.of("level", "ENVOY")).put("/api/v1/delegations/" + id).then()
                .statusCode(400)
                .body("violations.field", hasItem("level"));
    }

    private void refuse(String field, Map<String, Object> with) {
        Map<String, Object> body = new HashMap<>(Map.of("gathering", gathering, "party", "XAA"));
        body.putAll(with);
        As.user("xaa.editor").body(body).post("/api/v1/delegations").then().statusCode(400).body("violations.field",
                hasItem(field));
    }

    private static String form(String user, Map<String, Object> body) {
        return As.user(user).body(body).post("/api/v1/delegations").then().statusCode(201).header("ETag", "\"1\"").extract()
                .path("id");
    }

    private static Map<String, Object> single(String person) {
        return Map.of("kind", "SINGLE", "persons", List.of(person));
    }
}
