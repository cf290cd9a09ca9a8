package org.surety.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;

/** What an editor enters on the board, and what stands in the register afterwards; mistakes, an ended session and a conflict on the way. */
class BoardEntryIT extends BoardCase {
    private static final String EDITOR = "xaa.editor";
    private static final String TODAY = LocalDate.now(ZoneOffset.UTC).toString();
    private Page page;

    @BeforeEach
    void open() {
        window = browser.of(EDITOR);
        page = window.page();
    }

    @Test
    void draftIsCorrectedOutlivesAnEndedSessionAndIsFiled() {
        exercise.actor("XAA");
        window.show("work", "&task=draft&id=new");
        page.locator("#draft-title").focus();
        page.keyboard().press("Enter");
        page.locator("#draft-summary").waitFor();
        assertEquals("draft-summary", focused());
        assertEquals("true", page.locator("#draft-title").getAttribute("aria-invalid"));
        page.locator("#draft-title").fill("Board: twelve instructors");
        page.locator("#draft-kind").selectOption("TRAINING");
        page.locator("#draft-priority").selectOption("ARMED_FORCES_SUPPORT");
        page.locator("#draft-quantity-quantity").fill("12");
        page.locator("#draft-quantity-unit").fill("instructors");
        sayWithWhomAndForHowMuch();
        nameWhatItWaitsFor("Two joint production lines (defence-industrial cooperation)");
        page.route("**/api/v1/commitments",
                route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions().setStatus(401).setBody("{}")));
        save();
        page.locator("main.door").waitFor();
        page.unroute("**/api/v1/commitments");
        page.reload();
        page.locator("#draft-title").waitFor();
        assertEquals("Board: twelve instructors", page.locator("#draft-title").inputValue());
        save();
        page.locator("#draft-done:has-text('Saved')").waitFor();
        file();
        JsonNode filed = theOnly("Board: twelve instructors", "XAA");
        assertEquals("FILED", filed.path("state").asText());
        assertEquals("LEGAL", filed.path("binding").asText());
        String ground = theOnly("Two joint production lines", "XAE").path("id").asText();
        assertEquals("[{\"kind\":\"COMMITMENT\",\"commitment\":\"%s\"}]".formatted(ground), filed.path("conditions").toString());
        assertEquals("[{\"party\":\"XAB\",\"percent\":40,\"state\":\"AWAITED\"}]", filed.path("shares").toString());
        assertEquals("{\"amount\":\"1250000.50\",\"currency\":\"EUR\"}", filed.path("money").toString());
        assertEquals("{\"release\":\"NAMED\",\"parties\":[\"XAB\"]}", filed.path("amountsLabel").toString());
    }

    /** What is seldom said stands in groups that are shut at first. */
    private void sayWithWhomAndForHowMuch() {
        page.locator("#draft-money-amount").fill("1,250,000.50");
        page.locator("#draft-money-currency").fill("eur");
        page.locator("#draft-company summary").click();
        page.locator("#draft-shares > button").click();
        page.locator("#draft-shares-0-party").selectOption("XAB");
        page.locator("#draft-shares-0-percent").fill("40");
        page.locator("#draft-amounts summary").click();
        page.locator("#draft-amountsLabel-release").selectOption("NAMED");
        page.locator("#draft-amountsLabel-parties input[value=XAB]").check();
    }

    /** At first without saying what: the API names the field of the row, and so does the page. */
    private void nameWhatItWaitsFor(String commitment) {
        page.locator("#draft-conditions > button").click();
        page.locator("#draft-conditions-0-kind").selectOption("COMMITMENT");
        save();
        page.locator("#draft-summary a:has-text('Commitment of condition 1')").click();
        assertEquals("draft-conditions-0-commitment", focused());
        assertEquals("true", page.locator("#draft-conditions-0-commitment").getAttribute("aria-invalid"));
        page.locator("#draft-conditions-0-commitment").selectOption(new SelectOption().setLabel(commitment));
    }

    private void file() {
        page.locator("button:has-text('File it')").click();
        page.locator("#filing-summary").waitFor();
        page.locator("#filing-person").selectOption(new SelectOption().setIndex(1));
        page.locator("#filing-binding").selectOption("LEGAL");
        page.locator("button:has-text('File it')").click();
        page.locator("#draft-done:has-text('Filed')").waitFor();
    }

    @Test
    void conflictIsShownAndBothChangesStand() {
        String before = description("Board: a conflict", 4, "");
        Answer draft = api.post("/api/v1/commitments", EDITOR, before).expect(201);
        window.show("work", "&task=draft&id=" + draft.id());
        page.locator("#draft-title").fill("Board: a conflict, mine");
        put(draft, description("Board: a conflict", 6, ", \"shares\": [{\"party\": \"XAB\", \"percent\": 25}]"));
        save();
        page.locator(".conflict").waitFor();
        String compared = page.locator(".conflict").innerText();
        assertTrue(compared.contains("mine") && compared.contains("Exercise state Basalt") && compared.contains("25"), compared);
        page.locator("[data-choice=take]").click();
        page.locator("#draft-done:has-text('Saved')").waitFor();
        JsonNode merged = api.get(draft.location(), EDITOR).expect(200).json();
        assertEquals("Board: a conflict, mine", merged.path("title").asText());
        assertEquals(6, merged.path("quantity").path("quantity").asInt());
        assertEquals(25, merged.path("shares").path(0).path("percent").asInt());
    }

    private static String description(String title, int quantity, String more) {
        return """
                {"party": "XAA", "basis": "GUARANTEE", "kind": "TRAINING", "title": "%s", "quantity": {"quantity": %d, "unit": "instructors"},
                 "label": {"release": "COALITION"}%s}"""
                .formatted(title, quantity, more);
    }

    private static void put(Answer draft, String description) {
        String body = description.replace("\"party\": \"XAA\", \"basis\": \"GUARANTEE\", ", "");
        api.send("PUT", draft.location(), EDITOR, java.net.http.HttpRequest.BodyPublishers.ofString(body),
                Map.of("If-Match", draft.etag(), "Content-Type", "application/json")).expect(200);
    }

    @Test
    void decisionAndStepOfAnApprovalAreRecorded() {
        Answer commitment = exercise.filed("XAA", "Board: to be decided", exercise.requirement("Board: decided"), 3,
                "{\"release\": \"PUBLIC\"}");
        window.show("work", "&task=act&id=" + commitment.id() + "&act=decision");
        page.locator("#commitments-decidedOn").fill(TODAY);
        page.locator("#commitments-source").fill("exercise order 9");
        page.locator("button:has-text('Record the act')").click();
        page.locator("#commitments-done:has-text('Recorded')").waitFor();
        assertEquals(TODAY, api.get(commitment.location(), EDITOR).expect(200).json().path("decision").path("decidedOn").asText());
        Answer approval = api
                .post("/api/v1/approvals", EDITOR,
                        """
                                {"party": "XAA", "title": "Board: an approval", "body": "Assembly of Amber", "bodyOf": "XAA", "kind": "DEPLOYMENT", "effect": "PRIOR",
                                 "legalBasis": [{"text": "exercise law 1"}], "label": {"release": "COALITION"}}""")
                .expect(201);
        window.show("work", "&task=step&id=" + approval.id());
        page.locator("#approvals-kind").selectOption("GRANTED");
        page.locator("#approvals-votes-inFavour").fill("301");
        page.locator("#approvals-votes-against").fill("120");
        page.locator("#approvals-source").fill("exercise minutes 9");
        page.locator("button:has-text('Record the step')").click();
        page.locator("#approvals-done:has-text('Recorded')").waitFor();
        assertEquals("GRANTED",
                api.get(approval.location(), EDITOR).expect(200).json().path("steps").path(0).path("kind").asText());
    }

    @Test
    void delegationIsRestructured() {
        String minister = person("MINISTER");
        String envoy = person("SPECIAL_ENVOY");
        String gathering = api.post("/api/v1/gatherings", "coordinator",
                "{\"title\": \"Board: talks\", \"host\": \"XAB\", \"startsOn\": \"%s\"}".formatted(TODAY)).expect(201).id();
        Answer delegation = api.post("/api/v1/delegations", EDITOR, """
                {"gathering": "%s", "party": "XAA", "head": {"kind": "SINGLE", "persons": ["%s"]}}""".formatted(gathering,
                minister)).expect(201);
        window.show("work", "&task=restructure&id=" + delegation.id());
        page.locator("#delegations-reason").fill("other engagements");
        page.locator("#delegations-announcedBy").fill("the ministry");
        page.locator("#delegations-head-persons").selectOption(envoy);
        page.locator("button:has-text('Record the change')").click();
        page.locator("#delegations-done").getByText("Recorded").waitFor();
        assertTrue(api.get(delegation.location(), EDITOR).expect(200).json().path("head").toString().contains(envoy));
    }

    private static String person(String rank) {
        return api.post("/api/v1/persons", EDITOR, """
                {"party": "XAA", "name": "Exercise person 901", "rank": "%s", "label": {"release": "PUBLIC"}}""".formatted(rank))
                .expect(201).id();
    }

    private void save() {
        page.locator("button:has-text('Save the draft')").first().click();
    }

    private String focused() {
        return (String) page.evaluate("document.activeElement.id");
    }

    private static JsonNode theOnly(String title, String party) {
        List<JsonNode> found = api.list("/api/v1/commitments?series=EXERCISE&party=" + party, EDITOR).stream()
                .filter(one -> one.path("title").asText().equals(title)).toList();
        assertEquals(1, found.size());
        return found.get(0);
    }
}
