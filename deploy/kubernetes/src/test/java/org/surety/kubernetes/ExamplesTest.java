package org.surety.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The examples for database, broker and identity. The operators' kinds are not in the Kubernetes model, so only this
 * hand-kept list is checked of them: kinds, versions, the keys that each must have; and that names and rights agree with
 * what the base uses.
 */
class ExamplesTest {

    private static final Path FOLDER = Path.of("examples");

    private static final Map<String, List<String>> REQUIRED = Map.of(
            "postgresql.cnpg.io/v1/Cluster",
            List.of("/spec/instances", "/spec/storage/size", "/spec/managed/roles", "/spec/postgresql/synchronous/method",
                    "/spec/postgresql/synchronous/number"),
            "postgresql.cnpg.io/v1/Database", List.of("/spec/name", "/spec/owner", "/spec/cluster/name"),
            "rabbitmq.com/v1beta1/RabbitmqCluster", List.of("/spec/replicas", "/spec/persistence/storage"),
            "rabbitmq.com/v1beta1/Vhost", List.of("/spec/name", "/spec/rabbitmqClusterReference/name"),
            "rabbitmq.com/v1beta1/User",
            List.of("/spec/importCredentialsSecret/name", "/spec/rabbitmqClusterReference/name"),
            "rabbitmq.com/v1beta1/Permission",
            List.of("/spec/vhost", "/spec/userReference/name", "/spec/permissions/configure",
                    "/spec/permissions/write", "/spec/permissions/read", "/spec/rabbitmqClusterReference/name"),
            "k8s.keycloak.org/v2beta1/Keycloak",
            List.of("/spec/instances", "/spec/db/host", "/spec/db/passwordSecret/name", "/spec/hostname/hostname"),
            "k8s.keycloak.org/v2beta1/KeycloakRealmImport", List.of("/spec/keycloakCRName", "/spec/realm/realm"));

    @TestFactory
    Stream<DynamicTest> everyExampleSaysWhatItIs() {
        return Manifests.yamlFiles(FOLDER).stream().map(file -> DynamicTest.dynamicTest(file.toString(),
                () -> assertEquals("# Example: not applied by the base, not run here.",
                        StrictReader.text(file).lines().findFirst().orElseThrow())));
    }

    @TestFactory
    Stream<DynamicTest> everyResourceIsOfAKnownKindAndHasItsKeys() {
        return all().map(tree -> DynamicTest.dynamicTest(StrictReader.kindOf(tree) + " "
                + tree.at("/metadata/name").asText(), () -> assertKnown(tree)));
    }

    private static void assertKnown(JsonNode tree) {
        if (StrictReader.isCoreKind(tree)) {
            StrictReader.resource(tree);
            return;
        }
        List<String> required = REQUIRED.get(StrictReader.kindOf(tree));
        assertTrue(required != null, "Not in the list of kinds: " + StrictReader.kindOf(tree));
        required.forEach(key -> assertFalse(tree.at(key).isMissingNode(), key));
        assertFalse(tree.at("/metadata/name").asText().isBlank());
        assertFalse(tree.at("/metadata/namespace").asText().isBlank());
        Set<String> parts = new TreeSet<>();
        tree.fieldNames().forEachRemaining(parts::add);
        assertEquals(Set.of("apiVersion", "kind", "metadata", "spec"), parts);
    }

    @Test
    void everyKindOfTheListIsShown() {
        Set<String> shown = all().map(StrictReader::kindOf).collect(Collectors.toSet());
        assertTrue(shown.containsAll(REQUIRED.keySet()), shown.toString());
    }

