package org.surety.acceptance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

/** What the exercise has only once somebody makes it: what breaks when two leave together, promises that wait for each other, a contact who has left. */
class BoardRiskIT extends BoardCase {
    private static final String PUBLIC = "{\"release\": \"PUBLIC\"}";
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @Test
    void whatBreaksTogetherWhatWaitsForEachOtherAndWhoLeftAreShown() {
        String requirement = exercise.requirement("Board: held by two");
        assured("XAB", requirement);
        assured("XAC", requirement);
        Answer first = exercise.filed("XAD", "Board: waits for the second", requirement, 1, PUBLIC);
        Answer second = exercise.filed("XAD", "Board: waits for the first", requirement, 1, PUBLIC + waitingFor(first));
        put(first, "Board: waits for the second", requirement, waitingFor(second));
        String contact = contactWhoLeft(requirement);
        Eventually.see("the sets, the circle and the contact are known", Exercise.KNOWN,
                () -> sets(requirement) + " " + circles(first.id()) + " " + contacts(contact), "1 1 1"::equals);
        window = browser.of("xac.editor");
        String held = window.show("breaks", "&upTo=2").locator("[data-requirement='" + requirement + "']").innerText();
        assertTrue(held.contains("Exercise state Basalt + Exercise state Cedar"), held);
        String circle = window.panel("breaks").locator("#figure-circles").innerText();
        assertTrue(circle.contains("Board: waits for the second") && circle.contains("Board: waits for the first"), circle);
        String left = window.show("delegations").locator("#figure-contacts").innerText();
        assertTrue(left.contains("Board: with a contact"), left);
    }

    private void assured(String party, String requirement) {
        Answer promise = exercise.filed(party, "Board: half of it", requirement, 500, PUBLIC);
        exercise.acted(promise, "decisions", party, "{\"decidedOn\": \"%s\", \"source\": \"exercise order 5\"}".formatted(TODAY));
        exercise.acted(promise, "readiness-statements", party,
                "{\"level\": \"READY\", \"validUntil\": \"%s\", \"person\": \"%s\"}".formatted(TODAY.plusDays(30),
                        exercise.actor(party)));
    }

    private static String waitingFor(Answer other) {
        return ", \"conditions\": [{\"kind\": \"COMMITMENT\", \"commitment\": \"" + other.id() + "\"}]";
    }

    private void put(Answer commitment, String title, String requirement, String more) {
        String body = Exercise.pledge("XAD", title, requirement, 1, PUBLIC + more)
                .replace("\"party\": \"XAD\", \"basis\": \"GUARANTEE\", ", "");
        Eventually.see("what it refers to is known", Exercise.KNOWN,
                () -> api.send("PUT", commitment.location(), Exercise.editor("XAD"), BodyPublishers.ofString(body),
                        Map.of("If-Match", api.get(commitment.location(), Exercise.editor("XAD")).etag(), "Content-Type",
                                "application/json")),
                answer -> answer.status() != 400 && answer.status() != 412).expect(200);
    }

    /** The commitment whose contact is no longer in a delegation. */
    private String contactWhoLeft(String requirement) {
        String editor = Exercise.editor("XAD");
        String envoy = person("SPECIAL_ENVOY");
        String gathering = api.post("/api/v1/gatherings", "coordinator",
                "{\"title\": \"Board: talks of a contact\", \"host\": \"XAB\", \"startsOn\": \"%s\"}".formatted(TODAY)).expect(201)
                .id();
        Answer delegation = api.post("/api/v1/delegations", editor, """
                {"gathering": "%s", "party": "XAD", "head": {"kind": "SINGLE", "persons": ["%s"]}, "members": ["%s"]}"""
                .formatted(gathering, person("MINISTER"), envoy)).expect(201);
        Answer draft = exercise.draft("XAD", "Board: with a contact", requirement, 1, PUBLIC);
        put(draft, "Board: with a contact", requirement, ", \"pointOfContact\": \"" + envoy + "\"");
        exercise.acted(draft, "filings", "XAD", "{\"person\": \"%s\"}".formatted(exercise.actor("XAD")));
        api.post(delegation.location() + "/restructures", editor, """
                {"reason": "other engagements", "announcedBy": "government of exercise state Dolomite",
                 "head": {"kind": "SINGLE", "persons": ["%s"]}, "sources": [{"text": "exercise order 6"}]}"""
                .formatted(person("DEPUTY_MINISTER")), delegation.etag()).expect(201);
        return draft.id();
    }

    private String person(String rank) {
        return api.post("/api/v1/persons", Exercise.editor("XAD"),
                "{\"party\": \"XAD\", \"name\": \"Exercise person 921\", \"rank\": \"%s\", \"label\": %s}".formatted(rank, PUBLIC))
                .expect(201).id();
    }

    private long sets(String requirement) {
        JsonNode links = api.get("/api/v1/weak-links?series=EXERCISE&upTo=2", "xac.reader").expect(200).json().path("requirements");
        for (JsonNode line : links) {
            if (line.path("requirement").asText().equals(requirement)) {
                return line.path("sets").size();
            }
        }
        return 0;
    }

    private long circles(String commitment) {
        JsonNode circles = api.get("/api/v1/circular-conditions?series=EXERCISE", "xac.reader").expect(200).json().path("circles");
        return circles.findValuesAsText("commitment").stream().filter(commitment::equals).count();
    }

    private long contacts(String commitment) {
        return api.list("/api/v1/points-of-contact?status=TO_BE_RENEWED", "xac.reader").stream()
                .filter(contact -> contact.path("commitment").asText().equals(commitment)).count();
    }
}
