package org.surety.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForFunctionOptions;

/**
 * One window on the board, with the cookies of one browser. It keeps whatever the page complains of: an error, an exception that nobody
 * caught, something that the page's own policy forbids.
 */
final class BoardWindow implements AutoCloseable {
    private static final String POLICY_WATCH = """
            document.addEventListener('securitypolicyviolation',
              event => console.error('policy: ' + event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample))""";
    /** What a browser says of every answer of 400 or more that a page gets, expected or not; tests look at what the page makes of it. */
    private static final String REFUSED = "Failed to load resource: the server responded with a status of 4";
    private static final String LIVE = ".status[data-state=live]";
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    BoardWindow(BrowserContext context) {
        this.context = context;
        context.addInitScript(POLICY_WATCH);
        page = context.newPage();
        page.onConsoleMessage(this::hear);
        page.onPageError(complaints::add);
    }

    private void hear(ConsoleMessage message) {
        if (message.type().equals("error") && !message.text().startsWith(REFUSED)) {
            complaints.add(message.text());
        }
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** Goes to the board, is led to the identity provider, and comes back as that user, whose password is the name. */
    void signIn(String user) {
        page.navigate("/");
        page.locator("a[href='/sign-in']").click();
        page.locator("a[href='/sign-in/start']").click();
        page.locator("#username").fill(user);
        page.locator("#password").fill(user);
        page.locator("#kc-login").click();
        page.locator("main[data-panel]").waitFor();
        settle();
    }

    /** Everything that makes this window the user's. */
    String session() {
        return context.storageState();
    }

    /** Shows a panel with more of an address, such as {@code &series=REAL}, and waits until it has its answers. */
    Locator show(String panel, String more) {
        page.navigate("/?panel=" + panel + more);
        settle();
        return panel(panel);
    }

    Locator show(String panel) {
        return show(panel, "");
    }

    Locator panel(String name) {
        return page.locator("surety-board [data-panel='" + name + "']");
    }

    /** Waits until nothing is busy any more and the stream of changes is there. */
    void settle() {
        page.locator(LIVE).waitFor();
        page.waitForFunction("() => document.querySelector('main[data-panel]') && !document.querySelector('[aria-busy=true]')");
    }

    /** What stands where the attribute has that value, as a number; empty places and words are none. */
    BigDecimal number(String attribute, String value) {
        return read(page.locator("[" + attribute + "='" + value + "']").first().innerText());
    }

    /** Everything that carries the attribute in the panel that is shown, by its value. */
    Map<String, BigDecimal> numbers(String attribute) {
        Object found = page.evaluate(
                "name => [...document.querySelectorAll('main [' + name + ']')].map(e => [e.getAttribute(name), e.textContent])",
                attribute);
        Map<String, BigDecimal> numbers = new TreeMap<>();
        for (Object pair : (List<?>) found) {
            List<?> both = (List<?>) pair;
            BigDecimal number = read((String) both.get(1));
            BigDecimal before = numbers.put((String) both.get(0), number);
            if (before != null) {
                assertEquals(before, number, "twice and not the same: " + both.get(0));
            }
        }
        return numbers;
    }

    /** A number as English writes it, with what is said after it for those who hear it. */
    private static BigDecimal read(String text) {
        String digits = text.strip().replaceAll("\\s.*", "").replace(",", "");
        return digits.matches("-?[0-9]+(\\.[0-9]+)?") ? plain(new BigDecimal(digits)) : null;
    }

    /** The number in an answer, in the one form in which two equal numbers are equal. */
    static BigDecimal plain(JsonNode number) {
        return plain(number.decimalValue());
    }

    private static BigDecimal plain(BigDecimal number) {
        return new BigDecimal(number.stripTrailingZeros().toPlainString());
    }

    /**
     * Waits until a figure shows the number, looking at every frame that is drawn.
     *
     * @return the milliseconds it took
     */
    double awaitFigure(String key, long number) {
        long begun = System.nanoTime();
        page.waitForFunction(
                """
                        ([key, number]) => document.querySelector(`[data-figure="${key}"]`)?.textContent.replaceAll(/[^0-9]/g, '') === number""",
                List.of(key, Long.toString(number)), new WaitForFunctionOptions());
        return (System.nanoTime() - begun) / 1e6;
    }

    /** Ends the session as another window of the same browser does it. */
    void signOutElsewhere(String origin) {
        assertEquals(200, context.request().post("/sign-out",
                com.microsoft.playwright.options.RequestOptions.create().setHeader("X-Surety", "1").setHeader("Origin", origin))
                .status());
    }

    /** Presses a key until the element has the focus, as somebody without a mouse does. */
    void tabTo(Locator element, int most) {
        List<String> passed = new ArrayList<>();
        for (int pressed = 0; pressed < most; pressed++) {
            page.keyboard().press("Tab");
            if ((Boolean) element.evaluate("element => element === document.activeElement")) {
                return;
            }
            passed.add(String.valueOf(page.evaluate("() => document.activeElement?.outerHTML.slice(0, 80)")));
        }
        throw new AssertionError("not reached with " + most + " steps: " + element + "; passed: " + passed);
    }

    /** What the page complained of until now. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        context.close();
    }
}
