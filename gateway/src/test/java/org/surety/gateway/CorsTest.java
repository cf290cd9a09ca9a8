package org.surety.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.surety.gateway.Wire.Answer;
import org.surety.gateway.problem.ProblemType;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Two origins are listed; that by default none is shows {@code DoorTest}. */
@QuarkusTest
@WithTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "limits", value = "small"))
class CorsTest extends GatewayTest {

    private static final String ECHO = "/api/v1/parties/echo";
    private static final String LISTED = "Origin: " + Surroundings.ORIGIN;
    private static final String ASKS = "Access-Control-Request-Method: PUT";

    @Test
    void browserOfAListedOriginIsToldWhatItMaySend() throws IOException {
        int seen = Integer.parseInt(direct("seen"));
        Answer answer = Wire.ask(port, "OPTIONS " + ECHO + " HTTP/1.1", LISTED, ASKS,
                "Access-Control-Request-Headers: authorization,if-match");
        assertEquals(204, answer.status());
        assertEquals(Surroundings.ORIGIN, answer.header("access-control-allow-origin"));
        assertEquals("GET, HEAD, POST, PUT, DELETE", answer.header("access-control-allow-methods"));
        for (String header : new String[]{ "authorization", "if-match", "content-type", "idempotency-key"}) {
            assertTrue(answer.header("access-control-allow-headers").contains(header), header);
        }
        assertEquals("600", answer.header("access-control-max-age"));
        assertEquals("Origin", answer.header("vary"));
        assertNull(answer.header("access-control-allow-credentials"));
        assertEquals(seen, Integer.parseInt(direct("seen")));
    }

    @Test
    void answersToAListedOriginCanBeReadRefusalsToo() throws IOException {
        Answer answer = getAsNewcomer(ECHO, LISTED);
        assertEquals(200, answer.status());
        assertEquals(Surroundings.ORIGIN, answer.header("access-control-allow-origin"));
        assertTrue(answer.header("access-control-expose-headers").contains("ETag"));
        assertNull(answer.header("access-control-allow-credentials"));
        assertFalse(answer.json().getJsonObject("headers").containsKey("origin"), "the service is not asked");
        Answer refused = Wire.ask(port, "GET " + ECHO + " HTTP/1.1", LISTED);
        assertTrue(refused.isProblem(ProblemType.UNAUTHENTICATED));
        assertEquals(Surroundings.ORIGIN, refused.header("access-control-allow-origin"));
        assertEquals(Surroundings.ORIGIN, Wire.ask(port, "GET //x HTTP/1.1", LISTED).header("access-control-allow-origin"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://other.example", "null", "https://BOARD.ministry.example", "http://board.ministry.example",
            "https://board.ministry.example:444", "https://board.ministry.example.other.example", "https://xboard.ministry.example",
            Surroundings.ORIGIN + "/", Surroundings.ORIGIN + "\r\nOrigin: https://other.example"})
    void otherOriginGetsNothing(String origin) throws IOException {
        Answer answer = getAsNewcomer(ECHO, "Origin: " + origin);
        assertEquals(200, answer.status());
        assertFalse(answer.head().toLowerCase().contains("access-control"), answer.head());
        assertEquals("Origin", answer.header("vary"));
        Answer asked = Wire.ask(port, "OPTIONS " + ECHO + " HTTP/1.1", "Origin: " + origin, ASKS);
        assertTrue(asked.isProblem(ProblemType.UNAUTHENTICATED), asked.toString());
        assertFalse(asked.head().toLowerCase().contains("access-control"), asked.head());
    }

    @Test
    void answerWithoutAnOriginIsNotHandedToAPageByACache() throws IOException {
        assertEquals("Origin", getAsNewcomer(ECHO).header("vary"));
        Answer varying = getAsNewcomer("/api/v1/parties/varying");
        assertTrue(varying.head().contains("Accept-Language") && varying.head().contains("Origin"), varying.head());
    }

    @Test
    void optionsThatIsNoPreflightNeedsATokenAsEver() throws IOException {
        assertEquals(401, Wire.ask(port, "OPTIONS " + ECHO + " HTTP/1.1", LISTED).status());
        assertEquals(401, Wire.ask(port, "GET " + ECHO + " HTTP/1.1", LISTED, ASKS).status());
    }
}
