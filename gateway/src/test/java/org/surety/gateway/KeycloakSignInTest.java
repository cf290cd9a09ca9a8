package org.surety.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.gateway.Browser.Page;
import org.surety.gateway.problem.ProblemType;
import org.surety.local.TestParts;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;

/** Sign-in, session and sign-out by a browser with a real Keycloak and the realm the project ships. */
@QuarkusTest
@WithTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "issuer", value = "keycloak"))
class KeycloakSignInTest {

    private static final String API = "/api/v1/parties/echo";
    private static final Pattern JWT = Pattern.compile("eyJ[A-Za-z0-9_-]+\\.eyJ[A-Za-z0-9_-]+\\.");

    @Inject
    Config config;

    private Browser browser;
    private String address;

    @BeforeEach
    void open() {
        address = config.getValue("SURETY_GATEWAY_URL", String.class);
        browser = new Browser(address, config.getValue("quarkus.http.port", Integer.class));
    }

    @Test
    void personSignsInByTheFormOfTheIdentityProvider() {
        Page start = browser.get("/sign-in/start", "sec-fetch-mode", "navigate");
        assertEquals(302, start.status());
        String provider = start.header("location");
        assertTrue(provider.startsWith(config.getValue("SURETY_OIDC_ISSUER", String.class) + "/"), provider);
        assertTrue(provider.contains("code_challenge_method=S256") && provider.contains("nonce=") && provider.contains("state="));
        Page form = browser.get(provider);
        assertTrue(form.body().contains("not accredited for classified information"), form.body());
        Page back = browser.submit(form, "username=xaa.editor&password=xaa.editor");
        assertTrue(back.header("location").startsWith(address + "/sign-in/callback?"), back.all());

        Page opened = browser.get(back.header("location"));
        assertEquals(302, opened.status(), opened.all());
        assertEquals("/", opened.header("location"));
        assertEquals("no-store", opened.header("cache-control"));
        List<String> cookies = opened.setCookies("q_session_browser");
        assertFalse(cookies.isEmpty());
        for (String cookie : cookies) {
            assertTrue(cookie.contains("; Path=/;") && cookie.contains("; HTTPOnly") && cookie.contains("; SameSite=Lax"), cookie);
            // Plain http on the loopback address: the one exception.
            assertFalse(cookie.contains("Domain") || cookie.contains("; Secure"), cookie);
        }
        assertTrue(browser.cookies().keySet().stream().noneMatch(name -> name.startsWith("q_auth")), "the state is used up");
    }

    @Test
    void codeIsGoodForTheBrowserThatAskedForItAlone() {
        Page back = browser.submit(browser.get(browser.get("/sign-in/start").header("location")),
                "username=xaa.editor&password=xaa.editor");
        Browser other = new Browser(address, config.getValue("quarkus.http.port", Integer.class));
        assertTrue(other.get(back.header("location")).is(ProblemType.SIGN_IN_FAILED));
        other.get("/sign-in/start");
        assertTrue(other.get(back.header("location")).is(ProblemType.SIGN_IN_FAILED));
        assertTrue(browser.get("/sign-in/callback").is(ProblemType.SIGN_IN_FAILED));
        assertTrue(other.get("/session").is(ProblemType.UNAUTHENTICATED));
    }

    @Test
    void sessionUsesTheApiAndNoTokenAndNoCookieGoesAstray() {
        signIn("xaa.editor");
        Page answer = browser.get(API);
        assertEquals(200, answer.status(), answer.all());
        var seen = answer.json().getJsonObject("headers");
        assertTrue(seen.getJsonArray("authorization").getString(0).startsWith("Bearer eyJ"));
        assertFalse(seen.containsKey("cookie"));

        Page session = browser.get("/session");
        assertEquals(200, session.status());
        assertEquals("xaa.editor", session.json().getString("name"));
        assertEquals("XAA", session.json().getString("party"));
        assertEquals(new JsonArray().add("editor").add("reader"), session.json().getJsonArray("roles"));
        assertEquals("SESSION", session.json().getString("by"));
        assertTrue(Instant.parse(session.json().getString("until")).isAfter(Instant.now().plusSeconds(1800)));
        assertTrue(session.json().getString("notice").contains("not accredited for classified information"));
        assertEquals(address, session.json().getJsonObject("unsafeMethods").getString("origin"));
        for (Page page : List.of(session, browser.get("/openapi"), browser.get("/api/v1/nothing"))) {
            assertFalse(JWT.matcher(page.all()).find(), page.all());
        }
    }

