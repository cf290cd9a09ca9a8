package org.surety.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.microsoft.playwright.Route;

/** How fast the board answers a person where there is much: 40 parties, 200 requirements, and more parts than 5,000 commitments have. */
@ExtendWith(SuiteExtension.class)
class BoardSpeedIT {
    private static final List<String> PRIORITIES = List.of("CEASEFIRE_MONITORING", "ARMED_FORCES_SUPPORT", "MULTINATIONAL_FORCE",
            "RENEWED_AGGRESSION_RESPONSE", "LONG_TERM_DEFENCE_COOPERATION");
    /** Of 200 promised ones on a machine that does nothing else; here it runs the whole suite, a browser and a build on two cores. */
    private static final double LIMIT_MILLIS = 3_000;
    private static final String AMOUNT = "{\"quantity\": %d, \"undisclosed\": 0, \"commitments\": 3}";

    /** The answer is made here: what counts is what the browser has to do with it. */
    @Test
    void muchIsStillQuick(BoardBrowser browser) {
        try (BoardWindow window = browser.of("xab.editor")) {
            window.page().route("**/api/v1/coverage?*", BoardSpeedIT::answerMuch);
            double slowest = BoardClicks.slowest(window, 6);
            assertEquals(40, columns(window, ""), "one priority of five");
            assertEquals(200, columns(window, "&priority=all"));
            assertTrue(slowest < LIMIT_MILLIS, "a click took longer than " + LIMIT_MILLIS + " ms");
        }
    }

    private static int columns(BoardWindow window, String more) {
        return window.show("carriers", more).locator("table.heat thead tr:last-child a.sort").count() - 1;
    }

    private static void answerMuch(Route route) {
        String priorities = PRIORITIES.stream()
                .map(priority -> "{\"priority\": \"%s\", \"title\": \"\", \"requirements\": [%s]}".formatted(priority,
                        IntStream.range(0, 40).mapToObj(i -> requirement(priority, i)).collect(Collectors.joining(","))))
                .collect(Collectors.joining(","));
        route.fulfill(new Route.FulfillOptions().setContentType("application/json").setBody(
                "{\"series\": \"EXERCISE\", \"note\": \"\", \"asOf\": \"2026-01-01\", \"rules\": {}, \"priorities\": [%s]}"
                        .formatted(priorities)));
    }

    private static String requirement(String priority, int number) {
        String parties = IntStream.range(0, 40)
                .mapToObj(i -> "{\"party\": \"X%c%c\", \"pledged\": %d, \"committed\": %d, \"assured\": %d, \"available\": 0}"
                        .formatted('A' + i / 26, 'A' + i % 26, i * 3, i * 2, i))
                .collect(Collectors.joining(","));
        return """
                {"requirement": "%s-%d", "title": "Requirement %d", "unit": "soldiers", "domain": "LAND", "needed": 1000, "minimum": 500,
                 "rotationFactor": 1, "pledged": %s, "committed": %s, "excluded": [], "attributes": [], "parties": [%s],
                 "assured": {"quantity": %d, "undisclosed": 0, "commitments": 2, "available": %s, "dormant": []},
                 "delivered": {"quantity": 10, "undisclosed": 0, "deliveries": 1}}"""
                .formatted(priority, number, number, AMOUNT.formatted(900),
                        AMOUNT.formatted(700), parties, 400 + number * 10, AMOUNT.formatted(200));
    }
}
