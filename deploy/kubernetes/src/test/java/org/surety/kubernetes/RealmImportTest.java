package org.surety.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/**
 * The example's realm is the realm of deploy/keycloak without what is there for the local demonstration: no user but the
 * services' own, no client that takes passwords. One is made from the other here, so that they cannot drift apart.
 */
class RealmImportTest {

    private static final Path REALM = Path.of("../keycloak/surety-realm.json");
    private static final Path EXAMPLE = Path.of("examples/realm-import.yaml");
    private static final Path RENEWED = Path.of("target/realm-import.yaml");

    private static final Set<String> CLIENTS = Set.of("gateway", "delegation-service", "priorities-service",
            "commitments-service");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(SURETY_([A-Z_]+)_CLIENT_SECRET)}");

    private static final String HEADER = """
            # Example: not applied by the base, not run here.
            # Made from deploy/keycloak/surety-realm.json (the build says when it is out of date, and how to renew it). Users and
            # clients of the local demonstration are not part of it: people come from your directory or identity providers, and
            # each needs the attribute `party` and the roles of its tasks. Change the host of the gateway below.
            # The import makes a realm that is not there yet and changes nothing in one that is.
            """;

    @Test
    void exampleIsTheRealmWithoutTheDemonstration() throws IOException {
        String renewed = HEADER + yaml().writeValueAsString(realmImport());
        if (!Files.exists(EXAMPLE) || !Files.readString(EXAMPLE).equals(renewed)) {
            Files.writeString(RENEWED, renewed);
        }
        assertEquals(renewed, StrictReader.text(EXAMPLE), """
                The realm of deploy/keycloak has changed. Look at the difference and take it over, in deploy/kubernetes:
                cp target/realm-import.yaml examples/realm-import.yaml
                """);
    }

    @Test
    void exampleHoldsNoUserAndNoSecret() {
        JsonNode spec = StrictReader.trees(StrictReader.text(EXAMPLE)).get(0).path("spec");
        assertEquals(CLIENTS, texts(spec.path("realm").path("clients"), "clientId"));
        Set<String> services = new TreeSet<>(CLIENTS);
        services.remove("gateway");
        assertEquals(services, texts(spec.path("realm").path("users"), "serviceAccountClientId"));
        for (JsonNode user : spec.path("realm").path("users")) {
            assertFalse(user.has("credentials"), user.path("username").asText());
        }
        for (JsonNode client : spec.path("realm").path("clients")) {
            assertFalse(client.path("directAccessGrantsEnabled").asBoolean(), client.path("clientId").asText());
            assertEquals(true, PLACEHOLDER.matcher(client.path("secret").asText()).matches());
        }
        assertFalse(spec.toString().contains("127.0.0.1"));
    }

    private static ObjectNode realmImport() throws IOException {
        ObjectNode realm = (ObjectNode) new ObjectMapper().readTree(Files.readString(REALM)
                .replace("${SURETY_GATEWAY_URL}", "https://register.surety.example"));
        realm.put("displayName", "Surety: not accredited for classified information");
        keep(realm.withArray("clients"), client -> CLIENTS.contains(client.path("clientId").asText()));
        keep(realm.withArray("users"), user -> CLIENTS.contains(user.path("serviceAccountClientId").asText()));
        keep(realm.withArray("scopeMappings"), mapping -> CLIENTS.contains(mapping.path("client").asText()));
        ObjectNode resource = new ObjectMapper().createObjectNode();
        resource.put("apiVersion", "k8s.keycloak.org/v2beta1").put("kind", "KeycloakRealmImport");
        resource.putObject("metadata").put("name", "surety").put("namespace", "surety-identity");
        ObjectNode spec = resource.putObject("spec");
        spec.put("keycloakCRName", "surety");
        ObjectNode placeholders = spec.putObject("placeholders");
        for (MatchResult secret : PLACEHOLDER.matcher(realm.toString()).results().toList()) {
            placeholders.putObject(secret.group(1)).putObject("secret")
                    .put("name", secret.group(2).toLowerCase().replace('_', '-'))
                    .put("key", "client-secret");
        }
        spec.set("realm", realm);
        return resource;
    }

    private static void keep(ArrayNode nodes, Predicate<JsonNode> wanted) {
        for (int i = nodes.size() - 1; i >= 0; i--) {
            if (!wanted.test(nodes.get(i))) {
                nodes.remove(i);
            }
        }
    }

    private static Set<String> texts(JsonNode nodes, String field) {
        return StreamSupport.stream(nodes.spliterator(), false).map(node -> node.path(field).asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static YAMLMapper yaml() {
        return YAMLMapper.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .disable(YAMLGenerator.Feature.SPLIT_LINES)
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
                .build();
    }
}
