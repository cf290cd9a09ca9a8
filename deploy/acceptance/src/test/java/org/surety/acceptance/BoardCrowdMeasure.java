package org.surety.acceptance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.surety.drills.CoverageWorld;
import org.surety.local.Options;
import org.surety.local.Ports;
import org.surety.local.Progress;
import org.surety.local.Suite;

/**
 * How fast the board answers clicks in a register that really holds 40 parties, 200 requirements and 5,000 commitments: a suite of its own, for a
 * machine that does nothing else. Run by name alone: {@code ./mvnw verify -pl deploy/acceptance -am -Dtest=BoardTypesTest
 * -Dit.test=BoardCrowdMeasure -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class BoardCrowdMeasure {
    private static final int FIRST_BASE = 9500;
    private static final double LIMIT_MILLIS = 200;
    private static final int CLICKS = 40;

    @Test
    void clicksAreAnsweredInAFifthOfASecond() throws Exception {
        Path root = Path.of(System.getProperty("surety.root"));
        Options options = Options.in(root).withFolder(root.resolve(".local").resolve("board-crowd"))
                .withPortBase(Ports.firstFree(FIRST_BASE).base()).withReset();
        try (Progress progress = new Progress(System.out); Suite suite = Suite.start(options, progress)) {
            CoverageWorld world = new CoverageWorld(suite, progress, 40, 200);
            world.state();
            world.commit(1, 5_000);
            try (BoardBrowser browser = BoardBrowser.start(suite.instance()); BoardWindow window = browser.of("xaa.reader")) {
                BoardClicks.slowest(window, 10); // pages that are met for the first time, on both sides
                double slowest = BoardClicks.slowest(window, CLICKS);
                assertTrue(slowest <= LIMIT_MILLIS, "a click took " + slowest + " ms");
            }
        }
    }
}
