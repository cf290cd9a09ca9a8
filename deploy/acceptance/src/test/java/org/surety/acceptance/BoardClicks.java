package org.surety.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a person clicks at where there is much to see, and how long it takes until the picture after it is drawn. */
final class BoardClicks {
    private static final Map<String, Map<String, String>> OF_PANELS = Map.of(
            "coverage", Map.of("open what is behind", "document.querySelectorAll('.requirement > p:last-of-type a')[i].click()",
                    "table and back", "document.querySelectorAll('.views a')[i % 2 ? 0 : 1].click()"),
            "carriers", Map.of("sort", "document.querySelectorAll('table.heat thead tr:last-child a.sort')[1 + i % 20].click()",
                    "turn", "document.querySelector('.choices a.button').click()",
                    "another stage", "document.querySelectorAll('.choices span a')[i % 4].click()"));

    private BoardClicks() {
    }

    /**
     * Clicks at each so many times and prints what it took.
     *
     * @return the milliseconds of the slowest kind of click, at its 95th percentile
     */
    static double slowest(BoardWindow window, int times) {
        double slowest = 0;
        for (Map.Entry<String, Map<String, String>> panel : OF_PANELS.entrySet()) {
            window.show(panel.getKey());
            for (Map.Entry<String, String> click : panel.getValue().entrySet()) {
                slowest = Math.max(slowest, p95(window, panel.getKey() + ", " + click.getKey(), click.getValue(), times));
            }
        }
        return slowest;
    }

    private static double p95(BoardWindow window, String what, String click, int times) {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            millis.add(((Number) window.page().evaluate("i => new Promise(done => { const begun = performance.now(); " + click
                    + "; requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun))); })", i)).doubleValue());
        }
        millis.sort(null);
        double p95 = millis.get((int) Math.ceil(times * 0.95) - 1);
        System.out.printf("board, %s: median %.0f ms, p95 %.0f ms of %d%n", what, millis.get(times / 2), p95, times);
        return p95;
    }
}
