package org.surety.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.api.model.Service;

/** Each process gets the variables it reads, no password that is another's, and nothing that nobody provides. */
interface ConfigurationRules {

    /** A line of the README's tables of what has to be made by hand: kind, name, key. */
    Pattern BY_HAND = Pattern.compile("^\\| (Secret|ConfigMap) \\| `([a-z-]+)` \\| `([a-z.-]+)` \\|.*");

    Manifests manifests();

    @TestFactory
    default Stream<DynamicTest> everyProcessGetsItsVariables() {
        return manifests().workloads().stream().map(workload -> DynamicTest.dynamicTest(workload.toString(), () -> {
            Map<String, String> plain = plainVariables(workload);
            Set<String> missing = new TreeSet<>(RuntimeConfiguration.plain(workload.name()));
            missing.removeAll(plain.keySet());
            assertEquals(Set.of(), missing);
            plain.forEach((name, value) -> assertFalse(value.isBlank(), name));
            // Exactly its own secrets: no password of the owner in a service, none of a service in a migration.
            assertEquals(new TreeSet<>(RuntimeConfiguration.secret(workload.name())),
                    new TreeSet<>(secretVariables(workload).keySet()));
        }));
    }

    @TestFactory
    default Stream<DynamicTest> secretsComeOnlyOutOfSecrets() {
        return manifests().workloads().stream().map(workload -> DynamicTest.dynamicTest(workload.toString(), () -> {
            for (String name : plainVariables(workload).keySet()) {
                assertFalse(name.matches(".*(PASSWORD|SECRET|_KEY|TOKEN).*"), name + " is written down");
            }
            for (EnvVar variable : workload.container().getEnv()) {
                assertTrue(variable.getValueFrom() != null && variable.getValueFrom().getSecretKeyRef() != null,
                        variable.getName() + " is neither in a ConfigMap nor in a Secret");
                assertFalse(Boolean.TRUE.equals(variable.getValueFrom().getSecretKeyRef().getOptional()));
            }
        }));
    }

    @Test
    default void gatewayKnowsNeitherDatabaseNorBroker() {
        for (String name : plainVariables(manifests().workload("gateway")).keySet()) {
            assertFalse(name.contains("DATABASE") || name.contains("BROKER") || name.contains("MIGRATION"), name);
        }
    }

    /** The environment stands above what a migration sets for itself: given a port, it would listen on it. */
    @Test
    default void migrationIsGivenNoPort() {
        WorkloadRules.MIGRATED.forEach(name -> plainVariables(manifests().workload(name)).keySet()
                .forEach(variable -> assertFalse(variable.startsWith("QUARKUS_"), name + " " + variable)));
    }

    /** A service that is given the owner's name takes it for the role to look at its schema with, and stays unready. */
    @Test
    default void serviceIsGivenNothingOfTheMigration() {
        WorkloadRules.DEPLOYED.forEach(name -> plainVariables(manifests().workload(name)).keySet()
                .forEach(variable -> assertFalse(variable.contains("MIGRATION"), name + " " + variable)));
    }

    @Test
    default void everyServiceHasItsOwnDatabaseAndNames() {
        for (String service : RuntimeConfiguration.SERVICES) {
            String database = RuntimeConfiguration.DATABASES.get(service);
            Map<String, String> variables = plainVariables(manifests().workload(service));
            assertTrue(variables.get("SURETY_DATABASE_URL").matches("jdbc:postgresql://[^/]+:5432/" + database
                    + "\\?sslmode=verify-full&sslrootcert=/etc/surety/database-ca/ca.crt"),
                    variables.get("SURETY_DATABASE_URL"));
            assertEquals(database, variables.get("SURETY_DATABASE_USER"));
            assertEquals(service, variables.get("SURETY_BROKER_USER"));
            assertEquals(service, variables.get("SURETY_SERVICE_CLIENT_ID"));
            assertEquals("surety", variables.get("SURETY_BROKER_VIRTUAL_HOST"));
            Map<String, String> migration = plainVariables(manifests().workload(service + "-migration"));
            assertEquals(variables.get("SURETY_DATABASE_URL"), migration.get("SURETY_DATABASE_URL"));
            assertEquals(database + "_owner", migration.get("SURETY_MIGRATION_USER"));
        }
    }

