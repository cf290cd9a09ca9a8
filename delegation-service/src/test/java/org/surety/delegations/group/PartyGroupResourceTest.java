package org.surety.delegations.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.delegations.As;
import org.surety.delegations.LogOfTest;
import org.surety.delegations.RealParts;
import org.surety.delegations.Recorded;
import org.surety.delegations.SampleRecords;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@RealParts
class PartyGroupResourceTest {

    private static final String GROUPS = "/api/v1/party-groups";

    private static final Map<String, Object> NORTH = Map.of("names",
            Map.of("en", "Exercise group of the north", "uk", "Навчальна група півночі"), "members",
            List.of(Map.of("party", "XAB", "from", "2026-03-01"),
                    Map.of("party", "XAA", "from", "2026-05-01"), Map.of("party", "XAA", "until", "2026-02-28")));

    @BeforeEach
    void parties() {
        List.of("XAA", "XAB", "XAC", "FRA").forEach(code -> SampleRecords.party(code, "COALITION_MEMBER"));
    }

    @Test
    void aGroupIsOfTheDayThatIsAskedFor() {
        String id = form(NORTH);
        As.user("fra.reader").get(GROUPS + "/" + id).then().statusCode(200).header("ETag", "\"1\"")
                .body("series", equalTo("EXERCISE")).body("names.uk", equalTo("Навчальна група півночі"))
                .body("members.party", equalTo(List.of("XAA", "XAA", "XAB"))).body("label.release", equalTo("PUBLIC"));
        As.user("fra.reader").header("If-None-Match", "\"1\"").get(GROUPS + "/" + id).then().statusCode(304);
        assertThat(members(id, "2026-02-28")).containsExactly("XAA");
        assertThat(members(id, "2026-03-01")).containsExactly("XAB");
        assertThat(members(id, "2026-05-01")).containsExactly("XAA", "XAB");
        assertThat(groupsOf("XAA", "2026-02-28")).contains(id);
        assertThat(groupsOf("XAA", "2026-03-01")).doesNotContain(id);
        assertThat(groupsOf("XAC", "2026-05-01")).doesNotContain(id);
    }

    @Test
    void whatWasKnownOfItStays() {
        String id = form(NORTH);
        Instant before = Recorded.at(id, 1);
        Map<String, Object> amended = Map.of("names", NORTH.get("names"), "members", List.of(Map.of("party", "XAC")));
        As.coordinator().body(amended).put(GROUPS + "/" + id).then().statusCode(428);
        As.coordinator().header("If-Match", "\"1\"").body(amended).put(GROUPS + "/" + id).then().statusCode(200)
                .header("ETag", "\"2\"").body("members.party", equalTo(List.of("XAC")));
        As.coordinator().header("If-Match", "\"1\"").body(amended).put(GROUPS + "/" + id).then().statusCode(412);
        As.coordinator().header("If-Match", "\"2\"").body(amended).put(GROUPS + "/" + id).then().statusCode(200)
                .header("ETag", "\"2\"");
        Instant after = Recorded.at(id, 2);

        As.user("xaa.reader").queryParam("knownAt", before.toString()).get(GROUPS + "/" + id).then().statusCode(200)
                .header("ETag", "\"1\"").body("members.party", equalTo(List.of("XAA", "XAA", "XAB")));
        As.user("xaa.reader").queryParam("knownAt", after.toString()).get(GROUPS + "/" + id).then().statusCode(200)
                .header("ETag", "\"2\"");
        assertThat(As.user("xaa.reader").queryParam("member", "XAC").queryParam("knownAt", before.toString())
                .queryParam("limit", 500).get(GROUPS).then().statusCode(200).extract().<List<String>>path("items.id"))
                .doesNotContain(id);
        assertThat(As.user("xaa.reader").queryParam("member", "XAC").queryParam("knownAt", after.toString())
                .queryParam("limit", 500).get(GROUPS).then().statusCode(200).extract().<List<String>>path("items.id"))
                .contains(id);
        As.user("xaa.reader").queryParam("knownAt", Instant.now().plusSeconds(3600).toString()).get(GROUPS).then().statusCode(409)
                .body("type", equalTo("https://surety.example/problems/not-yet-known"));
        assertThat(LogOfTest.changesOf(id)).extracting(LogOfTest.Entry::type).containsExactly("org.surety.group.formed.v1",
                "org.surety.group.amended.v1");
        assertThat(LogOfTest.changesOf(id).get(1).changed()).containsExactly("members");
        Recorded.keepsItsSchemas(id);
    }

