package org.surety.kubernetes;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;

/** What must hold of the pods and what stands around them, in the folders of the base and in whatever kustomize makes of them. */
interface WorkloadRules {

    Set<String> DEPLOYED = Set.of("delegation-service", "priorities-service",
            "commitments-service", "gateway");
    Set<String> MIGRATED = Set.of("delegation-service-migration",
            "priorities-service-migration", "commitments-service-migration");

    Manifests manifests();

    @Test
    default void fourDeploymentsAndThreeMigrations() {
        assertEquals(DEPLOYED, names(false));
        assertEquals(MIGRATED, names(true));
    }

    private Set<String> names(boolean jobs) {
        return manifests().workloads().stream().filter(workload -> workload.isJob() == jobs).map(Workload::name)
                .collect(Collectors.toSet());
    }

    @TestFactory
    default Stream<DynamicTest> everyPodKeepsEveryRule() {
        return manifests().workloads().stream()
                .flatMap(workload -> Stream.of(PodRule.values())
                        .map(rule -> DynamicTest.dynamicTest(workload + ": " + rule.sentence(),
                                () -> assertTrue(rule.holdsFor(workload), workload + ": " + rule.sentence()))));
    }

    @TestFactory
    default Stream<DynamicTest> probesAskTheManagementPort() {
        return deployments().map(workload -> DynamicTest.dynamicTest(workload.name(), () -> {
            Container container = workload.container();
            assertEquals(Map.of("http", 8080, "management", 9000), container.getPorts().stream()
                    .collect(Collectors.toMap(port -> port.getName(), port -> port.getContainerPort())));
            assertAll(
                    // Liveness asks the process alone. Would it ask what readiness asks, an outage of the database or
                    // of the broker would restart every pod at once.
                    () -> assertProbe("/q/health/live", container.getLivenessProbe()),
                    () -> assertProbe("/q/health/ready", container.getReadinessProbe()),
                    () -> assertProbe("/q/health/started", container.getStartupProbe()));
            assertNotEquals(container.getReadinessProbe().getHttpGet().getPath(),
                    container.getLivenessProbe().getHttpGet().getPath());
        }));
    }

    private static void assertProbe(String path, Probe probe) {
        assertEquals(path, probe.getHttpGet().getPath());
        assertEquals("management", probe.getHttpGet().getPort().getStrVal());
        assertTrue(probe.getTimeoutSeconds() <= probe.getPeriodSeconds(), "The next probe would overtake this one");
    }

    @TestFactory
    default Stream<DynamicTest> rolloutsAndDrainsKeepAnswering() {
        return deployments().map(workload -> DynamicTest.dynamicTest(workload.name(), () -> {
            var spec = ((Deployment) workload.resource()).getSpec();
            assertTrue(spec.getReplicas() >= 2, "One pod is an outage for each restart");
            assertEquals(0, spec.getStrategy().getRollingUpdate().getMaxUnavailable().getIntVal());
            // 5 s unready, 20 s for the work at hand, and time to close the pools.
            assertTrue(workload.pod().getTerminationGracePeriodSeconds() > 25 + 5);
            assertTrue(NetworkReach.selects(spec.getSelector(), workload.podLabels()));
            assertEquals(Set.of("kubernetes.io/hostname", "topology.kubernetes.io/zone"),
                    workload.pod().getTopologySpreadConstraints().stream().map(spread -> spread.getTopologyKey())
                            .collect(Collectors.toSet()));
            workload.pod().getTopologySpreadConstraints().forEach(spread -> assertTrue(
                    NetworkReach.selects(spread.getLabelSelector(), workload.podLabels())));
            List<PodDisruptionBudget> budgets = manifests().all(PodDisruptionBudget.class).stream()
                    .filter(budget -> NetworkReach.selects(budget.getSpec().getSelector(), workload.podLabels()))
                    .toList();
            // Two budgets over one pod forbid its eviction altogether.
            assertEquals(1, budgets.size());
            assertEquals(1, budgets.get(0).getSpec().getMaxUnavailable().getIntVal());
        }));
    }