    @Test
    default void listeningPortsAreTheContainersPorts() {
        for (String name : WorkloadRules.DEPLOYED) {
            Map<String, String> variables = plainVariables(manifests().workload(name));
            Map<String, Integer> ports = manifests().workload(name).container().getPorts().stream()
                    .collect(Collectors.toMap(port -> port.getName(), port -> port.getContainerPort()));
            assertEquals(variables.get("QUARKUS_HTTP_PORT"), ports.get("http").toString());
            assertEquals(variables.get("QUARKUS_MANAGEMENT_PORT"), ports.get("management").toString());
        }
    }

    @Test
    default void ownersAreServicesOfTheSuite() {
        Map<String, String> variables = plainVariables(manifests().workload("gateway"));
        Map<String, String> expected = Map.of(
                "SURETY_DELEGATIONS_URL", "delegation-service",
                "SURETY_PRIORITIES_URL", "priorities-service",
                "SURETY_COMMITMENTS_URL", "commitments-service");
        expected.forEach((variable, service) -> {
            URI url = URI.create(variables.get(variable));
            assertEquals(service, url.getHost());
            assertEquals(manifests().find(Service.class, service).orElseThrow().getSpec().getPorts().get(0).getPort(),
                    url.getPort());
        });
        URI issuer = URI.create(variables.get("SURETY_OIDC_ISSUER"));
        assertEquals("https", issuer.getScheme());
        assertTrue(issuer.getPath().endsWith("/realms/surety"));
    }

    /** Everything referred to is either in the manifests or in the README's table of what is made by hand. */
    @Test
    default void everyReferenceLeadsSomewhere() {
        Map<String, Set<String>> byHand = madeByHand();
        Map<String, Set<String>> used = new TreeMap<>();
        for (Workload workload : manifests().workloads()) {
            secretVariables(workload).values().forEach(secret -> used
                    .computeIfAbsent("Secret " + secret.getName(), name -> new TreeSet<>()).add(secret.getKey()));
            workload.pod().getVolumes().stream().map(volume -> volume.getConfigMap()).filter(Objects::nonNull)
                    .forEach(source -> source.getItems().forEach(item -> used
                            .computeIfAbsent("ConfigMap " + source.getName(), name -> new TreeSet<>())
                            .add(item.getKey())));
            Set<String> volumes = workload.pod().getVolumes().stream().map(volume -> volume.getName())
                    .collect(Collectors.toSet());
            assertEquals(volumes, workload.container().getVolumeMounts().stream().map(mount -> mount.getName())
                    .collect(Collectors.toSet()));
        }
        assertEquals(byHand, used);
    }

    /** The plain variables of a process; fails where a ConfigMap that is referred to is not there. */
    default Map<String, String> plainVariables(Workload workload) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (EnvFromSource source : workload.container().getEnvFrom()) {
            String name = source.getConfigMapRef().getName();
            variables.putAll(manifests().find(ConfigMap.class, name)
                    .orElseThrow(() -> new AssertionError(workload + " refers to no such ConfigMap: " + name))
                    .getData());
        }
        return variables;
    }

    private static Map<String, SecretKeySelector> secretVariables(Workload workload) {
        return workload.container().getEnv().stream()
                .filter(variable -> variable.getValueFrom() != null)
                .collect(Collectors.toMap(EnvVar::getName, variable -> variable.getValueFrom().getSecretKeyRef()));
    }

    private static Map<String, Set<String>> madeByHand() {
        Map<String, Set<String>> keys = new TreeMap<>();
        StrictReader.text(Path.of("README.md")).lines().map(BY_HAND::matcher).filter(line -> line.matches())
                .forEach(line -> keys.computeIfAbsent(line.group(1) + " " + line.group(2), name -> new TreeSet<>())
                        .add(line.group(3)));
        return keys;
    }
}
