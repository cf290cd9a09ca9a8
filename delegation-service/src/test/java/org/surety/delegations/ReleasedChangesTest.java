package org.surety.delegations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** What partners are told of the changes of gatherings, persons and grants; XAA and XAB are members, XAC is not. */
@QuarkusTest
@RealParts
class ReleasedChangesTest {

    private static final String CHANGES = "/api/v1/changes";
    private static final String NAME = "Unmistakable Exercise Name";

    @BeforeEach
    void parties() {
        SampleRecords.party("XAA", "COALITION_MEMBER");
        SampleRecords.party("XAB", "COALITION_MEMBER");
        SampleRecords.party("XAC");
    }

    private static Map<String, Object> gathering(String release) {
        return Map.of("title", "Exercise gathering", "host", "XAA", "startsOn", "2026-03-10", "label", Map.of("release", release));
    }

    private static String person(String release) {
        return As.user("xaa.editor").body(Map.of("party", "XAA", "name", NAME, "post", "Post", "rank", "SENIOR_OFFICIAL", "label",
                Map.of("release", release))).post("/api/v1/persons").then().statusCode(201).extract().path("id");
    }

    private static String now(String user) {
        return As.user(user).get(CHANGES + "?after=now").then().statusCode(200).extract().path("next");
    }

    private static List<Map<String, Object>> changes(String user, String after, String record) {
        List<Map<String, Object>> changes = As.user(user).queryParam("after", after).queryParam("limit", 500).get(CHANGES).then()
                .statusCode(200).extract().path("changes");
        return changes.stream().filter(change -> Objects.equals(change.get("subject"), record)).toList();
    }

    private static List<String> told(String user, String after, String record) {
        return changes(user, after, record).stream()
                .map(change -> change.get("type").toString().replaceAll("org.surety.(.*).v1", "$1") + " " + change.get("changed"))
                .toList();
    }

    private static String planned(String release) {
        String id = As.coordinator().body(gathering(release)).post("/api/v1/gatherings").then().statusCode(201).extract()
                .path("id");
        Recorded.at(id, 1);
        return id;
    }

    /** Labels of this service's records are given once, so nothing of it is narrowed or widened. */
    @Test
    void whatIsReleasedIsToldToThoseToWhomItIs() {
        String xab = now("xab.reader");
        String xac = now("xac.reader");
        String auditor = now("auditor");
        String ofTheCoalition = planned("COALITION");
        String ofAll = planned("PUBLIC");
        assertThat(told("xab.reader", xab, ofTheCoalition)).containsExactly("gathering.planned []");
        assertThat(told("xac.reader", xac, ofTheCoalition)).isEmpty();
        assertThat(told("auditor", auditor, ofTheCoalition)).isEmpty();
        assertThat(told("xab.reader", xab, ofAll)).containsExactly("gathering.planned []");
        assertThat(told("xac.reader", xac, ofAll)).containsExactly("gathering.planned []");
        assertThat(told("auditor", auditor, ofAll)).containsExactly("gathering.planned []");
    }

    @Test
    void whatAPartyKeepsToItselfIsToldToNobodyElse() {
        String xaa = now("xaa.reader");
        String xab = now("xab.reader");
        String coordinator = now("coordinator");
        String id = person("NATIONAL");
        Recorded.at(id, 1);
        assertThat(told("xaa.reader", xaa, id)).containsExactly("person.recorded []");
        assertThat(told("xab.reader", xab, id)).isEmpty();
        assertThat(told("coordinator", coordinator, id)).isEmpty();
    }

    @Test
    void namesOfPersonsAreInNoAnswer() {
        String xaa = now("xaa.reader");
        String id = person("PUBLIC");
        Recorded.at(id, 1);
        String answer = As.user("xaa.reader").queryParam("after", xaa).get(CHANGES).then().statusCode(200).extract().asString();
        assertThat(answer).contains(id).doesNotContain(NAME);
    }

    @Test
    void everyRecordIsReadAtItsAddress() {
        String xaa = now("xaa.reader");
        String minister = SampleRecords.person("xaa.editor", "XAA", "MINISTER");
        String gathering = SampleRecords.gathering("XAA");
        String office = As.user("xaa.editor").body(Map.of("party", "XAA", "person", minister, "office", "FOREIGN_MINISTER", "from",
                "2020-01-01", "until", "2020-01-02")).post("/api/v1/offices").then().statusCode(201).extract().path("id");
        String powers = As.user("xaa.editor")
                .body(Map.of("party", "XAA", "person", minister, "act", "TERMINATION", "from", "2020-01-01",
                        "until", "2020-01-02", "issuedBy", minister, "issuedOn", "2020-01-01"))
                .post("/api/v1/full-powers").then().statusCode(201).extract().path("id");
        for (String record : List.of(minister, gathering, office, powers)) {
            Recorded.at(record, 1);
            String href = (String) changes("xaa.reader", xaa, record).get(0).get("href");
            As.user("xaa.reader").get(href).then().statusCode(200).body("id", equalTo(record));
        }
    }
}
