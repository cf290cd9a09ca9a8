package org.surety.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.surety.local.Service;

import com.fasterxml.jackson.databind.JsonNode;

/** The edge of the suite: who comes in, where to, and what one hears when something behind it is gone. */
@ExtendWith(SuiteExtension.class)
class GatewayIT {
    private static final String ASKED = "/api/v1/parties?limit=1";
    private static final String COVERAGE = "/api/v1/coverage?series=EXERCISE";
    private static final Duration RESTART = Duration.ofSeconds(60);
    private static RunningSuite suite;
    private static Api api;
    private static KeycloakTokens keycloak;

    @BeforeAll
    static void take(RunningSuite running) {
        suite = running;
        api = running.api();
        keycloak = new KeycloakTokens(running.instance());
    }

    @Test
    void requestWithoutATokenIsRefused() {
        Answer answer = api.sendBare("GET", ASKED, Map.of()).expectProblem(401, "unauthenticated");
        assertEquals("Bearer realm=\"surety\"", answer.header("WWW-Authenticate"));
    }

    @Test
    void tokenThatIsNoneIsRefused() {
        with("abc.def.ghi").expectProblem(401, "unauthenticated");
    }

    @Test
    void tokenWithAChangedClaimIsRefused() {
        String[] parts = api.token("xaa.editor").split("\\.");
        String payload = new String(java.util.Base64.getUrlDecoder().decode(parts[1])).replace("\"XAA\"", "\"XAB\"");
        with(parts[0] + "." + java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes()) + "." + parts[2])
                .expectProblem(401, "unauthenticated");
    }

    @Test
    void tokenOfAnotherRealmOfTheSameProviderIsRefused() {
        with(keycloak.ofAnotherRealm()).expectProblem(401, "unauthenticated");
    }

    @Test
    void tokenThatServicesHaveForOneAnotherIsRefused() {
        with(suite.internalToken(Service.PRIORITIES_SERVICE)).expectProblem(401, "unauthenticated");
    }

    @Test
    void tokenStopsWorkingWhenItHasExpired() {
        String token = keycloak.ofTheMinistryLasting(Duration.ofSeconds(4));
        with(token).expect(200);
        Eventually.see("the token expires", Duration.ofSeconds(30), () -> with(token).status(), status -> status != 200);
        with(token).expectProblem(401, "unauthenticated");
    }

    @Test
    void rawFeedIsNotRouted() {
        for (String user : List.of("coordinator", "auditor", "operator", "xaa.editor")) {
            api.get("/api/v1/log", user).expectProblem(404, "not-found");
        }
    }

    @Test
    void whatOperatorsAskIsNotRouted() {
        for (String path : List.of("/q/health", "/q/health/ready", "/q/metrics", "/q/openapi", "/q/dev-ui")) {
            api.get(path, "operator").expectProblem(404, "not-found");
        }
    }

    @Test
    void pathThatIsNotCanonicalIsRefused() {
        api.get("/api/v1/parties/../changes", "coordinator").expectProblem(400, "non-canonical-path");
        api.get("/api/v1//parties", "coordinator").expectProblem(400, "non-canonical-path");
    }

    @Test
    void apiDocumentHasThePathsOfAllServicesAndNeedsNoToken() {
        JsonNode document = api.sendBare("GET", "/openapi", Map.of()).expect(200).json();
        assertEquals("3.1.0", document.path("openapi").asText());
        assertTrue(document.path("x-surety-missing").isMissingNode(), document.path("x-surety-missing").toString());
        Set<String> paths = new TreeSet<>();
        document.path("paths").fieldNames().forEachRemaining(paths::add);
        Set<String> collections = new TreeSet<>();
        paths.forEach(path -> collections.add(path.replaceAll("^(/api/v1/[a-z-]+).*", "$1")));
        assertEquals(Set.of("/api/v1/parties", "/api/v1/persons", "/api/v1/gatherings", "/api/v1/delegations", "/api/v1/priorities",
                "/api/v1/requirements", "/api/v1/coverage", "/api/v1/commitments", "/api/v1/imports", "/api/v1/import-mappings",
                "/api/v1/party-groups", "/api/v1/accreditations", "/api/v1/credentials", "/api/v1/offices", "/api/v1/full-powers",
                "/api/v1/accepted-practices", "/api/v1/confirmations", "/api/v1/authority", "/api/v1/points-of-contact",
                "/api/v1/affected-acts", "/api/v1/duties", "/api/v1/my-party", "/api/v1/deliveries", "/api/v1/approvals",
                "/api/v1/caveats",
                "/api/v1/circular-conditions", "/api/v1/changes", "/api/v1/changes-between", "/api/v1/instruments",
                "/api/v1/situations",
                "/api/v1/obligations", "/api/v1/positions", "/api/v1/questions", "/api/v1/engagement", "/api/v1/weak-links",
                "/api/v1/credibility", "/api/v1/credibility-criteria", "/api/v1/scenarios",
                "/api/v1/scenario-evaluations", "/api/v1/reads", "/session", "/sign-out"),
                collections);
        assertTrue(paths.containsAll(
                Set.of("/api/v1/parties/{code}", "/api/v1/gatherings/{id}/tally", "/api/v1/delegations/{id}/restructures",
                        "/api/v1/requirements/{id}", "/api/v1/commitments/{id}/filings", "/api/v1/commitments/{id}/decisions",
                        "/api/v1/commitments/{id}/withdrawals", "/api/v1/imports/{id}")),
                paths.toString());
    }

    @Test
    void headersThatTheInsideTrustsHaveNoEffect() {
        Map<String, String> spoofed = Map.of("Content-Type", "application/json", "X-Forwarded-Host", "evil.example",
                "X-Forwarded-Proto",
                "https", "X-Forwarded-Prefix", "/evil", "Forwarded", "host=evil.example", "X-HTTP-Method-Override", "DELETE",
                "X-Surety-Viewer",
                "system");
        Answer made = api.post("/api/v1/persons", "xaa.editor",
                "{\"party\": \"XAA\", \"name\": \"Exercise person 911\", \"rank\": \"OTHER\"}",
                spoofed).expect(201);
        assertTrue(made.location().matches("/api/v1/persons/[0-9a-f-]{36}"), made.location());
        api.send("GET", made.location(), "xab.reader", null, Map.of("X-HTTP-Method-Override", "DELETE")).expect(200);
        api.get(made.location(), "xab.reader").expect(200);
    }

    @Test
    void serviceThatIsGoneIsNamedAndTheOthersGoOn() {
        suite.suite().service(Service.PRIORITIES_SERVICE).kill();
        try {
            Answer gone = api.get(COVERAGE, "xaa.reader").expectProblem(502, "upstream-unreachable");
            assertEquals("priorities-service", gone.json().path("upstream").asText());
            assertTrue(gone.json().path("detail").asText().startsWith("priorities-service "), gone.text());
            api.get("/api/v1/commitments?limit=1", "xaa.reader").expect(200);
            api.get("/api/v1/parties?limit=1", "xaa.reader").expect(200);
        } finally {
            suite.suite().service(Service.PRIORITIES_SERVICE).start();
        }
        Eventually.see("the gateway reaches the service again", RESTART, () -> api.get(COVERAGE, "xaa.reader").status(),
                status -> status == 200);
    }

    private static Answer with(String token) {
        return api.sendBare("GET", ASKED, Map.of("Authorization", "Bearer " + token));
    }
}
