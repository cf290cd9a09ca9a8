package org.surety.acceptance;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;

/** Records of the exercise series that tests make for themselves, so that none depends on another's. */
final class Exercise {
    /** A service learns of another's record within a second; this long is for a machine that does much else. */
    static final Duration KNOWN = Duration.ofSeconds(30);
    private final Api api;
    private final Map<String, String> actors = new ConcurrentHashMap<>();

    Exercise(Api api) {
        this.api = api;
    }

    /** A requirement of 1,000 soldiers, released to everybody; its id. */
    String requirement(String title) {
        return api.post("/api/v1/requirements", "coordinator",
                """
                        {"series": "EXERCISE", "priority": "MULTINATIONAL_FORCE", "title": "%s", "unit": "soldiers", "quantity": 1000, "minimum": 500,
                         "domain": "LAND", "kinds": ["FORCE_CONTRIBUTION"], "bindingForm": "POLITICAL", "label": {"release": "PUBLIC"}}"""
                        .formatted(title))
                .expect(201).id();
    }

    /** A draft of so many soldiers for the requirement. */
    Answer draft(String party, String title, String requirement, int soldiers, String label) {
        String body = pledge(party, title, requirement, soldiers, label);
        return Eventually.see("the requirement is known to commitments-service", KNOWN,
                () -> api.post("/api/v1/commitments", editor(party), body), answer -> !isNotKnownYet(answer)).expect(201);
    }

    /** The same, filed. */
    Answer filed(String party, String title, String requirement, int soldiers, String label) {
        Answer draft = draft(party, title, requirement, soldiers, label);
        file(draft, party);
        return draft;
    }

    /** Files a draft as it was made. */
    void file(Answer draft, String party) {
        act(draft, "filings", party, "", draft.etag()).expect(200);
    }

    /** Takes back what stands in the answer, in its version of now. */
    void withdrawn(Answer filed, String party) {
        act(filed, "withdrawals", party, ", \"reason\": \"the exercise is over\"", api.get(filed.location(), editor(party)).etag())
                .expect(200);
    }

    /** Records an act on a commitment as it stands: a judgment of who acted may come between reading and writing. */
    void acted(Answer commitment, String act, String party, String body) {
        String user = editor(party);
        Eventually.see(act, KNOWN,
                () -> api.post(commitment.location() + "/" + act, user, body, api.get(commitment.location(), user).etag()).status(),
                status -> status == 200);
    }

    private Answer act(Answer commitment, String act, String party, String more, String version) {
        String body = "{\"person\": \"%s\"%s}".formatted(actor(party), more);
        return Eventually.see("who acts is known to commitments-service", KNOWN,
                () -> api.post(commitment.location() + "/" + act, editor(party), body, version), answer -> !isNotKnownYet(answer));
    }

    /** A person of the party who acts for it. */
    String actor(String party) {
        return actors.computeIfAbsent(party, code -> api.post("/api/v1/persons", editor(code), """
                {"party": "%s", "name": "Exercise person 900", "rank": "SENIOR_OFFICIAL", "label": {"release": "PUBLIC"}}"""
                .formatted(code)).expect(201).id());
    }

    static String pledge(String party, String title, String requirement, int soldiers, String label) {
        return """
                {"party": "%s", "basis": "GUARANTEE", "kind": "FORCE_CONTRIBUTION", "title": "%s", "priority": "MULTINATIONAL_FORCE",
                 "contributions": [{"requirement": "%s", "quantity": %d}], "quantity": {"quantity": %d, "unit": "soldiers"},
                 "domain": "LAND", "label": %s}"""
                .formatted(party, title, requirement, soldiers, soldiers, label);
    }

    static String editor(String party) {
        return party.toLowerCase() + ".editor";
    }

    /** The requirement's line of the coverage that the user sees. */
    JsonNode coverage(String requirement, String user) {
        return coverage(requirement, user, "");
    }

    /** The same, with more of a question: {@code &assume=HOST_REQUEST}. */
    JsonNode coverage(String requirement, String user, String more) {
        JsonNode coverage = api.get("/api/v1/coverage?series=EXERCISE" + more, user).expect(200).json();
        for (JsonNode priority : coverage.path("priorities")) {
            for (JsonNode line : priority.path("requirements")) {
                if (line.path("requirement").asText().equals(requirement)) {
                    return line;
                }
            }
        }
        throw new AssertionError("no line for the requirement " + requirement + ": " + coverage);
    }

    /** What is pledged to the requirement as far as the user may see it, in the form "123 from 3". */
    String pledged(String requirement, String user) {
        JsonNode pledged = coverage(requirement, user).path("pledged");
        return pledged.path("quantity").asText() + " from " + pledged.path("commitments").asText();
    }

    private static boolean isNotKnownYet(Answer answer) {
        return answer.status() == 400 && answer.text().contains("not known");
    }
}
