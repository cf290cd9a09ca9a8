package org.surety.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;

/** What two parties say to each other on the board: what one gives the other confirms or contests, and a share that one names the other confirms. */
class BoardDeliveryIT extends BoardCase {
    private static final String AMBER = "xaa.editor";
    private static final String BASALT = "xab.editor";
    private static final String TODAY = LocalDate.now(ZoneOffset.UTC).toString();
    private Page page;

    @BeforeEach
    void open() {
        window = browser.of(AMBER);
        page = window.page();
    }

    @Test
    void deliveryIsStatedContestedByWhoReceivedItAndCorrected() {
        Answer commitment = exercise.filed("XAA", "Board: to be delivered", exercise.requirement("Board: delivered"), 7,
                "{\"release\": \"COALITION\"}");
        window.show("work", "&task=act&act=delivery&id=" + commitment.id());
        page.locator("#commitments-recipient").selectOption("XAB");
        page.locator("#commitments-stage").selectOption("HANDED_OVER");
        page.locator("#commitments-quantity-quantity").fill("5");
        act("Record the act", "commitments");
        JsonNode stated = api.list(commitment.location() + "/deliveries", AMBER).get(0);
        assertEquals("5 soldiers to XAB", said(stated.path("quantity")) + " to " + stated.path("recipient").asText());
        String delivery = "/api/v1/deliveries/" + stated.path("id").asText();
        api.post(delivery + "/confirmations", BASALT, figure(3), api.get(delivery, BASALT).etag()).expect(200);

        doIt("contested", "Board: to be delivered", "received: 3 soldiers");
        assertEquals("3 soldiers", page.locator("[data-claim=recipient]").innerText());
        page.locator("#deliveries-quantity-quantity").fill("3");
        // Another person of the party is faster: what both have changed stands in the end.
        api.send("PUT", delivery, AMBER, BodyPublishers.ofString(figure(5).replace("}}", "}, \"note\": \"by rail\"}")),
                Map.of("If-Match", api.get(delivery, AMBER).etag(), "Content-Type", "application/json")).expect(200);
        page.locator("work-delivery button.primary").click();
        page.locator(".conflict").getByText("by rail").waitFor();
        page.locator("[data-choice=take]").click();
        page.locator("#deliveries-done:has-text('Recorded')").waitFor();
        JsonNode corrected = api.get(delivery, BASALT).expect(200).json();
        assertEquals("CONFIRMED, by rail",
                corrected.path("confirmation").path("status").asText() + ", " + corrected.path("note").asText());
    }

    @Test
    void whatArrivedIsContestedAndAShareConfirmed() {
        exercise.actor("XAA");
        Answer joint = api.post("/api/v1/commitments", BASALT,
                """
                        {"party": "XAB", "basis": "GUARANTEE", "kind": "TRAINING", "title": "Board: together", "quantity": {"quantity": 40, "unit": "soldiers"},
                         "shares": [{"party": "XAA", "percent": 25}], "label": {"release": "COALITION"}}""")
                .expect(201);
        exercise.file(joint, "XAB");
        Answer delivery = api.post(joint.location() + "/deliveries", BASALT,
                figure(2).replace("{\"day\"", "{\"recipient\": \"XAA\", \"stage\": \"HANDED_OVER\", \"day\"")).expect(201);

        doIt("toConfirm", "Board: together", "2 soldiers");
        page.locator("#deliveries-quantity-quantity").fill("1");
        act("Contest", "deliveries");
        JsonNode claims = api.get(delivery.location(), AMBER).expect(200).json().path("confirmation");
        assertEquals("CONTESTED: 1 soldiers",
                claims.path("status").asText() + ": " + said(claims.path("recipient").path("quantity")));

        doIt("shares", "Board: together", "25%");
        page.locator("#commitments-person").selectOption(new SelectOption().setIndex(1));
        act("Confirm it", "commitments");
        assertEquals("CONFIRMED",
                api.get(joint.location(), BASALT).expect(200).json().path("shares").path(0).path("state").asText());
    }

    /** Finds it on the desk and goes to where it is done. */
    private void doIt(String card, String commitment, String told) {
        window.show("desk");
        Locator item = page.locator("[data-desk=" + card + "] li").filter(new Locator.FilterOptions().setHasText(commitment));
        assertTrue(item.innerText().contains(told), item.innerText());
        item.getByText("Do it").click();
        window.settle();
    }

    private void act(String button, String form) {
        page.locator("button.primary:has-text('" + button + "')").click();
        page.locator("#" + form + "-done:has-text('Recorded')").waitFor();
    }

    private static String figure(int soldiers) {
        return "{\"day\": \"%s\", \"quantity\": {\"quantity\": %d, \"unit\": \"soldiers\"}}".formatted(TODAY, soldiers);
    }

    private static String said(JsonNode quantity) {
        return quantity.path("quantity").asText() + " " + quantity.path("unit").asText();
    }
}
