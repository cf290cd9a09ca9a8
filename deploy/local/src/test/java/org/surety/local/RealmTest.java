package org.surety.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The committed realm: what every token must carry, and what must never be in the file. */
class RealmTest {
    private static final List<String> SERVICES = List.of("delegation-service", "priorities-service", "commitments-service",
            "example-consumer");
    private final JsonNode realm = parsed(text());

    private static String text() {
        try {
            return Files.readString(Path.of(System.getProperty("surety.root"), "deploy/keycloak/surety-realm.json"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static JsonNode parsed(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void localRealmIsTheCommittedOneWithPasswordsThatAreCheapToCheck() {
        ObjectNode local = (ObjectNode) parsed(KeycloakPart.withPasswordPolicy(text()));
        assertTrue(local.remove("passwordPolicy").asText().contains("hashIterations(1)"));
        assertEquals(realm, local);
    }

    @Test
    void builtInScopesAreLeftToKeycloak() {
        assertFalse(realm.has("clientScopes"), "a list of client scopes takes the built-in ones away, and with them the sub claim");
    }

    @Test
    void accessTokensLiveFiveMinutes() {
        assertEquals(300, realm.get("accessTokenLifespan").asInt());
    }

    @Test
    void everyClientPutsPartyRolesAndItsAudienceIntoTheToken() {
        Map<String, String> audiences = new HashMap<>();
        for (JsonNode client : realm.get("clients")) {
            Set<String> claims = new HashSet<>();
            for (JsonNode mapper : client.get("protocolMappers")) {
                JsonNode config = mapper.get("config");
                assertEquals("true", config.get("access.token.claim").asText());
                if (config.has("claim.name")) {
                    claims.add(config.get("claim.name").asText());
                } else {
                    audiences.put(client.get("clientId").asText(), config.get("included.custom.audience").asText());
                }
            }
            assertEquals(Set.of("party", "roles", "preferred_username"), claims);
            assertFalse(client.get("fullScopeAllowed").asBoolean());
            assertEquals(List.of("basic"), texts(client.get("defaultClientScopes")));
        }
        assertEquals(Map.of("gateway", "surety", "surety-cli", "surety", "ministry-xaa", "surety", "delegation-service",
                "surety-internal",
                "priorities-service", "surety-internal", "commitments-service", "surety-internal", "example-consumer",
                "surety-internal"), audiences);
    }

    @Test
    void onlyTheCommandLineClientMayAskWithAPassword() {
        for (JsonNode client : realm.get("clients")) {
            assertEquals(client.get("clientId").asText().equals("surety-cli"), client.get("directAccessGrantsEnabled").asBoolean());
            assertEquals(client.get("clientId").asText().equals("surety-cli"), client.get("publicClient").asBoolean());
        }
    }

    @Test
    void browsersSignInAtTheGatewayAloneAndWithProofOfTheirKey() {
        for (JsonNode client : realm.get("clients")) {
            boolean gateway = client.get("clientId").asText().equals("gateway");
            assertEquals(gateway, client.get("standardFlowEnabled").asBoolean());
            assertFalse(client.get("implicitFlowEnabled").asBoolean());
            if (gateway) {
                assertEquals(List.of("${SURETY_GATEWAY_URL}/sign-in/callback"), texts(client.get("redirectUris")));
                assertEquals(List.of(), texts(client.get("webOrigins")));
                assertEquals("S256", client.get("attributes").get("pkce.code.challenge.method").asText());
                assertEquals("${SURETY_GATEWAY_URL}/sign-out/back-channel",
                        client.get("attributes").get("backchannel.logout.url").asText());
                assertEquals("true", client.get("attributes").get("backchannel.logout.session.required").asText());
            }
        }
        assertTrue(realm.get("displayName").asText().contains("not accredited for classified information"));
    }

    @Test
    void noSecretIsCommitted() {
        for (JsonNode client : realm.get("clients")) {
            if (client.has("secret")) {
                assertTrue(client.get("secret").asText().matches("\\$\\{SURETY_[A-Z_]+_CLIENT_SECRET}"),
                        client.get("secret").asText());
            }
        }
    }

    @Test
    void onlyServicesHaveTheRoleOfServices() {
        List<String> holders = new ArrayList<>();
        for (JsonNode user : realm.get("users")) {
            if (texts(user.get("realmRoles")).contains("service")) {
                holders.add(user.get("serviceAccountClientId").asText());
            }
        }
        assertEquals(SERVICES, holders);
        for (JsonNode scope : realm.get("scopeMappings")) {
            assertEquals(SERVICES.contains(scope.get("client").asText()), texts(scope.get("roles")).contains("service"));
        }
    }

    @Test
    void everyPartyHasAnEditorAndAReaderAndNobodyElseHasAParty() {
        Set<String> parties = Set.of("XAA", "XAB", "XAC", "XAD", "XAE", "XAF", "XAG", "XAH", "XAI", "XAJ", "FRA", "GBR", "DEU",
                "UKR", "USA", "EU");
        Map<String, List<String>> roles = new HashMap<>();
        for (JsonNode user : realm.get("users")) {
            String name = user.get("username").asText();
            if (user.has("attributes") && !user.has("serviceAccountClientId")) {
                assertEquals(name.substring(0, name.indexOf('.')).toUpperCase(java.util.Locale.ROOT),
                        user.get("attributes").get("party").get(0).asText());
                roles.put(name, texts(user.get("realmRoles")));
                assertEquals(name, user.get("credentials").get(0).get("value").asText());
            }
        }
        Map<String, List<String>> expected = new HashMap<>();
        for (String party : parties) {
            expected.put(party.toLowerCase(java.util.Locale.ROOT) + ".editor", List.of("editor", "reader"));
            expected.put(party.toLowerCase(java.util.Locale.ROOT) + ".reader", List.of("reader"));
        }
        expected.put("xaa.wall", List.of("display", "reader"));
        assertEquals(expected, roles);
    }

    @Test
    void aUserCannotChangeTheOwnParty() throws IOException {
        JsonNode provider = realm.get("components").get("org.keycloak.userprofile.UserProfileProvider").get(0);
        JsonNode profile = new ObjectMapper().readTree(provider.get("config").get("kc.user.profile.config").get(0).asText());
        JsonNode party = StreamSupport.stream(profile.get("attributes").spliterator(), false)
                .filter(attribute -> attribute.get("name").asText().equals("party")).findFirst().orElseThrow();
        assertEquals(List.of("admin"), texts(party.get("permissions").get("edit")));
        assertFalse(profile.has("unmanagedAttributePolicy"));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }
}
