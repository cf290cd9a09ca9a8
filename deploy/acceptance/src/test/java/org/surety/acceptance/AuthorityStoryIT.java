package org.surety.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.fasterxml.jackson.databind.JsonNode;

/** Who could promise what: a minister by office, an envoy without powers, and what becomes of it when they leave. */
@ExtendWith(SuiteExtension.class)
class AuthorityStoryIT {
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private final Api api;
    private final Exercise exercise;
    private String requirement;
    private String minister;
    private String envoy;
    private Answer delegation;

    AuthorityStoryIT(Api api) {
        this.api = api;
        this.exercise = new Exercise(api);
    }

    @BeforeEach
    void appoint() {
        requirement = exercise.requirement("Authority: land component " + UUID.randomUUID());
        minister = person("MINISTER");
        envoy = person("SPECIAL_ENVOY");
        api.post("/api/v1/offices", "xad.editor", """
                {"party": "XAD", "person": "%s", "office": "FOREIGN_MINISTER", "from": "2025-01-01",
                 "sources": [{"text": "exercise order 1/2025"}]}""".formatted(minister)).expect(201);
        String gathering = api.post("/api/v1/gatherings", "coordinator", """
                {"title": "Authority: talks", "place": "Exercise hall", "host": "XAB", "startsOn": "%s"}""".formatted(TODAY))
                .expect(201).id();
        delegation = api.post("/api/v1/delegations", "xad.editor", """
                {"gathering": "%s", "party": "XAD", "head": {"kind": "SINGLE", "persons": ["%s"]}, "members": ["%s"]}"""
                .formatted(gathering, minister, envoy)).expect(201);
    }

    private String person(String rank) {
        return api.post("/api/v1/persons", "xad.editor", """
                {"party": "XAD", "name": "Exercise person 911", "rank": "%s", "label": {"release": "PUBLIC"}}""".formatted(rank))
                .expect(201).id();
    }

    private String filed(String person, int soldiers, String authority) {
        Answer draft = exercise.draft("XAD", "Authority: soldiers", requirement, soldiers, "{\"release\": \"PUBLIC\"}");
        String body = "{\"person\": \"%s\", \"binding\": \"LEGAL\"}".formatted(person);
        Eventually.see("who acts is known to commitments-service", Exercise.KNOWN,
                () -> api.post(draft.location() + "/filings", "xad.editor", body, draft.etag()),
                answer -> answer.status() != 400).expect(200);
        becomes(draft.location(), authority);
        decide(draft.location());
        return draft.location();
    }

    private void becomes(String commitment, String authority) {
        Eventually.see("it is judged", Exercise.KNOWN,
                () -> api.get(commitment, "xad.reader").json().path("authority").asText(), authority::equals);
    }

    private void decide(String commitment) {
        // A judgment may come between reading and writing.
        Eventually.see("the decision is noted", Exercise.KNOWN,
                () -> api.post(commitment + "/decisions", "xad.editor", """
                        {"decidedOn": "%s", "source": "exercise order 5"}""".formatted(TODAY),
                        api.get(commitment, "xad.reader").etag()).status(),
                status -> status == 200);
    }

    private String stage(String stage) {
        JsonNode sum = exercise.coverage(requirement, "xaj.reader").path(stage);
        return sum.path("quantity").asText() + " from " + sum.path("commitments").asText();
    }

    private void coverage(String pledged, String committed) {
        Eventually.see("coverage", Exercise.KNOWN, () -> stage("pledged") + ", " + stage("committed"),
                (pledged + ", " + committed)::equals);
    }

    private String authority(String person, String more) {
        return api.get("/api/v1/authority?party=XAD&act=CONSENT_TO_BE_BOUND&person=" + person + more, "xad.reader").expect(200)
                .json()
                .path("answer").asText();
    }