    @Test
    void onlyTheCoordinatorWrites() {
        String id = form(NORTH);
        As.nobody().body(NORTH).post(GROUPS).then().statusCode(401);
        As.nobody().get(GROUPS).then().statusCode(401);
        As.user("auditor").get(GROUPS + "/" + id).then().statusCode(403);
        for (String user : List.of("xaa.editor", "xaa.reader", "auditor", "operator")) {
            As.user(user).body(NORTH).post(GROUPS).then().statusCode(403)
                    .body("type", equalTo("https://surety.example/problems/not-permitted"));
            As.user(user).header("If-Match", "\"1\"").body(NORTH).put(GROUPS + "/" + id).then().statusCode(403);
        }
        As.user("xaa.reader").get(GROUPS + "/00000000-0000-0000-0000-000000000001").then().statusCode(404)
                .body("type", equalTo("https://surety.example/problems/not-found"));
    }

    @Test
    void groupsPageInTheOrderOfTheirNames() {
        List<String> names = List.of("page A", "page B", "page B", "page b", "page É");
        names.forEach(name -> form(Map.of("names", Map.of("en", name), "members", List.of(Map.of("party", "XAC")))));
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            var request = As.user("xaa.reader").queryParam("limit", 2).queryParam("member", "XAC");
            var page = (cursor == null ? request : request.queryParam("cursor", cursor)).get(GROUPS).then().statusCode(200)
                    .extract().jsonPath();
            seen.addAll(page.getList("items.names.en"));
            cursor = page.getString("next");
        } while (cursor != null);
        assertThat(seen.stream().filter(name -> name.startsWith("page "))).containsExactlyElementsOf(names);
    }

    @Test
    void badRequestsNameTheField() {
        refuse("members", Map.of("members", List.of()));
        refuse("members", Map.of("members", List.of(Map.of("party", "XZY"))));
        refuse("members", Map.of("members", List.of(Map.of("from", "2026-01-01"))));
        refuse("members", Map.of("members", List.of(Map.of("party", "XAA"), Map.of("party", "XAA", "from", "2026-01-01"))));
        refuse("members[0].until", Map.of("members", List.of(Map.of("party", "XAA", "from", "2026-02-01", "until", "2026-01-31"))));
        refuse("members[1].party", Map.of("members", List.of(Map.of("party", "XAA"), Map.of("party", "FRA"))));
        refuse("series", Map.of("series", "REAL"));
        refuse("names.en", Map.of("names", Map.of("fr", "Nord")));
        refuse("colour", Map.of("colour", "blue"));
        String id = form(NORTH);
        As.coordinator().header("If-Match", "\"1\"")
                .body(Map.of("names", NORTH.get("names"), "members", List.of(Map.of("party", "FRA"))))
                .put(GROUPS + "/" + id).then().statusCode(400).body("violations.field", hasItem("members"));
    }

    private static void refuse(String field, Map<String, Object> with) {
        Map<String, Object> body = new HashMap<>(NORTH);
        body.putAll(with);
        As.coordinator().body(body).post(GROUPS).then().statusCode(400).body("violations.field", hasItem(field));
    }

    private static String form(Map<String, Object> body) {
        String id = As.coordinator().body(body).post(GROUPS).then().statusCode(201).header("ETag", "\"1\"").extract().path("id");
        As.coordinator().get(GROUPS + "/" + id).then().statusCode(200).body("id", endsWith(id));
        return id;
    }

    private static List<String> members(String id, String day) {
        return As.user("xaa.reader").queryParam("asOf", day).get(GROUPS + "/" + id).then().statusCode(200).extract()
                .path("members.party");
    }

    private static List<String> groupsOf(String party, String day) {
        return As.user("xaa.reader").queryParam("member", party).queryParam("asOf", day).queryParam("limit", 500).get(GROUPS).then()
                .statusCode(200).extract().path("items.id");
    }
}
