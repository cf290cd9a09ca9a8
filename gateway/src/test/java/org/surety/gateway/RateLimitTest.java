package org.surety.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.surety.gateway.Wire.Answer;
import org.surety.gateway.problem.ProblemType;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Six requests a minute for each client, three of them unsafe, and four refused tokens for each address. */
@QuarkusTest
@WithTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "limits", value = "small"))
class RateLimitTest extends GatewayTest {

    private static final String ECHO = "/api/v1/parties/echo";
    private static final String REST = "t=(60|59|58)";

    @Test
    void everyAnswerSaysWhatIsLeftAndOneTooManyIsRefused() throws IOException {
        String token = of("busy", "program");
        for (int left = 5; left >= 0; left--) {
            Answer answer = as(token, "GET", ECHO);
            assertEquals(200, answer.status());
            assertEquals("\"default\";q=6;w=60", answer.header("ratelimit-policy"));
            assertTrue(answer.header("ratelimit").matches("\"default\";r=" + left + ";" + REST), answer.toString());
        }
        int seen = Integer.parseInt(direct("seen"));
        Answer refused = as(token, "GET", ECHO);
        assertTrue(refused.isProblem(ProblemType.RATE_LIMITED), refused.toString());
        assertTrue(refused.header("ratelimit").matches("\"default\";r=0;" + REST), refused.toString());
        assertTrue(refused.header("retry-after").matches("60|59|58"), refused.toString());
        assertEquals(seen, Integer.parseInt(direct("seen")));
    }

    @Test
    void clientIsASubjectByOneProgramAndATokenIsNot() throws IOException {
        for (int i = 0; i < 6; i++) {
            assertEquals(200, as(of("person", "script"), "GET", ECHO).status());
        }
        assertEquals(429, as(of("person", "script"), "GET", ECHO).status(), "a new token brings nothing");
        assertEquals(200, as(of("person", "browser"), "GET", ECHO).status());
        assertEquals(200, as(of("another person", "script"), "GET", ECHO).status());
    }

    @Test
    void unsafeMethodsHaveASmallerQuotaBesides() throws IOException {
        String token = of("writer", "program");
        for (int left = 2; left >= 0; left--) {
            Answer answer = as(token, "POST", ECHO);
            assertEquals("\"default\";q=6;w=60, \"unsafe\";q=3;w=60", answer.header("ratelimit-policy"));
            assertTrue(answer.header("ratelimit").contains("\"unsafe\";r=" + left + ";t="), answer.toString());
        }
        Answer refused = as(token, "DELETE", ECHO);
        assertTrue(refused.isProblem(ProblemType.RATE_LIMITED), refused.toString());
        assertTrue(refused.json().getString("detail").contains("'unsafe' allows 3 in 60 s"), refused.body());
        assertEquals(200, as(token, "GET", ECHO).status());
    }

    @Test
    void whatTheGatewayAnswersItselfCountsAndWhatIsOpenDoesNot() throws IOException {
        String token = of("looker", "program");
        assertTrue(as(token, "GET", "/api/v1/my-party").header("ratelimit").startsWith("\"default\";r=5;"));
        assertTrue(as(token, "GET", "/api/v1/nothing").header("ratelimit").startsWith("\"default\";r=4;"));
        assertNull(as(token, "GET", "/openapi").header("ratelimit"));
    }

    @Test
    void addressThatGuessesTokensIsNotLookedAtAgain() throws IOException {
        String guesser = "X-Forwarded-For: 127.0.0.1, 203.0.113.7";
        for (int i = 0; i < 4; i++) {
            assertEquals(401, Wire.ask(port, "GET " + ECHO + " HTTP/1.1", bearer("a.b.c"), guesser).status());
        }
        Answer refused = Wire.ask(port, "GET " + ECHO + " HTTP/1.1", bearer(of("guessed", "program")), guesser);
        assertTrue(refused.isProblem(ProblemType.RATE_LIMITED), refused.toString());
        assertEquals("\"failed-tokens\";q=4;w=60", refused.header("ratelimit-policy"));
        assertEquals(401, Wire.ask(port, "GET " + ECHO + " HTTP/1.1", guesser).status(), "without a token nothing is guessed");
        assertEquals(200, Wire.ask(port, "GET / HTTP/1.1", guesser).status());
        assertEquals(200, Wire.ask(port, "GET " + ECHO + " HTTP/1.1", bearer(of("guessed", "program")),
                "X-Forwarded-For: 203.0.113.7, 127.0.0.1").status(), "what a client says of itself is not believed");
        assertTrue(metrics().contains("surety_gateway_rate_refused_total{policy=\"failed-tokens\"} 1.0"), metrics());
    }

    private Answer as(String token, String method, String path) throws IOException {
        return Wire.ask(port, method + " " + path + " HTTP/1.1", bearer(token), "Content-Length: 0");
    }

    private String of(String subject, String program) {
        return tokens.with(claims -> {
            claims.setSubject(subject);
            claims.setStringClaim("azp", program);
        });
    }
}
