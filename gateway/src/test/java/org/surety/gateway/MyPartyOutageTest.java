package org.surety.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.surety.gateway.Wire.Answer;
import org.surety.gateway.problem.ProblemType;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;

/** One of the two services is not there at all: its route leads to the port at which nobody listens. */
@QuarkusTest
@WithTestResource(Surroundings.class)
@TestProfile(MyPartyOutageTest.PointsOfContactAway.class)
class MyPartyOutageTest extends GatewayTest {

    public static class PointsOfContactAway implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("surety.gateway.upstreams.commitments-service.paths", "/api/v1/commitments",
                    "surety.gateway.upstreams.priorities-service.paths", "/api/v1/coverage,/api/v1/points-of-contact");
        }
    }

    @Test
    void partOfAServiceThatIsAwayIsMarkedAndTheOtherIsThere() throws IOException {
        Answer answer = get("/api/v1/my-party");
        assertEquals(200, answer.status(), answer.toString());
        assertEquals("no-store", answer.header("cache-control"));
        assertFalse(answer.json().getBoolean("complete"));
        assertNotNull(answer.json().getJsonObject("duties").getString("uri"));
        JsonObject problem = answer.json().getJsonObject("pointsOfContact").getJsonObject("unavailable");
        assertEquals(ProblemType.UPSTREAM_UNREACHABLE.uri(), problem.getString("type"));
        assertEquals("priorities-service", problem.getString("upstream"));
        assertEquals("priorities-service cannot be reached. Try again.", problem.getString("detail"));
    }
}