    @Test
    void aForeignMinisterBindsByOfficeInTheDelegationAndAfterIt() {
        assertEquals("YES", authority(minister, ""));
        filed(minister, 100, "YES");
        leave();
        assertEquals("YES", authority(minister, ""));
        String after = filed(minister, 50, "YES");
        assertEquals("OFFICE", api.get(after, "xaj.reader").expect(200).json().path("acts").path(0).path("ground").asText());
        coverage("150 from 2", "150 from 2");
    }

    @Test
    void anEnvoyWithoutPowersIsPledgedOnlyUntilConfirmed() {
        assertEquals("NO", authority(envoy, ""));
        String commitment = filed(envoy, 70, "NO");
        coverage("70 from 1", "0 from 0");
        Instant before = Instant.now().minus(1, ChronoUnit.MILLIS);
        String id = commitment.substring(commitment.lastIndexOf('/') + 1);
        api.post("/api/v1/confirmations", "xad.editor", """
                {"party": "XAD", "person": "%s", "act": "CONSENT_TO_BE_BOUND", "scope": "%s", "from": "%s", "until": "%s",
                 "issuedBy": "%s", "label": {"release": "PUBLIC"}}""".formatted(envoy, id, TODAY, TODAY, minister)).expect(201);
        becomes(commitment, "YES");
        coverage("70 from 1", "70 from 1");
        assertEquals("YES", authority(envoy, "&scope=" + id));
        assertEquals("NO", authority(envoy, "&scope=" + id + "&knownAt=" + before));
    }

    @Test
    void aMinisterLeavesAndNoFigureMoves() {
        Answer draft = exercise.draft("XAD", "Authority: contact", requirement, 30, "{\"release\": \"PUBLIC\"}");
        String amended = Exercise.pledge("XAD", "Authority: contact", requirement, 30, "{\"release\": \"PUBLIC\"}")
                .replace("\"party\": \"XAD\", \"basis\": \"GUARANTEE\", ", "\"pointOfContact\": \"%s\", ".formatted(envoy));
        Answer named = Eventually.see("the contact is known", Exercise.KNOWN,
                () -> api.send("PUT", draft.location(), "xad.editor",
                        java.net.http.HttpRequest.BodyPublishers.ofString(amended),
                        java.util.Map.of("If-Match", draft.etag(), "Content-Type", "application/json")),
                answer -> answer.status() != 400).expect(200);
        api.post(draft.location() + "/filings", "xad.editor", "{\"person\": \"%s\"}".formatted(envoy), named.etag()).expect(200);
        coverage("30 from 1", "0 from 0");
        String before = exercise.coverage(requirement, "xaj.reader").toString();
        String commitmentBefore = api.get(draft.location(), "xaj.reader").expect(200).text();
        assertEquals(List.of(), toBeRenewed(draft.id()));

        leave();
        Eventually.see("the contact is to be renewed", Exercise.KNOWN, () -> toBeRenewed(draft.id()).size(), size -> size == 1);
        assertEquals(before, exercise.coverage(requirement, "xaj.reader").toString());
        assertEquals(commitmentBefore, api.get(draft.location(), "xaj.reader").expect(200).text());
        JsonNode affected = api.get("/api/v1/affected-acts?delegation=" + delegation.id(), "xaj.reader").expect(200).json()
                .path("items").path(0);
        assertEquals(draft.id(), affected.path("commitment").asText());
        assertNotEquals("", affected.path("leftOn").asText());
        assertEquals("YES", affected.path("act").path("authority").asText());
    }

    private List<String> toBeRenewed(String commitment) {
        return api.list("/api/v1/points-of-contact?party=XAD&status=TO_BE_RENEWED", "xad.reader").stream()
                .map(contact -> contact.path("commitment").asText()).filter(commitment::equals).toList();
    }

    /** Both leave the delegation; somebody else leads it. */
    private void leave() {
        api.post(delegation.location() + "/restructures", "xad.editor", """
                {"reason": "other engagements", "announcedBy": "government of exercise state Dolomite",
                 "head": {"kind": "SINGLE", "persons": ["%s"]}, "sources": [{"text": "exercise order 6"}]}"""
                .formatted(person("DEPUTY_MINISTER")), delegation.etag()).expect(201);
    }
}
