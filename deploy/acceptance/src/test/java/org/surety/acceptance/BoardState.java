package org.surety.acceptance;

import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;

/** A state of the board in which no panel is by itself, and how it is reached in a fresh window. */
enum BoardState {
    REQUIREMENT_OPENED((window, records) -> {
        window.show("coverage", "&requirement=" + records.requirement());
        window.page().locator("surety-contributions table tbody tr").first().waitFor();
    }), COMMITMENT((window, records) -> window.show("commitment", "&id=" + records.commitment().id())), TABLES_IN_FRENCH(
            (window, records) -> window.show("breaks",
                    "&lang=fr&view-weak-links=table&view-below-minimum=table&view-credibility=sources")), WHAT_IF_EVALUATED(
                            (window, records) -> {
                                window.show("what-if", "&steps=WITHDRAW_PARTY,party:XAI");
                                window.page().locator("[data-then]").first().waitFor();
                            }), NOTHING_KNOWN_YET(
                                    (window, records) -> window.show("coverage", "&known=2020-01-01T00:00:00Z")), LOADING(
                                            (window, records) -> {
                                                window.page().route("**/api/v1/approvals?*", route -> {
                                                    // Never answered: the window is closed over it.
                                                });
                                                window.page().navigate("/?panel=approvals");
                                                window.page().locator("main [aria-busy=true]").first().waitFor();
                                            }), REFUSED((window, records) -> {
                                                answer(window, "**/api/v1/weak-links*", 400,
                                                        "\"violations\": [{\"field\": \"upTo\", \"message\": \"must be 1 to 3\"}],");
                                                window.show("breaks").locator(".state.failed").first().waitFor();
                                            }), FORBIDDEN((window, records) -> {
                                                answer(window, "**/api/v1/coverage?*", 403, "");
                                                window.show("coverage").locator(".state.failed").first().waitFor();
                                            }), STALE((window, records) -> {
                                                window.show("coverage");
                                                answer(window, "**/api/v1/coverage?*", 503, "");
                                                records.exercise().requirement("Board: while there is no answer");
                                                window.page().locator(".state.stale").first().waitFor();
                                            }), RECONNECTING((window, records) -> {
                                                window.page().route("**/api/v1/changes/stream*", Route::abort);
                                                window.page().navigate("/");
                                                window.page().locator(".status[data-state=away]").waitFor();
                                                window.page().locator("[data-requirement]").first().waitFor();
                                            }), SESSION_ENDED((window, records) -> {
                                                window.show("breaks");
                                                answer(window, "**/api/v1/approvals?*", 401, "");
                                                window.page().locator("nav.panels a[href*='panel=approvals']").click();
                                                window.page().locator("main.door").waitFor();
                                            }), DRAFT_WITH_MISTAKES((window, records) -> {
                                                window.show("work", "&task=draft&id=new");
                                                window.page().locator("button:has-text('Save the draft')").click();
                                                window.page().locator("#draft-summary").waitFor();
                                            }), CONFLICT((window, records) -> {
                                                window.show("work", "&task=draft&id=" + records.draft().id());
                                                window.page().locator("#draft-title").fill("Board: mine");
                                                answer(window, "**/api/v1/commitments/" + records.draft().id(), 412, "");
                                                window.page().locator("button:has-text('Save the draft')").click();
                                                window.page().locator(".conflict").waitFor();
                                            }), IMPORT_TRIED_OUT((window, records) -> {
                                                window.show("work", "&task=import");
                                                window.page().locator("#import-file").setInputFiles(new FilePayload("rows.csv",
                                                        "text/csv",
                                                        "externalId,party,basis,kind,title,label\r\nB-9,XAA,GUARANTEE,NOT_A_KIND,Board: a row,COALITION\r\n"
                                                                .getBytes(StandardCharsets.UTF_8)));
                                                window.page().getByText("Try it out").click();
                                                window.page().locator("work-import-job table").waitFor();
                                            }), ACT((window, records) -> window.show("work",
                                                    "&task=act&act=readiness&id=" + records.commitment().id())), DELIVERY(
                                                            (window, records) -> window.show("work", "&task=delivery")), SHARE(
                                                                    (window, records) -> window.show("work", "&task=share")), STEP(
                                                                            (window, records) -> window.show("work",
                                                                                    "&task=step")), RESTRUCTURE(
                                                                                            (window, records) -> window.show("work",
                                                                                                    "&task=restructure")), OBLIGATION(
                                                                                                            (window, records) -> window
                                                                                                                    .show("work",
                                                                                                                            "&task=obligation"));

    /**
     * Records of Amber that states show.
     *
     * @param commitment filed for the requirement
     * @param draft      not filed
     */
    record Records(Exercise exercise, String requirement, Answer commitment, Answer draft) {
        static Records make(Api api) {
            Exercise exercise = new Exercise(api);
            String requirement = exercise.requirement("Board: seen in every state");
            return new Records(exercise, requirement,
                    exercise.filed("XAA", "Board: behind a number", requirement, 7, "{\"release\": \"COALITION\"}"),
                    exercise.draft("XAA", "Board: as it was", requirement, 8, "{\"release\": \"COALITION\"}"));
        }
    }

    private final BiConsumer<BoardWindow, Records> way;

    BoardState(BiConsumer<BoardWindow, Records> way) {
        this.way = way;
    }

    void reach(BoardWindow window, Records records) {
        way.accept(window, records);
    }

    /** Whatever writes or reads there is answered with a problem; what has to be read for a conflict is read. */
    private static void answer(BoardWindow window, String where, int status, String more) {
        Page page = window.page();
        page.route(where, route -> {
            if (status == 412 && route.request().method().equals("GET")) {
                route.resume();
            } else {
                route.fulfill(new Route.FulfillOptions().setStatus(status).setContentType("application/problem+json")
                        .setBody(
                                "{%s \"title\": \"Not as it was asked\", \"status\": %d, \"traceId\": \"0123456789abcdef0123456789abcdef\"}"
                                        .formatted(more, status)));
            }
        });
    }
}
