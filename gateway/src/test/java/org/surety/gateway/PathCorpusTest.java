package org.surety.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.surety.gateway.Wire.Answer;
import org.surety.gateway.problem.ProblemType;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/**
 * Spellings of a path that have opened doors elsewhere, against every kind of path there is here, without and with a token, byte
 * by byte on the wire. {@code @} stands for the path, {@code $} for its last segment, {@code ^} for what comes before that.
 */
@QuarkusTest
@WithTestResource(Surroundings.class)
class PathCorpusTest extends GatewayTest {

    private static final List<String> PATHS = List.of("/api/v1/parties/echo", "/api/v1/commitments/echo", "/api/v1/changes",
            "/api/v1/changes/stream", "/q/health",
            "/openapi", "/session", "/sign-in/start");

    /** The plain paths, with a file of the board. */
    private List<String> paths() throws IOException {
        return Stream.concat(PATHS.stream(), Stream.of(script())).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/x/..;@", "@;a", "@;", ";a@", "/;@", "/;a@", "@%3Ba", "@%3b/", "/@", "//@", "/.@", "/%2e@",
            "/%2e%2e@", "/a/..@",
            "/a/%2e%2e@", "/a/%2E%2E@", "/a/.%2e@", "/a/..%2f@", "@%2f", "@%2F", "@%5c", "@\\", "/\\@", "@/", "@//", "@/.", "@/..",
            "@/./", "@%00",
            "@%0a", "@%0d%0a", "@%23", "@#", "@#x", "@%3f", "@%3fx", "@%20", "@%09", "^/%2e/$", "^//$", "^/./$", "^/x/../$",
            "^;a=b/$",
            "^%2f$", "^%5c$", "^\\$", "@%u002f", "@%c0%af", "@%e0%80%af", "@%c0%ae", "@\u00c0\u00af", "@\u00ef\u00bc\u008f", "@%",
            "@%2",
            "@%zz", "@:80", "@,x", "@|", "@\"", "@<", "@'", "@`", "@{x}", "@[0]", "@=", "@+", "@&x", "@!x", "@$x", "@*", "@(x)"})
    void spellingThatIsNotThePlainPathIsRefusedWithAndWithoutToken(String spelling) throws IOException {
        int before = Integer.parseInt(direct("seen"));
        for (String path : paths()) {
            String target = spelled(spelling, path);
            assertRefused(Wire.ask(port, "GET " + target + " HTTP/1.1"), target);
            assertRefused(get(target), target);
        }
        assertEquals(before, Integer.parseInt(direct("seen")), "something reached the service");
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2, 3, 4, 5, 6, 7})
    void escapedLettersAreRefused(int which) throws IOException {
        for (String path : paths()) {
            int at = 1 + which % (path.length() - 1);
            String once = path.substring(0, at) + "%" + Integer.toHexString(path.charAt(at)) + path.substring(at + 1);
            assertRefused(get(once), once);
            assertRefused(Wire.ask(port, "GET " + once + " HTTP/1.1"), once);
            String twice = once.replace("%", "%25");
            assertRefused(get(twice), twice);
        }
    }

    @Test
    void otherFormsOfTheTargetAreRefused() throws IOException {
        for (String path : paths()) {
            for (String target : List.of("http://127.0.0.1:" + port + path, "http://127.0.0.1" + path, "https://other" + path,
                    path.substring(1),
                    "127.0.0.1:" + port, "*", "?", "http:" + path)) {
                assertRefused(get(target), target);
                assertRefused(ask("OPTIONS " + target + " HTTP/1.1"), target);
                assertRefused(Wire.ask(port, "GET " + target + " HTTP/1.1"), target);
            }
        }
    }

    @Test
    void otherLettersAreAnotherPath() throws IOException {
        for (String target : List.of("/API/v1/parties/echo", "/api/V1/parties/echo", "/api/v1/PARTIES/echo", "/api/v1/parties.json",
                "/api/v1/partiesecho", "/OpenAPI", "/openapi.yaml", "/Board/" + script().substring("/board/".length()),
                script() + "x", script().toUpperCase())) {
            assertEquals(401, Wire.ask(port, "GET " + target + " HTTP/1.1").status(), target);
            assertEquals(404, get(target).status(), target);
        }
    }

    @Test
    void emptyQueryIsThePlainPath() throws IOException {
        assertEquals(401, Wire.ask(port, "GET /api/v1/parties/echo? HTTP/1.1").status());
        assertEquals(200, get("/api/v1/parties/echo?").status());
    }

    @ParameterizedTest
    @ValueSource(strings = { "%", "a=%", "a=%0", "a=%zz", "a=%u0041", "a=\u0001", "a=b\\c", "a=\u00e9", "a=\"", "a=<script>",
            "a={}", "a=[]", "a|b"})
    void malformedQueryIsRefused(String query) throws IOException {
        assertRefused(get("/api/v1/parties/echo?" + query), query);
    }

    /** Our problem, or the HTTP parser's bare refusal of what is no request line at all. */
    private static void assertRefused(Answer answer, String target) {
        boolean ours = answer.isProblem(ProblemType.NON_CANONICAL_PATH);
        boolean parser = answer.status() == 0 || answer.status() == 400 && answer.body().isEmpty();
        assertTrue(ours || parser, target + " -> " + answer);
    }

    private static String spelled(String spelling, String path) {
        int last = path.lastIndexOf('/');
        boolean whole = spelling.contains("@");
        return whole
                ? spelling.replace("@", path)
                : spelling.replace("^", path.substring(0, last)).replace("$", path.substring(last + 1));
    }
}
