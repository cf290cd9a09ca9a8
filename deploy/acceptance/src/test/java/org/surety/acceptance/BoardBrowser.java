package org.surety.acceptance;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.surety.local.Chromium;
import org.surety.local.Instance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;

/**
 * The machine's Chromium, without a screen, started once for all classes that look at the board. It and the program between it and this
 * process end with {@link #close}, and when this process ends in any other way: that program reads from it, and stops when there is nobody.
 */
final class BoardBrowser implements AutoCloseable {
    /** A person's browser; 1,280 pixels are a laptop's. */
    static final int WIDTH = 1280;
    static final int HEIGHT = 900;
    private static final double LIMIT_MILLIS = 30_000;
    private static final List<String> FLAGS = List.of("--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage");
    private final Instance instance;
    private final Playwright playwright;
    private final Browser chromium;
    private final Map<String, String> sessions = new ConcurrentHashMap<>();

    private BoardBrowser(Instance instance, Playwright playwright, Browser chromium) {
        this.instance = instance;
        this.playwright = playwright;
        this.chromium = chromium;
    }

    static BoardBrowser start(Instance instance) {
        Path program = Chromium.require(line -> System.out.println("Chromium " + line), instance.log("chromium-installation"));
        Playwright playwright = Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        try {
            // Its own sandbox needs a user who is not root.
            Browser chromium = playwright.chromium().launch(new LaunchOptions().setExecutablePath(program).setHeadless(true)
                    .setChromiumSandbox(!"root".equals(System.getProperty("user.name"))).setArgs(FLAGS).setTimeout(LIMIT_MILLIS));
            return new BoardBrowser(instance, playwright, chromium);
        } catch (RuntimeException | Error e) {
            playwright.close();
            throw e;
        }
    }

    /** A window of nobody, in English. */
    BoardWindow open() {
        return open(options());
    }

    /** A window of nobody that is like this. */
    BoardWindow open(NewContextOptions options) {
        BrowserContext context = chromium.newContext(options.setBaseURL(instance.gatewayUrl()));
        context.setDefaultTimeout(LIMIT_MILLIS);
        return new BoardWindow(context);
    }

    /** A window of a user who has signed in. */
    BoardWindow of(String user) {
        return of(user, options());
    }

    /** The same, like this. A user signs in once: later windows share the session, as the windows of one browser do. */
    BoardWindow of(String user, NewContextOptions options) {
        String session = sessions.computeIfAbsent(user, name -> {
            try (BoardWindow first = open()) {
                first.signIn(name);
                return first.session();
            }
        });
        return open(options.setStorageState(session));
    }

    static NewContextOptions options() {
        return new NewContextOptions().setLocale("en-GB").setTimezoneId("UTC").setViewportSize(WIDTH, HEIGHT);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
