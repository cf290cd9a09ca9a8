package org.surety.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;

/** What people do with the board: ask what if, import a file, look back, put it on a wall, print it, find their way back after a session ended. */
class BoardWorkIT extends BoardCase {
    private static final String AMBER = "xaa.editor";
    /** Questions of one answer, however much happens. */
    private static final int MOST_A_SECOND = 5;

    @Test
    void whatIfIsBuiltByKeyboardAndShowsWhatTheApiEvaluates() {
        window = browser.of(AMBER);
        window.show("what-if");
        Page page = window.page();
        window.tabTo(page.locator("step-form select[name=step]"), 60);
        window.tabTo(page.locator("step-form select[name=party]"), 3);
        page.keyboard().type("Exercise state Indigo");
        window.tabTo(page.locator("step-form button[type=submit]"), 3);
        page.keyboard().press("Enter");
        page.locator("[data-then]").first().waitFor();
        assertTrue(page.url().contains("WITHDRAW_PARTY"), page.url());
        JsonNode evaluation = api.post("/api/v1/scenario-evaluations", AMBER,
                "{\"series\": \"EXERCISE\", \"steps\": [{\"step\": \"WITHDRAW_PARTY\", \"party\": \"XAI\"}]}").expect(200).json()
                .path("evaluations").path(0);
        Map<String, BigDecimal> told = new TreeMap<>();
        for (JsonNode requirement : evaluation.path("requirements")) {
            requirement.path("difference").fieldNames()
                    .forEachRemaining(stage -> told.put(requirement.path("requirement").asText() + ":" + stage,
                            BoardWindow.plain(requirement.path("scenario").path(stage).path("quantity"))));
        }
        assertTrue(told.size() > 3, told.toString());
        assertEquals(told, window.numbers("data-then"));
        assertTrue(page.locator("#figure-difference").innerText().contains("undisclosed"), "what has no number is not left out");
        assertTrue(page.locator(".waves").innerText().contains("2."), "it spreads to a second wave");
    }

    @Test
    void arrowKeysGoThroughTheTableAndEnterOpensWhatIsBehindANumber() {
        window = browser.of(AMBER);
        window.show("carriers", "&stage=pledged");
        window.page().locator("table.heat td[tabindex='0']").focus();
        String first = focusedCell();
        press("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp");
        assertEquals(first, focusedCell());
        press("End");
        assertNotEquals(first, focusedCell());
        assertEquals(1, window.page().locator("table.heat td[tabindex='0']").count(), "one stop of the tab key");
        window.page().locator("table.heat td:has(a)").first().focus();
        press("Enter");
        window.page().locator("surety-contributions table tbody tr").first().waitFor();
    }

