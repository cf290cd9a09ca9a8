package org.surety.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;

/**
 * The board in every state that a person meets, held against the rules of WCAG 2.2 at level AA that a program can check. The page's policy is
 * off here and here only: the rules are a script that is put into the page.
 */
@ExtendWith(SuiteExtension.class)
class BoardAccessIT {
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    /** Those that hang on colours and widths: all others find the same in every look, and are asked for in one. */
    private static final List<String> OF_LOOKS = List.of("color-contrast", "link-in-text-block", "target-size",
            "scrollable-region-focusable");
    private static final List<String> PANELS = List.of("coverage", "carriers", "approvals", "delegations", "breaks", "what-if",
            "changes", "desk", "work", "brief");
    private static final int PHONE = 360;
    private static BoardBrowser browser;
    private static BoardState.Records records;

    /** What has charts, a large table and a form. */
    private static final List<String> SOME = List.of("coverage", "carriers", "what-if");

    /** How a person looks at it; each look has more than one difference, so that few runs see all of them. */
    private enum Look {
        LIGHT, DARK_ON_A_PHONE, HIGH_CONTRAST_TWICE_AS_LARGE;

        NewContextOptions options() {
            NewContextOptions options = BoardBrowser.options().setBypassCSP(true).setReducedMotion(ReducedMotion.REDUCE);
            return switch (this) {
                case LIGHT -> options;
                case DARK_ON_A_PHONE -> options.setColorScheme(ColorScheme.DARK).setViewportSize(PHONE, 740).setIsMobile(true)
                        .setHasTouch(true);
                // What zooming to 200 % leaves of a laptop's window.
                case HIGH_CONTRAST_TWICE_AS_LARGE -> options.setForcedColors(ForcedColors.ACTIVE)
                        .setViewportSize(BoardBrowser.WIDTH / 2, BoardBrowser.HEIGHT / 2).setDeviceScaleFactor(2);
            };
        }

        List<String> panels() {
            return this == HIGH_CONTRAST_TWICE_AS_LARGE ? SOME : PANELS;
        }
    }

    @BeforeAll
    static void take(RunningSuite running, BoardBrowser chromium) {
        browser = chromium;
        records = BoardState.Records.make(running.api());
    }

    @ParameterizedTest
    @MethodSource("looks")
    void noPanelBreaksARuleNorNeedsSidewaysScrolling(Look look) {
        try (BoardWindow window = browser.of("xaa.editor", look.options())) {
            for (String panel : look.panels()) {
                window.show(panel);
                assertEquals(List.of(), look == Look.LIGHT ? violations(window) : violationsOfLook(window), panel + " " + look);
                assertEquals(0L, overhang(window), panel + " " + look + ": pixels that stand out of the window");
            }
        }
    }

    static Stream<Look> looks() {
        return Stream.of(Look.values());
    }

    @ParameterizedTest
    @MethodSource("looks")
    void noStateOfTheDoorBreaksARule(Look look) {
        try (BoardWindow window = browser.open(look.options())) {
            window.page().navigate("/");
            window.page().locator("a[href='/sign-in']").waitFor();
            assertEquals(List.of(), violations(window), "nobody " + look);
            window.page().navigate("/sign-in");
            assertEquals(List.of(), violations(window), "/sign-in " + look);
        }
    }

    /** Reached once and looked at twice: its colours and its width are what the looks change. */
    @ParameterizedTest
    @EnumSource
    void noStateBreaksARuleInEitherLook(BoardState state) {
        try (BoardWindow window = browser.of("xaa.editor", Look.LIGHT.options())) {
            state.reach(window, records);
            assertEquals(List.of(), violations(window), state + " in light on a desk");
            window.page().emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            window.page().setViewportSize(PHONE, 740);
            assertEquals(List.of(), violationsOfLook(window), state + " in dark on a telephone");
            assertEquals(0L, overhang(window), state + ": pixels that stand out of a telephone's window");
        }
    }

    private static List<String> violations(BoardWindow window) {
        return found(axe(window).withTags(RULES));
    }

    private static List<String> violationsOfLook(BoardWindow window) {
        return found(axe(window).withRules(OF_LOOKS));
    }

    private static AxeBuilder axe(BoardWindow window) {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        // In the page itself: there are no frames for which the rules would need another.
        return new AxeBuilder(window.page()).options(options).setLegacyMode(true);
    }

    private static List<String> found(AxeBuilder axe) {
        return axe.analyze().getViolations().stream().flatMap(rule -> rule.getNodes().stream()
                .map(node -> rule.getId() + ": " + node.getTarget() + " " + node.getHtml().lines().findFirst().orElse("") + " "
                        + node.getFailureSummary()))
                .limit(20).toList();
    }

    private static long overhang(BoardWindow window) {
        return ((Number) window.page().evaluate(
                "() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)")).longValue();
    }
}
