package org.surety.delegations.delegation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.delegations.As;
import org.surety.delegations.RealParts;
import org.surety.delegations.SampleRecords;

import io.quarkus.test.junit.QuarkusTest;

/** Everybody sees the delegation of XAA, and not everybody whom it names or the gathering that it comes to. XAC is no member. */
@QuarkusTest
@RealParts
class HiddenReferencesTest {

    private static final String PATH = "/api/v1/delegations";
    private static final Map<String, String> HIDDEN = Map.of("undisclosed", "NOT_RELEASED");

    @BeforeEach
    void parties() {
        SampleRecords.party("XAA", "COALITION_MEMBER");
        SampleRecords.party("XAB", "COALITION_MEMBER");
        SampleRecords.party("XAC");
    }

    private static String person(String release) {
        return As.user("xaa.editor").body(Map.of("party", "XAA", "name", "Exercise Person", "rank", "MINISTER", "label",
                Map.of("release", release))).post("/api/v1/persons").then().statusCode(201).extract().path("id");
    }

    private static Map<String, Object> under(String person) {
        return Map.of("kind", "SINGLE", "persons", List.of(person));
    }

    @Test
    void whoIsNotReleasedIsNotNamed() {
        String gathering = As.coordinator()
                .body(Map.of("title", "Exercise gathering", "host", "XAB", "startsOn", "2026-03-10", "label",
                        Map.of("release", "COALITION")))
                .post("/api/v1/gatherings").then().statusCode(201).extract().path("id");
        String open = person("PUBLIC");
        String hidden = person("NATIONAL");
        String path = PATH + "/"
                + As.user("xaa.editor").body(Map.of("gathering", gathering, "party", "XAA", "head", under(hidden), "members",
                        List.of(open), "label", Map.of("release", "PUBLIC"))).post(PATH).then().statusCode(201)
                        .body("head.persons", contains(hidden)).extract().path("id");
        As.user("xac.reader").get(path).then().statusCode(200).body("gathering", equalTo(HIDDEN))
                .body("head.persons", contains(HIDDEN))
                .body("members", contains(open)).header("ETag", startsWith("\"1."));
        As.user("xaa.reader").get(path).then().body("gathering", equalTo(gathering)).body("head.persons", contains(hidden)).header(
                "ETag",
                "\"1\"");
        As.user("xac.reader").get(PATH + "?gathering=" + gathering).then().statusCode(200).body("items", empty());
        As.user("xab.reader").get(PATH + "?gathering=" + gathering).then().body("items.head.persons", hasItem(List.of(HIDDEN)));

        As.user("xaa.editor").header("If-Match", "\"1\"").body(Map.of("reason", "other engagements", "head", under(open)))
                .post(path + "/restructures").then().statusCode(201).body("from.head.persons", contains(hidden))
                .body("to.head.persons", contains(open));
        As.user("xac.reader").get(path + "/restructures").then().statusCode(200)
                .body("items[0].from.head.persons", contains(HIDDEN))
                .body("items[0].to.head.persons", contains(open));
        As.user("xac.reader").get(path).then().body("head.persons", contains(open)).body("former", contains(HIDDEN));
    }
}