    @Test
    void unsafeMethodsAreForTheRegistersOwnPages() {
        signIn("xaa.editor");
        assertEquals(200, browser.send("POST", API, "{}", "origin", address, "x-surety", "1").status());
        assertEquals(200, browser.send("POST", API, "{}", "sec-fetch-site", "same-origin", "x-surety", "1").status());
        assertTrue(browser.send("POST", API, "{}", "origin", address).is(ProblemType.SESSION_HEADER_MISSING));
        for (String[] foreign : List.of(new String[]{ "origin", "http://evil.example", "x-surety", "1"},
                new String[]{ "origin", "null", "x-surety", "1"}, new String[]{ "x-surety", "1"},
                new String[]{ "origin", address, "sec-fetch-site", "same-site", "x-surety", "1"},
                new String[]{ "sec-fetch-site", "none", "x-surety", "1"})) {
            for (String method : List.of("POST", "PUT", "DELETE")) {
                assertTrue(browser.send(method, API, "{}", foreign).is(ProblemType.CROSS_ORIGIN), method + List.of(foreign));
            }
        }
        assertTrue(browser.get(API, "sec-fetch-site", "cross-site", "sec-fetch-mode", "cors").is(ProblemType.CROSS_ORIGIN));
        assertEquals(200, browser.get(API, "sec-fetch-site", "cross-site", "sec-fetch-mode", "navigate").status());
        assertEquals(200, browser.get(API, "sec-fetch-site", "same-origin", "sec-fetch-mode", "cors").status());
    }

    @Test
    void tokenCountsBeforeTheSessionAndABadOneIsNotMadeUpForByIt() {
        signIn("xaa.editor");
        Page program = browser.get("/session", "authorization", "Bearer " + TestParts.token("xab.reader"));
        assertEquals("xab.reader", program.json().getString("name"));
        assertEquals("TOKEN", program.json().getString("by"));
        assertEquals(200, browser.send("POST", API, "{}", "authorization", "Bearer " + TestParts.token("xab.reader")).status());
        assertTrue(browser.get(API, "authorization", "Bearer nonsense").is(ProblemType.UNAUTHENTICATED));
        assertTrue(browser.get(API, "authorization", "Basic eDp5").is(ProblemType.UNAUTHENTICATED));
    }

    @Test
    void signOutEndsTheSessionHereAndAtTheIdentityProvider() {
        signIn("xaa.editor");
        Map<String, String> copy = Map.copyOf(browser.cookies());
        assertTrue(browser.send("POST", "/sign-out", "", "origin", address).is(ProblemType.SESSION_HEADER_MISSING));
        assertEquals(405, browser.get("/sign-out").status());
        Page out = browser.send("POST", "/sign-out", "", "origin", address, "x-surety", "1");
        assertEquals(200, out.status(), out.all());
        assertFalse(JWT.matcher(out.all()).find());
        assertTrue(browser.cookies().isEmpty(), browser.cookies().keySet().toString());
        assertTrue(browser.get(API).is(ProblemType.UNAUTHENTICATED));
        browser.cookies().putAll(copy);
        assertTrue(browser.get(API).is(ProblemType.UNAUTHENTICATED), "a copy of the cookies is worth nothing");

        String end = out.json().getString("endAtIdentityProvider");
        Page asked = browser.get(end);
        Page done = browser.submit(asked, hidden(asked));
        assertEquals(address + "/sign-in", done.header("location"), done.all());
        Page form = browser.get(browser.get("/sign-in/start").header("location"));
        assertTrue(form.body().contains("name=\"password\""), "the identity provider asks again");
    }

    @Test
    void identityProviderEndsTheSessionByItsBackChannel() throws IOException {
        signIn("xac.reader");
        assertEquals(200, browser.get(API).status());
        // The person signs out there, without the gateway: it is told, and asked nothing.
        String issuer = config.getValue("SURETY_OIDC_ISSUER", String.class);
        Page asked = browser.get(issuer + "/protocol/openid-connect/logout?client_id=gateway");
        browser.submit(asked, hidden(asked));
        GatewayTest.await("the session is over", () -> browser.get(API).status() == 401);
        assertTrue(browser.get(API).is(ProblemType.UNAUTHENTICATED));
    }

    @Test
    void programIsNeverSentToSignIn() {
        assertTrue(browser.get(API).is(ProblemType.UNAUTHENTICATED));
        assertTrue(browser.get(API, "accept", "text/html", "sec-fetch-mode", "navigate").is(ProblemType.UNAUTHENTICATED));
        assertTrue(browser.get("/session").is(ProblemType.UNAUTHENTICATED));
        assertTrue(browser.get("/sign-in/start", "sec-fetch-mode", "cors").is(ProblemType.UNAUTHENTICATED));
        assertTrue(browser.get("/browser/api", "accept", "text/html").is(ProblemType.UNAUTHENTICATED));
    }

    private void signIn(String user) {
        Page form = browser.get(browser.get("/sign-in/start").header("location"));
        Page back = browser.submit(form, "username=" + user + "&password=" + user);
        assertEquals("/", browser.get(back.header("location")).header("location"));
    }

    private static String hidden(Page page) {
        Matcher code = Pattern.compile("name=\"session_code\" value=\"([^\"]*)\"").matcher(page.body());
        assertTrue(code.find(), page.body());
        return "session_code=" + code.group(1) + "&confirmLogout=Logout";
    }
}
