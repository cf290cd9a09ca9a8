package org.surety.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.fasterxml.jackson.databind.JsonNode;

/** A promise that sleeps is assured once bodies and host have agreed, and is there once two parties have declared what wakes it. */
@ExtendWith(SuiteExtension.class)
class AssuredStoryIT {
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final String PUBLIC = "{\"release\": \"PUBLIC\"}";
    private final Api api;
    private final Exercise exercise;
    private String requirement;

    AssuredStoryIT(Api api) {
        this.api = api;
        this.exercise = new Exercise(api);
    }

    private Answer approval(String party, String kind) {
        return api.post("/api/v1/approvals", Exercise.editor(party),
                """
                        {"party": "%1$s", "title": "Assured story", "body": "Assembly of %1$s", "bodyOf": "%1$s", "kind": "%2$s", "effect": "PRIOR",
                         "legalBasis": [{"text": "exercise law 1"}], "label": %3$s}"""
                        .formatted(party, kind, PUBLIC))
                .expect(201);
    }

    private void act(String path, String user, String body) {
        String record = path.substring(0, path.lastIndexOf('/'));
        api.post(path, user, body, api.get(record, user).etag()).expect(200);
    }

    /** What is assured, what of it is there, and why the rest is not, as a reader of another party sees it. */
    private void coverage(String expected) {
        Eventually.see("coverage", Exercise.KNOWN, () -> {
            JsonNode line = exercise.coverage(requirement, "xac.reader");
            StringBuilder reasons = new StringBuilder();
            line.path("excluded").forEach(one -> reasons.append(' ').append(one.path("reason").asText()));
            return line.path("assured").path("quantity").asText() + " "
                    + line.path("assured").path("available").path("quantity").asText()
                    + reasons;
        }, expected::equals);
    }

    @Test
    void whatSleepsIsAssuredStepByStepAndAwakeByTheWordOfTwo() {
        requirement = api.post("/api/v1/requirements", "coordinator",
                """
                        {"series": "EXERCISE", "priority": "MULTINATIONAL_FORCE", "title": "Assured story", "unit": "soldiers", "quantity": 500,
                         "minimum": 250, "rotationFactor": 2, "domain": "LAND", "host": "XAJ", "kinds": ["FORCE_CONTRIBUTION"],
                         "bindingForm": "POLITICAL", "attributeRules": [{"attributes": ["NUCLEAR_CAPABLE", "EUROPEAN"], "atLeast": 1}],
                         "label": {"release": "PUBLIC"}}""")
                .expect(201).id();
        Answer vote = approval("XAA", "DEPLOYMENT");
        Answer consent = approval("XAJ", "HOST_CONSENT");
        String more = PUBLIC + ", \"triggers\": [{\"kind\": \"HOST_REQUEST\"}], \"approvals\": [\"" + vote.id() + "\", \""
                + consent.id()
                + "\"]";
        Answer promise = exercise.filed("XAA", "Assured story: soldiers", requirement, 600, more);
        act(promise.location() + "/decisions", "xaa.editor",
                "{\"decidedOn\": \"%s\", \"source\": \"exercise order 5\"}".formatted(TODAY));
        coverage("0 0 APPROVAL_OUTSTANDING CONDITION READINESS_NOT_STATED");
        act(vote.location() + "/steps", "xaa.editor", "{\"kind\": \"GRANTED\", \"source\": \"exercise minutes 2\"}");
        coverage("0 0 APPROVAL_OUTSTANDING CONDITION READINESS_NOT_STATED");
        act(consent.location() + "/steps", "xaj.editor", "{\"kind\": \"GRANTED\", \"source\": \"exercise minutes 3\"}");
        coverage("0 0 READINESS_NOT_STATED");
        act(promise.location() + "/readiness-statements", "xaa.editor",
                "{\"level\": \"READY_WITH_NOTICE\", \"noticeDays\": 30, \"validUntil\": \"%s\", \"person\": \"%s\"}"
                        .formatted(TODAY.plusDays(30), exercise.actor("XAA")));
        coverage("600 0");
        JsonNode line = exercise.coverage(requirement, "xac.reader");
        assertEquals("1000 500 2",
                line.path("needed").asText() + " " + line.path("minimum").asText() + " " + line.path("rotationFactor").asText());
        assertEquals("[\"XAA\"]", line.path("attributes").path(0).path("assured").toString());
        called();
    }

    private void called() {
        String what = "\"series\": \"EXERCISE\", \"kind\": \"HOST_REQUEST\", \"title\": \"Request\", \"from\": \"" + TODAY
                + "\", \"determinedBy\": \"Council of Juniper\", \"source\": \"exercise note 1\", \"label\": " + PUBLIC + "}";
        api.post("/api/v1/situations", "xaa.editor", "{\"exercise\": true, " + what).expect(201);
        coverage("600 0");
        assertEquals("600", exercise.coverage(requirement, "xac.reader", "&assume=HOST_REQUEST").path("assured").path("available")
                .path("quantity").asText());
        Answer situation = api.post("/api/v1/situations", "xaj.editor", "{\"exercise\": false, " + what).expect(201);
        coverage("600 0");
        act(situation.location() + "/determinations", "xab.editor", "{}");
        coverage("600 600");
        JsonNode obligations = api.get("/api/v1/obligations?series=EXERCISE&party=XAA&situation=" + situation.id(), "xac.reader")
                .expect(200).json().path("items");
        assertEquals(TODAY.plusDays(30).toString(), byRequirement(obligations).path("dueOn").asText());
        for (String user : new String[]{ "xaj.editor", "xab.editor"}) {
            act(situation.location() + "/rescissions", user,
                    "{\"from\": \"%s\", \"reason\": \"the story is over\"}".formatted(TODAY));
        }
        coverage("600 0");
    }

    /** Of this story: the only one that is due so late. */
    private static JsonNode byRequirement(JsonNode obligations) {
        for (JsonNode one : obligations) {
            if (one.path("dueOn").asText().equals(TODAY.plusDays(30).toString())) {
                return one;
            }
        }
        throw new AssertionError("not called: " + obligations);
    }
}