    @Test
    void importTellsWhichRowIsWrongAndStoresNothing() {
        window = browser.of(AMBER);
        String file = fileWithAWrongKind();
        int before = api.list("/api/v1/commitments?party=XAA&state=DRAFT", AMBER).size();
        window.show("work", "&task=import");
        window.page().locator("#import-file")
                .setInputFiles(new FilePayload("rows.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        window.page().getByText("Try it out").click();
        window.page().locator("work-import-job table").waitFor();
        String report = window.page().locator("work-import-job").innerText();
        assertTrue(report.contains("1 rejected") && report.contains("NOT_A_KIND"), report);
        assertEquals(before, api.list("/api/v1/commitments?party=XAA&state=DRAFT", AMBER).size());
    }

    private static String fileWithAWrongKind() {
        String head = api.get("/api/v1/commitments/template?format=CSV", AMBER).expect(200).text().lines()
                .filter(line -> !line.startsWith("#"))
                .findFirst().orElseThrow();
        List<String> columns = List.of(head.split(","));
        String[] good = new String[columns.size()];
        Arrays.fill(good, "");
        Map.of("party", "XAA", "basis", "GUARANTEE", "kind", "TRAINING", "title", "Board: a row", "priority",
                "ARMED_FORCES_SUPPORT", "quantity", "10",
                "unit", "instructors", "label", "COALITION").forEach((column, value) -> good[columns.indexOf(column)] = value);
        good[columns.indexOf("externalId")] = "B-1";
        String[] bad = good.clone();
        bad[columns.indexOf("externalId")] = "B-2";
        bad[columns.indexOf("kind")] = "NOT_A_KIND";
        return String.join("\r\n", head, String.join(",", good), String.join(",", bad), "");
    }

    @Test
    void panelsShowWhatTheApiHas() {
        window = browser.of(AMBER);
        String approvals = window.show("approvals").innerText();
        api.list("/api/v1/approvals?series=EXERCISE", AMBER)
                .forEach(approval -> assertTrue(approvals.contains(approval.path("title").asText()),
                        approval.path("title").asText()));
        String breaks = window.show("breaks").innerText();
        api.get("/api/v1/credibility?series=EXERCISE", AMBER).expect(200).json().path("criteria")
                .forEach(criterion -> assertTrue(breaks.contains(criterion.path("reason").asText()),
                        criterion.path("code").asText()));
        String delegations = window.show("delegations", "&series=REAL").innerText();
        for (String person : List.of("Marco Rubio", "Steve Witkoff", "Jared Kushner")) {
            assertTrue(delegations.contains(person), person);
        }
        assertTrue(window.page().locator(".banner").innerText().startsWith("REAL"));
    }

    @Test
    void screenOnAWallShowsNothingOfItsParty() {
        String requirement = exercise.requirement("Board: on a wall");
        exercise.filed("XAA", "Board: of Amber alone", requirement, 7, "{\"release\": \"NATIONAL\"}");
        window = browser.of(AMBER);
        window.show("coverage");
        window.awaitFigure(requirement + ":pledged", 7);
        window.close();
        window = browser.of("xaa.wall");
        window.show("coverage");
        window.awaitFigure(requirement + ":pledged", 0);
        assertEquals(0, window.page().locator("nav.panels a[href*='panel=work']").count());
        assertEquals("", window.page().locator("html").getAttribute("data-wall"));
    }

    @Test
    void instantBeforeAnythingWasRecordedShowsNothing() {
        window = browser.of(AMBER);
        window.show("coverage", "&known=" + LocalDate.now(ZoneOffset.UTC).minusYears(1) + "T00:00:00Z");
        assertEquals(0, window.page().locator("[data-requirement]").count());
        assertTrue(window.panel("coverage").innerText().contains("No requirement is stated"));
    }

    @Test
    void muchThatHappensAtOnceIsNoReasonToAskForEachOfIt() {
        window = browser.of(AMBER);
        window.show("coverage");
        String last = null;
        for (int i = 0; i < 50; i++) {
            last = exercise.requirement("Board: one of many");
        }
        window.page().locator("[data-requirement='" + last + "']").waitFor();
        List<Double> asked = ((List<?>) window.page().evaluate(
                "() => performance.getEntriesByType('resource').filter(one => one.name.includes('/coverage?')).map(one => one.startTime)"))
                .stream().map(at -> ((Number) at).doubleValue()).toList();
        assertTrue(asked.size() > MOST_A_SECOND + 1, "it takes longer than a second: " + asked);
        for (int i = 0; i + MOST_A_SECOND < asked.size(); i++) {
            // The clock of the questions counts whole milliseconds.
            assertTrue(asked.get(i + MOST_A_SECOND) - asked.get(i) > 990, "more than five within a second: " + asked);
        }
    }

    @Test
    void problemIsShownInTheLanguageOfTheBoardWithWhatTheOperatorNeeds() {
        window = browser.of(AMBER);
        window.page().route("**/api/v1/weak-links*", route -> route.fulfill(new FulfillOptions().setStatus(409)
                .setContentType("application/problem+json").setBody("""
                        {"type": "%stoo-many-deliveries", "title": "Too many", "status": 409, "detail": "At most 500.",
                         "traceId": "0123456789abcdef0123456789abcdef"}""".formatted(Api.PROBLEMS))));
        Locator refused = window.show("breaks", "&lang=fr").locator(".state.failed").first();
        assertEquals("L’engagement a autant de livraisons qu’il peut en avoir", refused.locator("[lang=fr]").innerText());
        assertEquals("At most 500.", refused.locator("p[lang=en]").innerText());
        assertTrue(refused.innerText().contains("0123456789abcdef0123456789abcdef"));
    }

    @Test
    void whoSignsInAgainIsBackWhereTheSessionEnded() {
        window = browser.open();
        window.signIn("xac.reader");
        window.show("breaks");
        window.context().clearCookies();
        window.page().locator("nav.panels a[href*='panel=approvals']").click();
        window.page().getByText("Your session has ended.").waitFor();
        window.signIn("xac.reader");
        assertTrue(window.page().url().contains("panel=approvals"), window.page().url());
    }

    @Test
    void briefIsTwoPagesAtMost() {
        window = browser.of(AMBER);
        window.show("brief", "&priority=MULTINATIONAL_FORCE");
        window.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        String pdf = new String(window.page().pdf(new Page.PdfOptions().setFormat("A4").setPreferCSSPageSize(true)),
                StandardCharsets.ISO_8859_1);
        long pages = pdf.lines().filter(line -> line.matches(".*/Type\\s?/Page\\b.*")).count();
        assertTrue(pages >= 1 && pages <= 2, () -> pages + " pages");
    }

    private String focusedCell() {
        return (String) window.page().evaluate("document.activeElement.dataset.cell");
    }

    private void press(String... keys) {
        for (String key : keys) {
            window.page().keyboard().press(key);
        }
    }
}
