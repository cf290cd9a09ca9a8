package org.surety.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

/** The numbers of the panels beside coverage are those of the API, asked as the same user. */
class BoardNumbersIT extends BoardCase {
    private static final String USER = "xaa.editor";
    private static final String EXERCISE = "series=EXERCISE";

    @Test
    void approvalsThatBlockAndWaitAndEnd() {
        window = browser.of(USER);
        window.show("approvals");
        List<JsonNode> approvals = api.list("/api/v1/approvals?" + EXERCISE, USER);
        Map<String, BigDecimal> shown = window.numbers("data-figure");
        assertEquals(count(approvals, one -> one.path("standing").path("blocks").asBoolean()), shown.get("approvals:blocking"));
        assertEquals(BigDecimal.valueOf(api.list("/api/v1/approvals?expiresWithin=90&" + EXERCISE, USER).size()),
                shown.get("approvals:ending"));
        assertTrue(shown.get("approvals:blocking").signum() > 0, shown.toString());
    }

    @Test
    void delegationsByLevel() {
        window = browser.of(USER);
        window.show("delegations", "&series=REAL");
        String gathering = (String) window.page().locator("select[name=gathering]").evaluate("select => select.value");
        JsonNode kinds = api.get("/api/v1/gatherings/" + gathering + "/tally", USER).expect(200).json().path("kinds");
        Map<String, BigDecimal> told = new TreeMap<>();
        for (JsonNode kind : kinds) {
            kind.path("levels").fields()
                    .forEachRemaining(level -> told.merge(level.getKey(), level.getValue().decimalValue(), BigDecimal::add));
            told.merge("UNDISCLOSED", kind.path("undisclosed").decimalValue(), BigDecimal::add);
        }
        Map<String, BigDecimal> shown = new TreeMap<>();
        window.numbers("data-figure").forEach((figure, number) -> {
            if (figure.endsWith(":all")) {
                shown.put(figure.split(":")[1], number);
            }
        });
        told.values().removeIf(number -> number.signum() == 0);
        shown.values().removeIf(number -> number.signum() == 0);
        assertFalse(told.isEmpty());
        assertEquals(told, shown);
    }

    @Test
    void criteriaAndLossesThatBreakARequirement() {
        window = browser.of(USER);
        window.show("breaks", "&view-weak-links=table");
        JsonNode criteria = api.get("/api/v1/credibility?" + EXERCISE, USER).expect(200).json().path("criteria");
        Map<String, BigDecimal> shown = window.numbers("data-figure");
        for (String status : List.of("MET", "NOT_MET", "CANNOT_BE_TOLD")) {
            assertEquals(count(criteria, one -> one.path("status").asText().equals(status)), shown.get("credibility:" + status));
        }
        List<String> told = new ArrayList<>();
        for (JsonNode requirement : api.get("/api/v1/weak-links?" + EXERCISE, USER).expect(200).json().path("requirements")) {
            if (!requirement.path("belowMinimum").asBoolean()) {
                requirement.path("links")
                        .forEach(link -> told.add(requirement.path("title").asText() + " " + link.path("left").asInt()));
            }
        }
        assertFalse(told.isEmpty());
        assertEquals(told.stream().sorted().toList(), rows("#figure-weak-links", 2, 6));
    }

    /** Of each row of a figure's table two of its cells, sorted. */
    private List<String> rows(String figure, int first, int second) {
        return window.page().locator(figure + " table tbody tr").all().stream()
                .map(row -> row.locator("th, td").nth(first - 1).innerText() + " "
                        + row.locator("th, td").nth(second - 1).innerText().replace(",", ""))
                .sorted().toList();
    }

    @Test
    void briefOfAPriority() {
        window = browser.of(USER);
        window.show("brief", "&priority=ARMED_FORCES_SUPPORT");
        Map<String, BigDecimal> told = new TreeMap<>();
        for (JsonNode priority : api.get("/api/v1/coverage?" + EXERCISE, USER).expect(200).json().path("priorities")) {
            for (JsonNode line : priority.path("requirements")) {
                for (String stage : List.of("pledged", "committed", "assured", "delivered")) {
                    told.put(line.path("requirement").asText() + ":" + stage, BoardWindow.plain(line.path(stage).path("quantity")));
                }
                told.put(line.path("requirement").asText() + ":available",
                        BoardWindow.plain(line.path("assured").path("available").path("quantity")));
            }
        }
        Map<String, BigDecimal> shown = window.numbers("data-figure");
        assertTrue(shown.size() >= 5, shown.toString());
        shown.forEach((figure, number) -> assertEquals(told.get(figure), number, figure));
    }

    @Test
    void deskHasWhatThePartyOwes() {
        window = browser.of(USER);
        window.show("desk");
        Map<String, Long> told = new TreeMap<>();
        told.put("approvals", (long) api.list("/api/v1/approvals?party=XAA&status=OPEN", USER).size());
        told.put("readiness",
                (long) api.list("/api/v1/commitments?party=XAA&basis=GUARANTEE&state=FILED&readiness=STALE", USER).size());
        told.put("contested", (long) api.list("/api/v1/deliveries?party=XAA&status=CONTESTED", USER).size());
        told.put("toConfirm", (long) api.list("/api/v1/deliveries?recipient=XAA&awaiting=CONFIRMATION", USER).size());
        told.put("obligations", api.list("/api/v1/obligations?party=XAA", USER).stream()
                .filter(one -> !one.path("over").asBoolean() && !one.path("state").asText().equals("DONE")).count());
        told.put("questions", api.list("/api/v1/questions?party=XAA", USER).stream()
                .filter(one -> !one.path("status").asText().equals("RESOLVED")).count());
        Map<String, Long> shown = new TreeMap<>();
        told.keySet().forEach(
                card -> shown.put(card, (long) window.page().locator("[data-desk='" + card + "'] > ul > li").count()));
        assertEquals(told, shown);
        assertTrue(told.values().stream().mapToLong(Long::longValue).sum() > 0, told.toString());
    }

    private static BigDecimal count(Iterable<JsonNode> of, Predicate<JsonNode> which) {
        return BigDecimal.valueOf(StreamSupport.stream(of.spliterator(), false).filter(which).count());
    }
}
