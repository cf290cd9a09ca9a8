package org.surety.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.gateway.Browser.Page;
import org.surety.gateway.Wire.Answer;
import org.surety.gateway.problem.ProblemType;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;

/** Sessions in the ways a real identity provider cannot be made to show soon enough: expired, renewed, ended, forged. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class SessionTest extends GatewayTest {

    private static final String API = "/api/v1/parties/echo";
    private static final String BACK_CHANNEL = "/sign-out/back-channel";
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private final String sid = UUID.randomUUID().toString();
    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(Surroundings.OWN_ADDRESS, port);
    }

    @Test
    void signInPageSaysWhatMayNotBeEntered() throws IOException {
        Answer page = Wire.ask(port, "GET /sign-in HTTP/1.1");
        assertEquals(200, page.status());
        assertEquals("text/html; charset=utf-8", page.header("content-type"));
        assertTrue(page.body().contains("Surety is not accredited for classified information."));
        assertTrue(page.body().contains("href=\"/sign-in/start\""));
        assertEquals("default-src 'none'; frame-ancestors 'none'", page.header("content-security-policy"));
        assertTrue(Wire.ask(port, "POST /sign-in/start HTTP/1.1", "Content-Length: 0").isProblem(ProblemType.METHOD_NOT_ALLOWED));
        assertTrue(Wire.ask(port, "GET " + BACK_CHANNEL + " HTTP/1.1").isProblem(ProblemType.METHOD_NOT_ALLOWED));
        assertTrue(get("/sign-in/start").isProblem(ProblemType.UNAUTHENTICATED), "a program has its token");
    }

    @Test
    void redirectLeadsToTheConfiguredAddressWhateverTheRequestSays() throws IOException {
        try (Wire wire = new Wire(port)) {
            wire.send("GET /sign-in/start HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n\r\n");
            Answer start = wire.answer();
            assertEquals(302, start.status());
            assertEquals("https://register.example/sign-in/callback", parameter(start.header("location"), "redirect_uri"));
            assertFalse(start.head().contains("evil.example"));
            String state = start.header("set-cookie");
            assertTrue(state.startsWith("q_auth_browser") && state.contains("; Secure") && state.contains("; HTTPOnly")
                    && state.contains("; SameSite=Lax") && !state.contains("Domain"), state);
        }
    }

    @Test
    void cookiesOfASessionAreSecure() {
        Page opened = signIn(300, null);
        List<String> cookies = opened.setCookies("q_session_browser");
        assertFalse(cookies.isEmpty());
        for (String cookie : cookies) {
            assertTrue(cookie.contains("; Secure") && cookie.contains("; HTTPOnly") && cookie.contains("; SameSite=Lax")
                    && cookie.contains("; Path=/;") && !cookie.contains("Domain"), cookie);
        }
    }

    @Test
    void tokensAreRenewedBeforeTheyExpireAndTheServiceGetsTheNewOne() {
        signIn(30, 300);
        Map<String, String> before = Map.copyOf(browser.cookies());
        Page answer = browser.get(API);
        assertEquals(200, answer.status(), answer.all());
        String relayed = answer.json().getJsonObject("headers").getJsonArray("authorization").getString(0);
        JsonObject claims = new JsonObject(new String(Base64.getUrlDecoder().decode(relayed.split("\\.")[1]),
                StandardCharsets.UTF_8));
        assertTrue(claims.getLong("exp") - claims.getLong("iat") >= 299, claims.encode());
        assertNotEquals(before, browser.cookies());
        assertTrue(browser.get(API).setCookies("q_session").isEmpty(), "and not again while they are fresh");
        assertEquals("SESSION", browser.get("/session").json().getString("by"));
    }

    @Test
    void sessionThatCannotBeRenewedEndsWithItsTokens() {
        signIn(3, null);
        assertEquals(200, browser.get(API).status(), "a renewal refused early does not take what is still good");
        await("the session is over", () -> browser.get(API).status() == 401);
        assertTrue(browser.get("/session").is(ProblemType.UNAUTHENTICATED));
    }

    @Test
    void forgedCookiesAreNoSession() {
        signIn(300, null);
        Map<String, String> good = Map.copyOf(browser.cookies());
        good.forEach((name, value) -> {
            for (String forged : List.of(value.substring(0, value.length() - 2), value.substring(1), "x", "a|b|c|d|e",
                    (value.charAt(0) == 'A' ? "B" : "A") + value.substring(1), tokens.valid())) {
                browser.cookies().putAll(good);
                browser.cookies().put(name, forged);
                Page answer = browser.get(API);
                assertTrue(answer.is(ProblemType.UNAUTHENTICATED), name + "=" + forged + " -> " + answer.all());
            }
        });
        browser.cookies().clear();
        browser.cookies().put("q_session_browser_chunk_x", "x");
        browser.cookies().put("q_session_browser_chunk_y", "y");
        assertTrue(browser.get(API).is(ProblemType.UNAUTHENTICATED));
        browser.cookies().clear();
        browser.cookies().putAll(good);
        assertEquals(200, browser.get(API).status());
    }

    @Test
    void cookieOfAnotherNameNeverMakesATokenPassBy() throws IOException {
        for (String cookie : List.of("q_session=x", "q_session_browser=x", "q_auth_browser_x=y", "q_session_Default=x")) {
            assertEquals(200, get(API, "Cookie: " + cookie).status(), cookie);
            assertTrue(Wire.ask(port, "GET " + API + "?state=x&code=y HTTP/1.1", "Cookie: " + cookie)
                    .isProblem(ProblemType.UNAUTHENTICATED), cookie);
        }
    }

    @Test
    void onlyALogoutTokenOfTheIdentityProviderEndsASession() throws JoseException {
        signIn(300, null);
        Tokens forger = new Tokens(tokens.issuer(), RsaJwkGenerator.generateJwk(2048));
        for (String refused : List.of("", "x", tokens.valid(), logoutToken(forger, claims -> {
        }), logoutToken(tokens, claims -> claims.setAudience("surety")), logoutToken(tokens, claims -> claims.unsetClaim("sid")),
                logoutToken(tokens, claims -> claims.unsetClaim("events")), logoutToken(tokens, claims -> claims.unsetClaim("exp")),
                logoutToken(tokens, claims -> claims.setStringClaim("events", EVENT)),
                logoutToken(tokens, claims -> claims.setStringClaim("nonce", "n")),
                logoutToken(tokens, claims -> claims.setIssuer("https://evil.example")))) {
            Page answer = backChannel("logout_token=" + refused);
            assertTrue(answer.is(ProblemType.LOGOUT_TOKEN_REFUSED), refused + " -> " + answer.all());
        }
        String good = logoutToken(tokens, claims -> {
        });
        assertTrue(backChannel("logout_token=" + good + "&logout_token=" + good).is(ProblemType.LOGOUT_TOKEN_REFUSED));
        assertTrue(backChannel("logout_token=" + "x".repeat(20_000)).is(ProblemType.PAYLOAD_TOO_LARGE));
        assertEquals(200, browser.get(API).status());

        assertEquals(200, backChannel("logout_token=" + good).status());
        assertTrue(browser.get(API).is(ProblemType.UNAUTHENTICATED));
        assertTrue(browser.cookies().isEmpty(), "and the browser forgets it");
    }

    @Test
    void secondSignInDoesNotTakeUpTheFirst() {
        signIn(300, null);
        Page second = browser.get("/sign-in/start");
        assertTrue(browser.cookies().keySet().stream().noneMatch(name -> name.startsWith("q_session")));
        Browser other = new Browser(Surroundings.OWN_ADDRESS, port);
        other.cookies().putAll(browser.cookies());
        other.cookies().put("q_session_browser", "of-another-window");
        assertEquals("/sign-in/start", other.get(callback(second, 300, null)).header("location"));
    }

    private Page backChannel(String form) {
        return new Browser(Surroundings.OWN_ADDRESS, port).send("POST", BACK_CHANNEL, form, "content-type",
                "application/x-www-form-urlencoded");
    }

    private String logoutToken(Tokens signer, Consumer<JwtClaims> change) {
        return signer.with(claims -> {
            claims.setAudience("gateway");
            claims.setStringClaim("typ", "Logout");
            claims.setStringClaim("sid", sid);
            claims.setClaim("events", Map.of(EVENT, Map.of()));
            change.accept(claims);
        });
    }

    /** @param renewed lifetime of the tokens of a renewal, or null if it is refused */
    private Page signIn(int lifetime, Integer renewed) {
        Page opened = browser.get(callback(browser.get("/sign-in/start"), lifetime, renewed));
        assertEquals("/", opened.header("location"), opened.all());
        return opened;
    }

    private String callback(Page start, int lifetime, Integer renewed) {
        String asked = start.header("location");
        JsonObject wish = new JsonObject().put("nonce", parameter(asked, "nonce"))
                .put("challenge", parameter(asked, "code_challenge"))
                .put("sid", sid).put("lifetime", lifetime);
        if (renewed != null) {
            wish.put("renewed", renewed);
        }
        return "/sign-in/callback?state=" + parameter(asked, "state") + "&code=" + OwnTokenEndpoint.code(wish);
    }

    private static String parameter(String url, String name) {
        Matcher value = Pattern.compile("[?&]" + name + "=([^&]+)").matcher(url);
        assertTrue(value.find(), name + " in " + url);
        return URLDecoder.decode(value.group(1), StandardCharsets.UTF_8);
    }
}
