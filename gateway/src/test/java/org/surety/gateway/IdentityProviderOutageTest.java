package org.surety.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.surety.gateway.Wire.Answer;
import org.surety.gateway.problem.ProblemType;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The gateway starts before its identity provider. */
@QuarkusTest
@WithTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "issuer", value = "late"))
class IdentityProviderOutageTest extends GatewayTest {

    @Test
    void withoutKeysNobodyPassesAndWithThemEverybodyDoes() throws IOException {
        Answer refused = get("/api/v1/parties/echo");
        assertTrue(refused.isProblem(ProblemType.IDENTITY_PROVIDER_UNAVAILABLE), refused.toString());
        assertNotNull(refused.header("retry-after"));
        assertTrue(Wire.ask(port, "GET /api/v1/parties/echo HTTP/1.1").isProblem(ProblemType.UNAUTHENTICATED));
        assertEquals(200, Wire.ask(port, "GET / HTTP/1.1").status());
        assertEquals("UP", health("live"));
        assertEquals("DOWN", health("ready"));

        direct("start-issuer");

        await("readiness, by nothing but the probe", () -> health("ready").equals("UP"));
        assertEquals(200, get("/api/v1/parties/echo").status());
        assertEquals(401, Wire.ask(port, "GET /api/v1/parties/echo HTTP/1.1").status());
    }

    private String health(String which) {
        try {
            return Wire.ask(config.getValue("quarkus.management.port", Integer.class), "GET /q/health/" + which + " HTTP/1.1")
                    .json()
                    .getString("status");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
