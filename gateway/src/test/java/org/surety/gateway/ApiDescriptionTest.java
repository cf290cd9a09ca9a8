package org.surety.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.surety.gateway.Wire.Answer;
import org.surety.gateway.problem.ProblemType;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The document of three services, one of which is away. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class ApiDescriptionTest extends GatewayTest {

    @Test
    void everybodyReadsOneDocumentOfWhatIsRouted() throws IOException {
        Answer answer = Wire.ask(port, "GET /openapi HTTP/1.1");
        assertEquals(200, answer.status());
        assertEquals("application/json", answer.header("content-type"));
        assertEquals(Set.of("/api/v1/parties", "/api/v1/commitments", "/api/v1/my-party", "/api/v1/changes",
                "/api/v1/changes/stream", "/session", "/sign-out"),
                answer.json().getJsonObject("paths").fieldNames());
        assertEquals("changes", answer.json().getJsonObject("paths").getJsonObject("/api/v1/changes").getJsonObject("get")
                .getString("operationId"), "the gateway's own, not a service's");
        assertEquals(answer.body(), Wire.ask(port, "GET /openapi.json HTTP/1.1").body());
    }

    @Test
    void serviceThatIsAwayIsNamed() throws IOException {
        Answer answer = Wire.ask(port, "GET /openapi HTTP/1.1");
        assertEquals(new JsonArray().add("priorities-service"), answer.json().getJsonArray("x-surety-missing"));
        assertTrue(answer.json().getJsonObject("info").getString("description").contains("priorities-service"));
    }

    @Test
    void whatTheGatewayAnswersItselfIsDescribedToo() throws IOException {
        JsonObject document = Wire.ask(port, "GET /openapi HTTP/1.1").json();
        JsonObject operation = document.getJsonObject("paths").getJsonObject("/api/v1/my-party").getJsonObject("get");
        assertEquals("#/components/schemas/MyParty", operation.getJsonObject("responses").getJsonObject("200")
                .getJsonObject("content").getJsonObject("application/json").getJsonObject("schema").getString("$ref"));
        JsonObject schemas = document.getJsonObject("components").getJsonObject("schemas");
        assertEquals(Set.of("party", "complete", "duties", "pointsOfContact"),
                schemas.getJsonObject("MyParty").getJsonObject("properties").fieldNames());
        assertTrue(schemas.containsKey("UnavailablePart"));
    }

    @Test
    void unchangedDocumentIsNotSentAgain() throws IOException {
        String tag = Wire.ask(port, "GET /openapi HTTP/1.1").header("etag");
        assertEquals(304, Wire.ask(port, "GET /openapi HTTP/1.1", "If-None-Match: " + tag).status());
        assertEquals(304, Wire.ask(port, "GET /openapi HTTP/1.1", "If-None-Match: \"x\", " + tag).status());
        assertEquals(200, Wire.ask(port, "GET /openapi HTTP/1.1", "If-None-Match: \"x\"").status());
    }

    @Test
    void itCanOnlyBeRead() throws IOException {
        assertTrue(Wire.ask(port, "PUT /openapi HTTP/1.1", "Content-Length: 0").isProblem(ProblemType.METHOD_NOT_ALLOWED));
    }
}
