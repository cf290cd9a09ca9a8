package org.surety.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.surety.gateway.Wire.Answer;
import org.surety.gateway.problem.ProblemType;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;

/** After three failures in a row a service is left alone, but for one request in each pause. */
@QuarkusTest
@WithTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "limits", value = "small"))
class UpstreamAwayTest extends GatewayTest {

    private static final String ECHO = "/api/v1/parties/echo";
    private static final String OPEN = "surety_gateway_circuit_open{upstream=\"delegation-service\"} ";

    @AfterEach
    void serviceIsFoundAgain() {
        await("an answer", () -> {
            pause();
            return ask(ECHO).status() == 200;
        });
    }

    @Test
    void serviceThatFailedInARowIsLeftAloneAndTheOthersAreNot() {
        assertTrue(metrics().contains(OPEN + "0.0"));
        failInARow();
        int seen = Integer.parseInt(direct("seen"));
        Answer answer = ask(ECHO);
        assertTrue(answer.isProblem(ProblemType.UPSTREAM_AWAY), answer.toString());
        assertEquals("delegation-service", answer.json().getString("upstream"));
        assertEquals("1", answer.header("retry-after"));
        JsonObject merged = ask("/api/v1/my-party").json();
        assertFalse(merged.getBoolean("complete"));
        assertEquals(ProblemType.UPSTREAM_AWAY.uri(),
                merged.getJsonObject("duties").getJsonObject("unavailable").getString("type"));
        assertEquals(seen, Integer.parseInt(direct("seen")));
        assertEquals(200, ask("/api/v1/commitments/echo").status());
        assertTrue(metrics().contains(OPEN + "1.0"));
        serviceIsFoundAgain();
        assertTrue(metrics().contains(OPEN + "0.0"));
        assertEquals(200, ask(ECHO).status());
        assertEquals(200, ask(ECHO).status());
    }

    @Test
    void trialThatFailsLeavesItAlone() {
        failInARow();
        await("a trial", () -> {
            pause();
            return ask("/api/v1/parties/hangup").isProblem(ProblemType.UPSTREAM_UNREACHABLE);
        });
        assertTrue(ask(ECHO).isProblem(ProblemType.UPSTREAM_AWAY));
    }

    @Test
    void whatAServiceDecidesOpensNothing() {
        for (int i = 0; i < 6; i++) {
            assertEquals(500, ask("/api/v1/parties/failing").status());
        }
        assertEquals(200, ask(ECHO).status());
    }

    private void failInARow() {
        for (int i = 0; i < 3; i++) {
            Answer answer = ask("/api/v1/parties/hangup");
            assertTrue(answer.isProblem(ProblemType.UPSTREAM_UNREACHABLE), answer.toString());
        }
    }

    private Answer ask(String path) {
        try {
            return getAsNewcomer(path);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(Surroundings.CIRCUIT_PAUSE_MILLIS / 4);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
