package org.surety.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A ministry changes who leads its delegation: the one flow of the handbook, as far as a client sees it. */
@ExtendWith(SuiteExtension.class)
class StoryIT {
    private final Api api;
    private String delegation;
    private String formed;
    private String deputy;

    StoryIT(Api api) {
        this.api = api;
    }

    @BeforeEach
    void formADelegation() {
        String gathering = api.post("/api/v1/gatherings", "coordinator", """
                {"title": "Exercise talks", "place": "Exercise hall", "host": "XAB", "startsOn": "2026-04-01"}""").expect(201).id();
        String minister = person("Exercise person 901", "MINISTER");
        deputy = person("Exercise person 902", "DEPUTY_MINISTER");
        Answer answer = api
                .post("/api/v1/delegations", "xab.editor",
                        """
                                {"gathering": "%s", "party": "XAB", "head": {"kind": "SINGLE", "persons": ["%s"]}}"""
                                .formatted(gathering, minister))
                .expect(201);
        delegation = answer.location();
        formed = answer.etag();
    }

    @Test
    void restructureIsRecordedWithANewVersionAndTheEarlierCompositionStays() {
        Answer done = api.post(delegation + "/restructures", "xab.editor", toDeputy(), formed).expect(201);
        assertNotEquals(formed, done.etag());
        Answer read = api.get(delegation, "xaj.reader").expect(200);
        assertEquals(done.etag(), read.etag());
        assertEquals(deputy, read.json().path("head").path("persons").path(0).asText());
        assertEquals("DERIVED", read.json().path("levelBasis").asText());
        var restructure = api.get(delegation + "/restructures", "xaj.reader").expect(200).json().path("items").path(0);
        assertEquals("MINISTERIAL", restructure.path("from").path("level").asText());
        assertEquals(12, restructure.path("notice").path("quantity").asInt());
        assertEquals("hours", restructure.path("notice").path("unit").asText());
    }

    @Test
    void readerWhoHasTheVersionGetsItNoSecondTime() {
        Answer again = api.send("GET", delegation, "xab.reader", null, Map.of("If-None-Match", formed));
        again.expect(304);
        assertEquals("", again.text());
    }

    @Test
    void restructureWithoutTheVersionIsRefused() {
        api.post(delegation + "/restructures", "xab.editor", toDeputy()).expectProblem(428, "version-required");
        assertEquals(formed, api.get(delegation, "xab.editor").etag());
    }

    @Test
    void restructureOfAnotherVersionThanTheCurrentOneIsRefused() {
        String current = api.post(delegation + "/restructures", "xab.editor", toDeputy(), formed).expect(201).etag();
        api.post(delegation + "/restructures", "xab.editor", toDeputy().replace(deputy, person("Exercise person 903", "MINISTER")),
                formed)
                .expectProblem(412, "stale-version");
        assertEquals(current, api.get(delegation, "xab.editor").etag());
    }

    @Test
    void sameCompositionAgainChangesNothing() {
        String current = api.post(delegation + "/restructures", "xab.editor", toDeputy(), formed).expect(201).etag();
        Answer again = api.post(delegation + "/restructures", "xab.editor", toDeputy(), current).expect(200);
        assertEquals(current, again.etag());
        assertEquals(1, api.get(delegation + "/restructures", "xab.editor").expect(200).json().path("items").size());
    }

    @Test
    void sameRequestWithTheSameKeyIsAnsweredAgainAndDoneOnce() {
        Map<String, String> headers = Map.of("If-Match", formed, "Idempotency-Key", "story/" + delegation);
        Answer first = api.post(delegation + "/restructures", "xab.editor", toDeputy(), headers).expect(201);
        Answer second = api.post(delegation + "/restructures", "xab.editor", toDeputy(), headers).expect(201);
        assertEquals(first.text(), second.text());
        assertEquals(first.etag(), second.etag());
        assertEquals(1, api.get(delegation + "/restructures", "xab.editor").expect(200).json().path("items").size());
        api.post(delegation + "/restructures", "xab.editor", toDeputy().replace("recalled", "ill"), headers)
                .expectProblem(422, "key-reused");
    }

    @Test
    void anotherPartysDelegationIsNotRestructured() {
        api.post(delegation + "/restructures", "xac.editor", toDeputy(), formed).expectProblem(403, "not-permitted");
        assertEquals(formed, api.get(delegation, "xac.editor").etag());
    }

    @Test
    void readerOfTheOwnPartyDoesNotRestructure() {
        api.post(delegation + "/restructures", "xab.reader", toDeputy(), formed).expectProblem(403, "not-permitted");
    }

    private String toDeputy() {
        return """
                {"reason": "the minister was recalled", "announcedBy": "government of exercise state Basalt",
                 "announcedAt": "2026-03-31T20:00:00Z", "effectiveAt": "2026-04-01T08:00:00Z",
                 "head": {"kind": "SINGLE", "persons": ["%s"]}, "sources": [{"text": "exercise order 9/2026"}]}"""
                .formatted(deputy);
    }

    private String person(String name, String rank) {
        return api
                .post("/api/v1/persons", "xab.editor",
                        "{\"party\": \"XAB\", \"name\": \"%s\", \"rank\": \"%s\"}".formatted(name, rank))
                .expect(201).id();
    }
}