    @Test
    void everyServiceHasADatabaseAnOwnerAndARoleWithoutRights() {
        JsonNode cluster = one("Cluster", "surety");
        Set<String> roles = new TreeSet<>();
        for (JsonNode role : cluster.at("/spec/managed/roles")) {
            String name = role.path("name").asText();
            roles.add(name);
            assertEquals("present", role.path("ensure").asText(), name);
            assertTrue(role.path("login").asBoolean(), name);
            for (String right : List.of("superuser", "createdb", "createrole", "replication", "bypassrls")) {
                assertTrue(role.has(right) && !role.path(right).asBoolean(), name + " " + right);
            }
            assertEquals(name.replace('_', '-'), role.at("/passwordSecret/name").asText());
        }
        Set<String> expected = new TreeSet<>();
        for (String database : RuntimeConfiguration.DATABASES.values()) {
            expected.add(database);
            expected.add(database + "_owner");
            JsonNode spec = one("Database", database).path("spec");
            assertEquals(database, spec.path("name").asText());
            assertEquals(database + "_owner", spec.path("owner").asText());
            assertEquals("retain", spec.path("databaseReclaimPolicy").asText());
            assertTrue(cluster.at("/spec/postgresql/pg_hba").toString()
                    .contains("hostssl " + database + " " + database + "_owner," + database + " all scram-sha-256"));
        }
        assertEquals(expected, roles);
        assertEquals(3, cluster.at("/spec/instances").asInt());
        assertEquals("host all all all reject", cluster.at("/spec/postgresql/pg_hba/3").asText());
    }

    @Test
    void everyServiceDeclaresItsOwnExchangeAndQueuesOnlyAndReadsThoseItFollows() {
        Map<String, String> followed = Map.of("priorities-service", "(delegations|commitments)", "commitments-service",
                "(delegations|priorities)");
        RuntimeConfiguration.DATABASES.forEach((service, owner) -> {
            JsonNode spec = one("Permission", service).path("spec");
            String others = followed.get(service);
            String own = others == null
                    ? "^surety\\." + owner + "$"
                    : "^(surety\\." + owner + "|" + service + "\\." + others + ")$";
            assertEquals(own, spec.at("/permissions/configure").asText());
            assertEquals(own, spec.at("/permissions/write").asText());
            assertEquals(others == null ? "^$" : "^(surety|" + service + ")\\." + others + "$",
                    spec.at("/permissions/read").asText());
            assertEquals("surety", spec.path("vhost").asText());
            assertEquals(service, spec.at("/userReference/name").asText());
            assertEquals(service, one("User", service).at("/spec/importCredentialsSecret/name").asText());
        });
        assertEquals(RuntimeConfiguration.SERVICES.size(), all()
                .filter(tree -> tree.path("kind").asText().equals("Permission")).count());
        assertEquals(3, one("RabbitmqCluster", "surety").at("/spec/replicas").asInt());
    }

    @Test
    void addressesOfTheBaseAreThoseOfTheExamples() {
        JsonNode cluster = one("Cluster", "surety");
        JsonNode broker = one("RabbitmqCluster", "surety");
        // CloudNativePG calls the Service of the primary <cluster>-rw, the RabbitMQ operator calls its Service <cluster>.
        String database = cluster.at("/metadata/name").asText() + "-rw." + cluster.at("/metadata/namespace").asText();
        String messages = broker.at("/metadata/name").asText() + "." + broker.at("/metadata/namespace").asText();
        Path configuration = Path.of("base/configuration");
        for (String service : RuntimeConfiguration.SERVICES) {
            String url = Manifests.envFile(configuration.resolve(service + ".env")).get("SURETY_DATABASE_URL");
            assertTrue(url.startsWith("jdbc:postgresql://" + database + ".svc:5432/"), url);
        }
        assertEquals(messages + ".svc",
                Manifests.envFile(configuration.resolve("broker.env")).get("SURETY_BROKER_HOST"));
        assertEquals(one("Keycloak", "surety").at("/spec/hostname/hostname").asText() + "/realms/surety",
                Manifests.envFile(configuration.resolve("suite.env")).get("SURETY_OIDC_ISSUER"));
    }

    @Test
    void noExampleHasASecretInIt() {
        assertTrue(all().noneMatch(tree -> tree.path("kind").asText().equals("Secret")));
    }

    private static Stream<JsonNode> all() {
        return Manifests.yamlFiles(FOLDER).stream().flatMap(file -> StrictReader.trees(StrictReader.text(file)).stream());
    }

    private static JsonNode one(String kind, String name) {
        return all().filter(tree -> tree.path("kind").asText().equals(kind))
                .filter(tree -> tree.at("/metadata/name").asText().equals(name))
                .findFirst().orElseThrow(() -> new AssertionError("No " + kind + " " + name));
    }
}
