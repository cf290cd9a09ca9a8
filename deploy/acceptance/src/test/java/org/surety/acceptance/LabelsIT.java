package org.surety.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One requirement, four promises of exercise state Amber released ever wider, and what each viewer gets to see and to add up. */
@ExtendWith(SuiteExtension.class)
class LabelsIT {
    private static final List<String> EVERYBODY = List.of("xaa.editor", "xaa.reader", "xab.reader", "xac.editor", "xai.reader",
            "fra.editor", "coordinator", "xaa.wall");
    private static Api api;
    private static Exercise exercise;
    private static String requirement;
    private static Answer draft;
    private static Answer national;
    private static Answer named;
    private static Answer coalition;
    private static Answer open;

    @BeforeAll
    static void promise(Api running) {
        api = running;
        exercise = new Exercise(api);
        requirement = exercise.requirement("Labels: land component");
        draft = exercise.draft("XAA", "Labels: draft", requirement, 1, "{\"release\": \"PUBLIC\"}");
        national = exercise.filed("XAA", "Labels: national", requirement, 2, "{\"release\": \"NATIONAL\"}");
        named = exercise.filed("XAA", "Labels: named", requirement, 40, "{\"release\": \"NAMED\", \"parties\": [\"XAB\"]}");
        coalition = exercise.filed("XAA", "Labels: coalition", requirement, 100, "{\"release\": \"COALITION\"}");
        open = exercise.filed("XAA", "Labels: public", requirement, 300, "{\"release\": \"PUBLIC\"}");
    }

    @Test
    void nationalRecordExistsForItsOwnerAlone() {
        seenBy(national, "xaa.editor", "xaa.reader");
    }

    @Test
    void namedRecordExistsForItsOwnerAndThoseNamed() {
        seenBy(named, "xaa.editor", "xaa.reader", "xab.reader");
    }

    @Test
    void coalitionRecordExistsForMembersOfItsSeriesAndTheCoordinatorAndTheScreen() {
        seenBy(coalition, "xaa.editor", "xaa.reader", "xab.reader", "xac.editor", "coordinator", "xaa.wall");
    }

    @Test
    void publicRecordExistsForEverySignedInUser() {
        seenBy(open, EVERYBODY.toArray(String[]::new));
    }

    @Test
    void draftExistsForItsPartyAloneWhateverItsLabelWillBe() {
        seenBy(draft, "xaa.editor", "xaa.reader");
    }

    @Test
    void hiddenRecordIsAnsweredLikeAMissingOne() {
        Answer hidden = api.get(national.location(), "coordinator").expectProblem(404, "not-found");
        Answer missing = api.get("/api/v1/commitments/" + UUID.randomUUID(), "coordinator").expectProblem(404, "not-found");
        assertEquals(withoutPlace(missing), withoutPlace(hidden));
        assertEquals(missing.response().headers().map().keySet(), hidden.response().headers().map().keySet());
    }

    @Test
    void listHoldsWhatTheViewerMaySee() {
        assertEquals(List.of("Labels: draft", "Labels: national", "Labels: named", "Labels: coalition", "Labels: public"),
                titles("xaa.reader"));
        assertEquals(List.of("Labels: named", "Labels: coalition", "Labels: public"), titles("xab.reader"));
        assertEquals(List.of("Labels: coalition", "Labels: public"), titles("xac.editor"));
        assertEquals(List.of("Labels: coalition", "Labels: public"), titles("coordinator"));
        assertEquals(List.of("Labels: coalition", "Labels: public"), titles("xaa.wall"),
                "a screen of Amber's shows nothing of Amber's own");
        assertEquals(List.of("Labels: public"), titles("xai.reader"));
        assertEquals(List.of("Labels: public"), titles("fra.editor"));
    }

    @Test
    void coverageAddsUpWhatTheViewerMaySeeAndNoDraft() {
        pledged("442 from 4", "xaa.reader");
        pledged("440 from 3", "xab.reader");
        pledged("400 from 2", "xac.editor");
        pledged("400 from 2", "coordinator");
        pledged("400 from 2", "xaa.wall");
        pledged("300 from 1", "xai.reader");
        pledged("300 from 1", "fra.editor");
    }

    @Test
    void anotherPartysRecordIsNotWritten() {
        String withdrawal = withdrawal();
        String version = api.get(open.location(), "xab.editor").etag();
        api.post(open.location() + "/withdrawals", "xab.editor", withdrawal, version).expectProblem(403,
                "not-permitted");
        put("xab.editor", open, version).expectProblem(403, "not-permitted");
        api.post("/api/v1/commitments", "xab.editor",
                Exercise.pledge("XAA", "Labels: forged", requirement, 9, "{\"release\": \"PUBLIC\"}"))
                .expectProblem(403, "not-permitted");
        api.post(open.location() + "/withdrawals", "coordinator", withdrawal, version).expectProblem(403,
                "not-permitted");
        assertEquals(version, api.get(open.location(), "xab.editor").etag());
    }

    @Test
    void hiddenRecordIsMissingForWhoWantsToWriteItToo() {
        String withdrawal = withdrawal();
        api.post(national.location() + "/withdrawals", "xab.editor", withdrawal, national.etag())
                .expectProblem(404, "not-found");
    }

    private String withdrawal() {
        return "{\"person\": \"%s\", \"reason\": \"not ours\"}".formatted(exercise.actor("XAB"));
    }

    @Test
    void auditorAndOperatorReadNoState() {
        for (String user : List.of("auditor", "operator")) {
            api.get(open.location(), user).expectProblem(403, "not-permitted");
            api.get("/api/v1/coverage?series=EXERCISE", user).expectProblem(403, "not-permitted");
        }
    }

    private static Answer put(String user, Answer commitment, String version) {
        return api.send("PUT", commitment.location(), user, BodyPublishers.ofString("""
                {"kind": "FORCE_CONTRIBUTION", "title": "Labels: forged", "quantity": {"quantity": 9, "unit": "soldiers"},
                 "label": {"release": "PUBLIC"}}"""), Map.of("If-Match", version, "Content-Type", "application/json"));
    }

    private static void seenBy(Answer commitment, String... users) {
        List<String> seers = List.of(users);
        for (String user : EVERYBODY) {
            Answer answer = api.get(commitment.location(), user);
            if (seers.contains(user)) {
                answer.expect(200);
            } else {
                answer.expectProblem(404, "not-found");
            }
        }
    }

    private static List<String> titles(String user) {
        return api.list("/api/v1/commitments?requirement=" + requirement, user).stream().map(item -> item.path("title").asText())
                .toList();
    }

    /** The last promise was filed last, so a sum that has it has all that the viewer may see. */
    private static void pledged(String expected, String user) {
        Eventually.see("coverage of " + user, Exercise.KNOWN, () -> exercise.pledged(requirement, user), expected::equals);
    }

    /** The trace and the path are those of the request itself. */
    private static JsonNode withoutPlace(Answer answer) {
        return ((ObjectNode) answer.json().deepCopy()).without(List.of("traceId", "instance"));
    }
}
