package org.surety.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.fasterxml.jackson.databind.JsonNode;

/** A promise that a parliament refuses and then grants; and the same brigade under three orders. */
@ExtendWith(SuiteExtension.class)
class ApprovalStoryIT {
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final String PUBLIC = "{\"release\": \"PUBLIC\"}";
    private final Api api;
    private final Exercise exercise;

    ApprovalStoryIT(Api api) {
        this.api = api;
        this.exercise = new Exercise(api);
    }

    private Answer recorded(String more) {
        return api.post("/api/v1/approvals", "xad.editor", """
                {"party": "XAD", "title": "Approval story", "body": "Assembly of Dolomite", "bodyOf": "XAD", "kind": "DEPLOYMENT",
                 "legalBasis": [{"text": "exercise law 1"}], "label": %s, %s}""".formatted(PUBLIC, more)).expect(201);
    }

    private void step(Answer approval, String step) {
        api.post(approval.location() + "/steps", "xad.editor", "{\"source\": \"exercise minutes\", " + step + "}",
                api.get(approval.location(), "xad.editor").etag()).expect(200);
    }

    private Answer filed(String requirement, Answer... approvals) {
        StringBuilder ids = new StringBuilder();
        for (Answer approval : approvals) {
            ids.append(ids.isEmpty() ? "" : ", ").append('"').append(approval.id()).append('"');
        }
        Answer draft = exercise.filed("XAD", "Approval story: soldiers", requirement, 300,
                PUBLIC + ", \"approvals\": [" + ids + "]");
        api.post(draft.location() + "/decisions", "xad.editor",
                "{\"decidedOn\": \"%s\", \"source\": \"exercise order 5\"}".formatted(TODAY),
                api.get(draft.location(), "xad.editor").etag()).expect(200);
        return draft;
    }

    private void coverage(String requirement, String expected) {
        Eventually.see("coverage", Exercise.KNOWN, () -> {
            JsonNode line = exercise.coverage(requirement, "xaj.reader");
            return line.path("pledged").path("quantity").asText() + " " + line.path("committed").path("quantity").asText();
        }, expected::equals);
    }

    private String status(String commitment, LocalDate day) {
        JsonNode axis = api.get(commitment + "/approvals?asOf=" + day, "xaj.reader").expect(200).json();
        return axis.path("status").asText() + " " + axis.path("blockedBy").size();
    }

    @Test
    void whatABodyRefusesStaysPledgedAndIsCommittedNoMoreUntilItIsGranted() {
        String requirement = exercise.requirement("Approvals: land component " + UUID.randomUUID());
        Answer approval = recorded("\"effect\": \"PRIOR\", \"revocable\": true");
        Answer commitment = filed(requirement, approval);
        coverage(requirement, "300 300");
        assertEquals("BLOCKED 1", status(commitment.location(), TODAY));
        step(approval, "\"kind\": \"REFUSED\"");
        coverage(requirement, "300 0");
        assertEquals("REFUSED 1", status(commitment.location(), TODAY));
        step(approval, "\"kind\": \"GRANTED\"");
        coverage(requirement, "300 300");
        assertEquals("FREE 0", status(commitment.location(), TODAY));
        exercise.withdrawn(commitment, "XAD");
    }

    @Test
    void theSameBrigadeUnderThreeOrdersIsFreeOnOtherDays() {
        LocalDate begun = LocalDate.of(2026, 5, 1);
        String requirement = exercise.requirement("Approvals: three orders " + UUID.randomUUID());
        Answer consent = recorded("\"effect\": \"PRIOR\", \"grantedForMonths\": 12");
        Answer tacit = recorded("\"effect\": \"TACIT\", \"tacitAfterDays\": 7");
        Answer first = filed(requirement, consent, tacit);
        step(tacit, "\"kind\": \"NOTIFIED\", \"doneOn\": \"2026-04-01\"");
        step(consent, "\"kind\": \"GRANTED\", \"doneOn\": \"2026-04-24\", \"effectiveOn\": \"2026-05-01\"");
        Answer information = recorded("\"effect\": \"INFORMATION\"");
        Answer continuation = recorded("\"effect\": \"TO_CONTINUE\", \"continueAfterMonths\": 4");
        Answer second = filed(requirement, information, continuation);
        step(information, "\"kind\": \"NOTIFIED\", \"doneOn\": \"2026-05-03\"");
        step(continuation, "\"kind\": \"BEGUN\", \"doneOn\": \"" + begun + "\"");
        Answer third = filed(requirement, recorded("\"effect\": \"POLITICAL_UNDERTAKING\""));

        assertEquals("BLOCKED 2, FREE 0, FREE 0", of(LocalDate.of(2026, 4, 8), first, second, third));
        assertEquals("BLOCKED 1, FREE 0, FREE 0", of(LocalDate.of(2026, 4, 9), first, second, third));
        assertEquals("FREE 0, FREE 0, FREE 0", of(begun, first, second, third));
        assertEquals("FREE 0, BLOCKED 1, FREE 0", of(LocalDate.of(2026, 9, 1), first, second, third));
        assertEquals("BLOCKED 1, BLOCKED 1, FREE 0", of(LocalDate.of(2027, 5, 1), first, second, third));
        for (Answer commitment : new Answer[]{ first, second, third}) {
            exercise.withdrawn(commitment, "XAD");
        }
    }

    private String of(LocalDate day, Answer... commitments) {
        StringBuilder said = new StringBuilder();
        for (Answer commitment : commitments) {
            said.append(said.isEmpty() ? "" : ", ").append(status(commitment.location(), day));
        }
        return said.toString();
    }
}
