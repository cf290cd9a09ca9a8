package org.surety.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.surety.gateway.Wire.Answer;
import org.surety.gateway.problem.ProblemType;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The files of the board as this build has made them, as a browser and as a stranger asks for them. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class BoardTest extends GatewayTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final int BOARD_BYTES = 200 * 1024;

    @Test
    void browserGetsThePageAndAProgramTheIndex() throws IOException {
        Answer page = page();
        assertEquals(200, page.status());
        assertEquals("text/html; charset=utf-8", page.header("content-type"));
        assertEquals("no-cache", page.header("cache-control"));
        assertTrue(page.body().contains("<surety-board>"), page.body());
        assertEquals("application/json", Wire.ask(port, "GET / HTTP/1.1", "Accept: */*").header("content-type"));
        assertEquals("application/json", Wire.ask(port, "GET / HTTP/1.1", "Accept: application/json").header("content-type"));
        assertEquals("application/json", Wire.ask(port, "GET / HTTP/1.1", "Accept: text/html;q=0, */*").header("content-type"));
        assertEquals("Accept", Wire.ask(port, "GET / HTTP/1.1").header("vary"));
        assertEquals("Accept, Accept-Encoding", page.header("vary"));
    }

    @Test
    void policyOfThePageAllowsNothingThatStandsInIt() throws IOException {
        for (Answer answer : List.of(page(), Wire.ask(port, "GET " + script() + " HTTP/1.1"))) {
            String policy = answer.header("content-security-policy");
            assertTrue(policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"), policy);
            assertTrue(policy.contains("require-trusted-types-for 'script'; trusted-types lit-html"), policy);
            assertTrue(policy.contains("base-uri 'none'") && policy.contains("frame-ancestors 'none'"), policy);
            assertFalse(policy.contains("unsafe") || policy.contains("*") || policy.contains("http"), policy);
            assertEquals("nosniff", answer.header("x-content-type-options"));
            assertEquals("no-referrer", answer.header("referrer-policy"));
            assertEquals("same-origin", answer.header("cross-origin-opener-policy"));
            assertEquals("same-origin", answer.header("cross-origin-resource-policy"));
            assertEquals("not-accredited-for-classified-information", answer.header("surety-handling"));
        }
    }

    @Test
    void fileIsKeptForEverAndHeldBackFromWhoHasIt() throws IOException {
        Answer file = Wire.ask(port, "GET " + script() + " HTTP/1.1");
        assertEquals(200, file.status());
        assertEquals("text/javascript; charset=utf-8", file.header("content-type"));
        assertEquals("public, max-age=31536000, immutable", file.header("cache-control"));
        assertEquals("Accept-Encoding", file.header("vary"));
        Answer known = Wire.ask(port, "GET " + script() + " HTTP/1.1", "If-None-Match: " + file.header("etag"));
        assertEquals(304, known.status());
        assertEquals("", known.body());
        assertEquals(304,
                Wire.ask(port, "GET / HTTP/1.1", "Accept: text/html", "If-None-Match: " + page().header("etag")).status());
        assertEquals(200, Wire.ask(port, "GET / HTTP/1.1", "If-None-Match: " + page().header("etag")).status(), "another thing");
    }

    @Test
    void compressedItIsTheSameUnderAnotherTag() throws IOException, InterruptedException {
        HttpResponse<byte[]> plain = fetch(script(), "identity");
        HttpResponse<byte[]> zipped = fetch(script(), "br, gzip;q=0.8");
        assertEquals("gzip", zipped.headers().firstValue("content-encoding").orElseThrow());
        assertTrue(plain.headers().firstValue("content-encoding").isEmpty());
        assertEquals(new String(plain.body(), StandardCharsets.UTF_8), new String(
                new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes(), StandardCharsets.UTF_8));
        assertNotEquals(plain.headers().firstValue("etag"), zipped.headers().firstValue("etag"));
        assertTrue(fetch(script(), "br, gzip;q=0").headers().firstValue("content-encoding").isEmpty());
    }

    @Test
    void headHasTheHeadersAloneAndNothingCanBeSent() throws IOException {
        try (Wire wire = new Wire(port)) {
            wire.send("HEAD " + script() + " HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n");
            String read = wire.read();
            assertTrue(read.startsWith("HTTP/1.1 200") && read.contains("content-type: text/javascript"), read);
            assertFalse(read.contains("import"), read);
        }
        for (String path : List.of("/", script())) {
            assertTrue(Wire.ask(port, "POST " + path + " HTTP/1.1", "Accept: text/html", "Content-Length: 0")
                    .isProblem(ProblemType.METHOD_NOT_ALLOWED));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "/board", "/board/nothing.js", "/board/main.js", "/index.html", "/web/index.html",
            "/board/index.html"})
    void whatThePageDoesNotLeadToIsNobodys(String path) throws IOException {
        assertTrue(Wire.ask(port, "GET " + path + " HTTP/1.1", "Accept: text/html").isProblem(ProblemType.UNAUTHENTICATED));
        assertTrue(get(path).isProblem(ProblemType.NOT_FOUND));
    }

    @Test
    void nothingOfThePageStandsInItOrComesFromElsewhere() throws IOException {
        String html = page().body();
        assertFalse(Pattern.compile("<style|style=|<script(?![^>]*src=\"/)|\\son\\w+=|https?://|\\{#").matcher(html).find(), html);
    }

    @Test
    void everyFileOfTheBuildIsServedUnderItsName() throws IOException {
        Set<String> made = made();
        assertTrue(made.size() > 2, made.toString());
        for (String path : made) {
            assertEquals(200, Wire.ask(port, "HEAD " + path + " HTTP/1.1").status(), path);
        }
    }

    /** All of it together, panels that are loaded when they are first looked at included: so the first page is smaller still. */
    @Test
    void boardIsSmall() throws IOException, InterruptedException {
        int bytes = fetch("/", "gzip").body().length;
        for (String path : made()) {
            bytes += fetch(path, "gzip").body().length;
        }
        assertTrue(bytes <= BOARD_BYTES, bytes + " bytes compressed");
    }

    private static Set<String> made() throws IOException {
        Path root = Path.of("target/classes/META-INF/resources");
        try (Stream<Path> files = Files.walk(root.resolve("board"))) {
            return files.filter(Files::isRegularFile).map(file -> "/" + root.relativize(file)).collect(Collectors.toSet());
        }
    }

    private Answer page() throws IOException {
        return Wire.ask(port, "GET / HTTP/1.1", "Accept: " + BROWSER);
    }

    private HttpResponse<byte[]> fetch(String path, String encoding) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).header("accept", BROWSER)
                .header("accept-encoding", encoding).build(), BodyHandlers.ofByteArray());
    }
}
