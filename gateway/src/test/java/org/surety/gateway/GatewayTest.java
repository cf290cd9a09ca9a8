package org.surety.gateway;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.Config;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.surety.gateway.Wire.Answer;

/**
 * What the tests of the running gateway share: where it is, tokens of the test's own issuer, what the service behind it saw.
 */
abstract class GatewayTest {

    private static final Pattern SCRIPT = Pattern.compile("<script type=\"module\" src=\"(/board/[^\"]+)\"");
    private static final long PATIENCE_NANOS = 10_000_000_000L;
    private static final long PAUSE_NANOS = 1_000_000L;

    @Inject
    Config config;

    final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    Tokens tokens;
    int port;

    @BeforeEach
    void look() throws JoseException {
        port = config.getValue("quarkus.http.port", Integer.class);
        if (port == 0) {
            port = config.getValue("quarkus.http.test-port", Integer.class);
        }
        tokens = Tokens.of(config.getValue("SURETY_OIDC_ISSUER", String.class), config.getValue("test.issuer-key", String.class));
    }

    /** {@code GET path} with a valid token. */
    Answer get(String path, String... headers) throws IOException {
        return ask("GET " + path + " HTTP/1.1", headers);
    }

    /** The same as somebody whom the gateway has not seen before: where quotas are small nobody gets far. */
    Answer getAsNewcomer(String path, String... headers) throws IOException {
        String[] all = new String[headers.length + 1];
        all[0] = bearer(tokens.with(claims -> claims.setSubject(UUID.randomUUID().toString())));
        System.arraycopy(headers, 0, all, 1, headers.length);
        return Wire.ask(port, "GET " + path + " HTTP/1.1", all);
    }

    /** Any request line, with a valid token. */
    Answer ask(String requestLine, String... headers) throws IOException {
        String[] all = new String[headers.length + 1];
        all[0] = bearer(tokens.valid());
        System.arraycopy(headers, 0, all, 1, headers.length);
        return Wire.ask(port, requestLine, all);
    }

    /** The path of the board's first script, which changes with what it says. */
    String script() throws IOException {
        String page = Wire.ask(port, "GET / HTTP/1.1", "Accept: text/html").body();
        Matcher script = SCRIPT.matcher(page);
        assertTrue(script.find(), page);
        return script.group(1);
    }

    static String bearer(String token) {
        return "Authorization: Bearer " + token;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).header("Authorization",
                "Bearer " + tokens.valid());
    }

    String delegations() {
        return config.getValue("SURETY_DELEGATIONS_URL", String.class);
    }

    /** Asks the service behind the gateway without the gateway. */
    String direct(String what) {
        return read(delegations() + "/direct/" + what);
    }

    private String read(String url) {
        try {
            return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString()).body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    int managementPort() {
        return config.getValue("quarkus.management.port", Integer.class);
    }

    /** All metrics, as text. */
    String metrics() {
        return read("http://127.0.0.1:" + managementPort() + "/q/metrics");
    }

    static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Did not happen in time: " + what);
            }
            LockSupport.parkNanos(PAUSE_NANOS); // what it waits for needs the processors too
        }
    }
}
