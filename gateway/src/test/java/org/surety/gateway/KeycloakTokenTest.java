package org.surety.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.surety.gateway.Wire.Answer;
import org.surety.gateway.problem.ProblemType;
import org.surety.local.TestParts;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;

/**
 * Tokens of a real Keycloak with the realm the project ships.
 */
@QuarkusTest
@WithTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "issuer", value = "keycloak"))
class KeycloakTokenTest {

    private static final String REQUEST = "GET /api/v1/parties/echo HTTP/1.1";

    @Inject
    Config config;

    private int port;

    @BeforeEach
    void look() {
        port = config.getValue("quarkus.http.port", Integer.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "coordinator", "auditor", "operator", "xaa.editor", "xaa.reader", "fra.editor"})
    void accessTokenOfAnyUserPassesWhateverTheRole(String user) throws IOException {
        String token = TestParts.token(user);
        Answer answer = Wire.ask(port, REQUEST, GatewayTest.bearer(token));
        assertEquals(200, answer.status());
        assertEquals("Bearer " + token, answer.json().getJsonObject("headers").getJsonArray("authorization").getString(0));
        assertEquals(401, Wire.ask(port, REQUEST).status());
    }

    @Test
    void accessTokenOfAMinistrysProgramPasses() throws IOException {
        assertEquals(200, Wire.ask(port, REQUEST, GatewayTest.bearer(TestParts.clientToken("ministry-xaa"))).status());
    }

    @ParameterizedTest
    @ValueSource(strings = { "delegation-service", "priorities-service", "commitments-service"})
    void tokenOfAServiceStaysInside(String service) throws IOException {
        Answer answer = Wire.ask(port, REQUEST, GatewayTest.bearer(TestParts.clientToken(service)));
        assertTrue(answer.isProblem(ProblemType.UNAUTHENTICATED));
    }

    @Test
    void idTokenAndRefreshTokenAreRefused() throws IOException, InterruptedException {
        String issuer = config.getValue("SURETY_OIDC_ISSUER", String.class);
        HttpRequest grant = HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "grant_type=password&client_id=surety-cli&scope=openid&username=xaa.reader&password=xaa.reader"))
                .build();
        JsonObject answer = new JsonObject(HttpClient.newHttpClient().send(grant, BodyHandlers.ofString()).body());
        assertEquals(200, Wire.ask(port, REQUEST, GatewayTest.bearer(answer.getString("access_token"))).status());
        for (String other : new String[]{ "id_token", "refresh_token"}) {
            Answer refused = Wire.ask(port, REQUEST, GatewayTest.bearer(answer.getString(other)));
            assertTrue(refused.isProblem(ProblemType.UNAUTHENTICATED), other);
        }
    }
}
