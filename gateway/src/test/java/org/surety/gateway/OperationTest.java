package org.surety.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.surety.gateway.Wire.Answer;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What operators see, on a port of its own. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class OperationTest extends GatewayTest {

    @Test
    void gatewayIsLiveAndReadyAlthoughAServiceIsAway() throws IOException {
        assertEquals("UP", management("/q/health/live").json().getString("status"));
        assertEquals("UP", management("/q/health/ready").json().getString("status"));
        assertFalse(management("/q/health/ready").body().contains("service"));
    }

    @Test
    void requestsAreCountedByRouteStatusAndServiceAndNeverByPath() throws IOException {
        get("/api/v1/parties/echo");
        get("/api/v1/parties/another-path");
        get("/api/v1/coverage");
        get("/api/v1/my-party");
        Wire.ask(port, "GET /api/v1/secret-path HTTP/1.1");
        String metrics = metrics();
        assertTrue(
                metrics.contains("surety_gateway_requests_seconds_count{problem=\"none\",route=\"/api/v1/parties\",status=\"200\","
                        + "upstream=\"delegation-service\"}"),
                metrics);
        assertTrue(metrics
                .contains("surety_gateway_requests_seconds_count{problem=\"upstream-unreachable\",route=\"/api/v1/coverage\","
                        + "status=\"502\",upstream=\"priorities-service\"}"),
                metrics);
        assertTrue(
                metrics.contains("surety_gateway_requests_seconds_count{problem=\"unauthenticated\",route=\"none\",status=\"401\","
                        + "upstream=\"none\"}"),
                metrics);
        assertTrue(metrics.contains("route=\"/api/v1/my-party\",status=\"200\",upstream=\"none\"}"), metrics);
        assertTrue(metrics.contains("surety_gateway_upstream_seconds_count{upstream=\"delegation-service\"}"), metrics);
        assertFalse(metrics.contains("another-path") || metrics.contains("secret-path"));
    }

    @Test
    void managementIsNotReachableByThePublicPort() throws IOException {
        assertEquals(404, get("/q/health/live").status());
        assertEquals(404, get("/q/metrics").status());
    }

    private Answer management(String path) throws IOException {
        return Wire.ask(managementPort(), "GET " + path + " HTTP/1.1");
    }
}
