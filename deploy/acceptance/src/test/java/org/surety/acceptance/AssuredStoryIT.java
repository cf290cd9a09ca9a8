package org.surety.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A promise that sleeps is assured once bodies and host have agreed, and is there once two parties have declared what wakes it. What stands
 * behind it is asked away first, and then withdrawn.
 */
@ExtendWith(SuiteExtension.class)
class AssuredStoryIT {
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PUBLIC = "{\"release\": \"PUBLIC\"}";
    private final Api api;
    private final RunningSuite suite;
    private final Exercise exercise;
    private String requirement;

    AssuredStoryIT(RunningSuite suite) {
        this.api = suite.api();
        this.suite = suite;
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
    void whatSleepsIsAssuredStepByStepAndAwakeByTheWordOfTwoAndFallsWithItsBackstop() {
        try (BrokerEar ear = new BrokerEar(suite.instance())) {
            Answer backstop = exercise.filed("XAI", "Assured story: backstop",
                    exercise.requirement("Assured story: reinforcement"), 1, PUBLIC);
            decided(backstop, "xai.editor");
            Answer promise = assured(backstop.id());
            Instant ready = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            requestOnADay();
            withoutTheBackstop(promise.id(), backstop.id());
            Answer situation = called();
            twoHonestAnswers();
            exercise.withdrawn(backstop, "XAI");
            coverage("0 0 CONDITION");
            asKnownBefore(ready);
            String readiness = "0 600 500 commitment.readiness-stated " + promise.id();
            Eventually.see("minima crossed", Exercise.KNOWN, () -> crossings(ear), List.of("ASSURED REACHED " + readiness,
                    "AVAILABLE REACHED 0 600 500 situation.determined " + situation.id(),
                    "AVAILABLE BELOW 600 0 500 situation.rescinded " + situation.id(),
                    "ASSURED BELOW 600 0 500 commitment.withdrawn " + backstop.id())::equals);
        }
    }

    /** What was known when all was ready, what it would have been without Amber, and what there is today. */
    private void asKnownBefore(Instant ready) {
        assertEquals("600", assured("&knownAt=" + ready, "xac.reader"));
        assertEquals("0", assured("&knownAt=" + ready + "&without=XAA", "xac.reader"));
        JsonNode days = api.get("/api/v1/coverage/recorded-days?series=EXERCISE&days=1&requirement=" + requirement, "xac.reader")
                .expect(200).json().path("requirements").path(0).path("days");
        assertEquals("[\"" + TODAY + "\"] 0",
                days.findValues("day") + " " + days.path(0).path("assured").path("quantity").asText());
    }

    private String assured(String more, String user) {
        return exercise.coverage(requirement, user, more).path("assured").path("quantity").asText();
    }

    private void decided(Answer commitment, String user) {
        act(commitment.location() + "/decisions", user,
                "{\"decidedOn\": \"%s\", \"source\": \"exercise order 5\"}".formatted(TODAY));
    }

    /** A promise that comes with the backstop behind it; it has all that it needs, and sleeps. */
    private Answer assured(String backstop) {
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
                + consent.id() + "\"], \"conditions\": [{\"kind\": \"COMMITMENT\", \"commitment\": \"" + backstop + "\"}]";
        Answer promise = exercise.filed("XAA", "Assured story: soldiers", requirement, 600, more);
        decided(promise, "xaa.editor");
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
        return promise;
    }

    /** What is available with a request of the host from a day on: as it is, and with it. */
    private String available(LocalDate from, LocalDate asOf) {
        JsonNode line = ofRequirement(api.post("/api/v1/scenario-evaluations", "xac.reader",
                """
                        {"series": "EXERCISE", "steps": [{"step": "SITUATION", "situation": "HOST_REQUEST", "from": "%s"}], "asOf": "%s", "all": true}"""
                        .formatted(from, asOf))
                .expect(200).json().path("evaluations").path(0));
        return line.path("live").path("available").path("quantity").asText() + " "
                + line.path("scenario").path("available").path("quantity").asText();
    }

    private void requestOnADay() {
        LocalDate day = TODAY.plusDays(10);
        assertEquals("0 0", available(day, day.minusDays(1)));
        assertEquals("0 600", available(day, day));
    }

    private String scenario(String title, String steps) {
        return api.post("/api/v1/scenarios", "xac.editor", "{\"title\": \"%s\", \"steps\": [%s], \"label\": %s}"
                .formatted(title, steps, PUBLIC)).expect(201).id();
    }

    /** Beside it another in which somebody comes instead. */
    private void withoutTheBackstop(String promise, String backstop) {
        String withdrawn = "{\"step\": \"WITHDRAW_COMMITMENT\", \"commitment\": \"" + backstop + "\"}";
        String pledge = """
                {"step": "ADD_PLEDGE", "party": "XAB", "requirement": "%s", "quantity": 500, "kind": "FORCE_CONTRIBUTION", "from": "%s"}"""
                .formatted(requirement, TODAY);
        String without = scenario("Assured story: without the backstop", withdrawn);
        String instead = scenario("Assured story: XAB instead", withdrawn + ", " + pledge);
        JsonNode both = api.get("/api/v1/scenarios/" + without + "/evaluation?with=" + instead, "xac.reader").expect(200).json()
                .path("evaluations");
        assertEquals("-600 FALLS_BELOW", outcome(both.path(0)));
        assertEquals("-100 ", outcome(both.path(1)));
        JsonNode cascade = both.path(0).path("cascade");
        assertEquals(2, cascade.size());
        assertEquals("%s XAI COMMITTED NOTHING [\"WITHDRAWN\"] ".formatted(backstop), turn(cascade.path(0)));
        assertEquals("%s XAA ASSURED COMMITTED [\"CONDITION\"] [{\"commitment\":\"%s\",\"title\":\"Assured story: backstop\"}]"
                .formatted(promise, backstop),
                turn(cascade.path(1)));
        coverage("600 0");
    }

    private String outcome(JsonNode evaluation) {
        JsonNode line = ofRequirement(evaluation);
        return line.path("difference").path("assured").path("quantity").asText() + " " + line.path("minimumAssured").asText();
    }

    private JsonNode ofRequirement(JsonNode evaluation) {
        for (JsonNode line : evaluation.path("requirements")) {
            if (line.path("requirement").asText().equals(requirement)) {
                return line;
            }
        }
        throw new AssertionError("no line for the requirement " + requirement + ": " + evaluation);
    }

    private static String turn(JsonNode wave) {
        JsonNode turn = wave.path("turns").path(0);
        return turn.path("commitment").asText() + " " + turn.path("party").asText() + " " + turn.path("before").asText() + " "
                + turn.path("after").asText() + " " + turn.path("reasons") + " " + turn.path("conditions");
    }

    /** What XAD has told XAB alone is in what XAB reads, and in nothing that XAC does. */
    private void twoHonestAnswers() {
        exercise.filed("XAD", "Assured story: a battalion", requirement, 300, "{\"release\": \"NAMED\", \"parties\": [\"XAB\"]}");
        Eventually.see("the battalion is known", Exercise.KNOWN, () -> exercise.pledged(requirement, "xab.reader"),
                "900 from 2"::equals);
        assertEquals("600 from 1", exercise.pledged(requirement, "xac.reader"));
        for (String user : List.of("xab.reader", "xac.reader")) {
            String note = api.get("/api/v1/coverage?series=EXERCISE", user).expect(200).json().path("note").asText();
            assertTrue(note.startsWith("This is an exercise."), note);
        }
    }

    /** What the broker told of the minimum of the requirement, in the order of the log. */
    private List<String> crossings(BrokerEar ear) {
        return ear.heard().stream().filter(message -> message.type().equals("org.surety.coverage.minimum-crossed.v1"))
                .map(message -> json(message.body())).filter(state -> state.path("requirement").asText().equals(requirement))
                .map(state -> String.join(" ",
                        Stream.of("/stage", "/direction", "/before", "/after", "/minimum", "/cause/type", "/cause/subject")
                                .map(field -> state.at(field).asText()).toList()))
                .toList();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer called() {
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
        return situation;
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