    @TestFactory
    default Stream<DynamicTest> migrationsRunOnceAndGoAway() {
        return manifests().workloads().stream().filter(Workload::isJob)
                .map(workload -> DynamicTest.dynamicTest(workload.name(), () -> {
                    var job = ((Job) workload.resource()).getSpec();
                    assertEquals(List.of("migrate"), workload.container().getArgs());
                    assertEquals("Never", workload.pod().getRestartPolicy());
                    assertTrue(job.getTtlSecondsAfterFinished() > 0);
                    assertTrue(job.getActiveDeadlineSeconds() > 0);
                    String service = workload.name().replace("-migration", "");
                    assertEquals(manifests().workload(service).container().getImage(), workload.container().getImage(),
                            "The migration has to come out of the same image");
                    assertTrue(manifests().all(PodDisruptionBudget.class).stream().noneMatch(
                            budget -> NetworkReach.selects(budget.getSpec().getSelector(), workload.podLabels())));
                }));
    }

    @TestFactory
    default Stream<DynamicTest> trafficAndManagementAreSeparateServices() {
        return deployments().map(workload -> DynamicTest.dynamicTest(workload.name(), () -> {
            Service traffic = manifests().find(Service.class, workload.name()).orElseThrow();
            Service management = manifests().find(Service.class, workload.name() + "-management").orElseThrow();
            assertEquals(List.of("http 8080 http"), ports(traffic));
            assertEquals(List.of("management 9000 management"), ports(management));
            assertEquals("None", management.getSpec().getClusterIP(), "Each pod is asked by itself");
            for (Service service : List.of(traffic, management)) {
                assertEquals(List.of(workload), manifests().workloads().stream()
                        .filter(other -> other.podLabels().entrySet()
                                .containsAll(service.getSpec().getSelector().entrySet()))
                        .toList());
                assertTrue(Set.of("", "ClusterIP").contains(
                        service.getSpec().getType() == null ? "" : service.getSpec().getType()));
            }
        }));
    }

    private static List<String> ports(Service service) {
        List<String> ports = new ArrayList<>();
        for (ServicePort port : service.getSpec().getPorts()) {
            ports.add(port.getName() + " " + port.getPort() + " " + port.getTargetPort().getStrVal());
        }
        return ports;
    }

    @Test
    default void everyPodHasItsAccountAndNoAccountHasRights() {
        Set<String> accounts = manifests().all(ServiceAccount.class).stream()
                .map(account -> account.getMetadata().getName()).collect(Collectors.toSet());
        manifests().workloads().forEach(workload -> assertEquals(
                workload.isJob() ? "migration" : workload.name(), workload.pod().getServiceAccountName()));
        assertEquals(manifests().workloads().stream().map(workload -> workload.pod().getServiceAccountName())
                .collect(Collectors.toSet()), accounts);
        manifests().all(ServiceAccount.class)
                .forEach(account -> assertEquals(Boolean.FALSE, account.getAutomountServiceAccountToken()));
    }

    @Test
    default void namespaceRefusesPodsThatAreNotRestricted() {
        List<Namespace> namespaces = manifests().all(Namespace.class);
        assertEquals(1, namespaces.size());
        Map<String, String> labels = namespaces.get(0).getMetadata().getLabels();
        for (String mode : List.of("enforce", "audit", "warn")) {
            assertEquals("restricted", labels.get("pod-security.kubernetes.io/" + mode), mode);
        }
    }

    @Test
    default void noSecretIsWrittenDown() {
        assertEquals(List.of(), manifests().all(Secret.class));
    }

    @Test
    default void everythingIsLabelledAndNamedOnce() {
        Set<String> seen = new TreeSet<>();
        for (HasMetadata resource : manifests().resources()) {
            String name = resource.getKind() + "/" + resource.getMetadata().getName();
            assertTrue(seen.add(name), "Twice: " + name);
            if (!resource.getKind().equals("ConfigMap")) {
                assertEquals("surety", resource.getMetadata().getLabels().get("app.kubernetes.io/part-of"), name);
            }
        }
        manifests().workloads().forEach(workload -> {
            assertFalse(workload.podLabels().get("app.kubernetes.io/component").isBlank());
            assertEquals("surety", workload.podLabels().get("app.kubernetes.io/part-of"));
        });
    }

    private Stream<Workload> deployments() {
        return manifests().workloads().stream().filter(workload -> !workload.isJob());
    }
}
