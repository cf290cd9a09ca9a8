package org.surety.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.surety.gateway.problem.ProblemType;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;

/** A page of the register listens with the session of its browser. */
@QuarkusTest
@WithTestResource(FeedSurroundings.class)
class StreamSessionTest extends FeedTest {

    @Test
    void pageListensUntilTheSessionIsEnded() throws IOException {
        Browser browser = signIn(300);
        try (EventStream stream = listen(browser)) {
            assertEquals(200, stream.status());
            stream.first();
            Logged change = append(1, 1);
            await("the change", () -> stream.changes().equals(List.of(change.id())));
            assertEquals(200, browser.send("POST", "/sign-out", "", "origin", Surroundings.OWN_ADDRESS, "x-surety", "1").status());
            assertEquals("session-ended", stream.end());
        }
    }

    @Test
    void streamEndsWithTheTokenOfTheSession() throws IOException {
        try (EventStream stream = listen(signIn(4))) {
            assertEquals(200, stream.status());
            assertEquals("token-expired", stream.end());
        }
    }

    @Test
    void pageOfAnotherSiteDoesNotListen() {
        Browser browser = signIn(300);
        assertTrue(browser.get(PATH + "/stream", "sec-fetch-site", "cross-site", "sec-fetch-mode", "cors")
                .is(ProblemType.CROSS_ORIGIN));
    }

    private EventStream listen(Browser browser) throws IOException {
        String cookies = browser.cookies().entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return new EventStream(port, "", "Cookie", cookies, "Sec-Fetch-Site", "same-origin", "Sec-Fetch-Mode", "cors", "Accept",
                "text/event-stream");
    }

    private Browser signIn(int lifetime) {
        Browser browser = new Browser(Surroundings.OWN_ADDRESS, port);
        String asked = browser.get("/sign-in/start").header("location");
        JsonObject wish = new JsonObject().put("nonce", parameter(asked, "nonce"))
                .put("challenge", parameter(asked, "code_challenge"))
                .put("sid", UUID.randomUUID().toString()).put("lifetime", lifetime);
        String opened = browser.get("/sign-in/callback?state=" + parameter(asked, "state") + "&code=" + OwnTokenEndpoint.code(wish))
                .header("location");
        assertEquals("/", opened);
        return browser;
    }

    private static String parameter(String url, String name) {
        Matcher value = Pattern.compile("[?&]" + name + "=([^&]+)").matcher(url);
        assertTrue(value.find(), name + " in " + url);
        return URLDecoder.decode(value.group(1), StandardCharsets.UTF_8);
    }
}
