package org.surety.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;

/**
 * The example overlay as a real kustomize renders it, under the same rules as the base. Run by deploy/kubernetes/render,
 * which makes the file; not a part of the module's own tests, for they need nothing but the JVM.
 */
@TestInstance(Lifecycle.PER_CLASS)
class RenderedOverlayCheck implements WorkloadRules, ConfigurationRules, NetworkRules {

    private final Manifests manifests = Manifests.ofRendered(Path.of(
            Objects.requireNonNull(System.getProperty("surety.rendered"), "surety.rendered: the rendered file")));

    @Override
    public Manifests manifests() {
        return manifests;
    }

    @Override
    public String ingressNamespace() {
        return "edge";
    }

    @Test
    void everythingIsInTheOneNamespace() {
        for (HasMetadata resource : manifests.resources()) {
            String namespace = resource.getMetadata().getNamespace();
            assertEquals(resource instanceof Namespace ? null : "surety", namespace, resource.getMetadata().getName());
        }
    }

    @Test
    void overlayChangesImagesReplicasAndIssuer() {
        manifests.workloads().forEach(workload -> assertTrue(workload.container().getImage().endsWith(":1.0.0"),
                workload.container().getImage()));
        assertEquals(3, ((Deployment) manifests.workload("gateway").resource()).getSpec().getReplicas());
        manifests.workloads().forEach(workload -> Optional.ofNullable(
                plainVariables(workload).get("SURETY_OIDC_ISSUER")).ifPresent(
                        issuer -> assertEquals("https://identity.register.surety.example/realms/surety", issuer)));
    }

    @Test
    void everyMigrationIsNamedWithTheRelease() {
        manifests.workloads().stream().filter(Workload::isJob).forEach(workload -> assertEquals(
                workload.name() + "-1-0-0", workload.resource().getMetadata().getName()));
    }

    @Test
    void changedConfigurationRollsThePods() {
        manifests.workloads().forEach(workload -> workload.container().getEnvFrom().forEach(source -> assertTrue(
                source.getConfigMapRef().getName().matches("[a-z0-9-]+-[a-z0-9]{10}"),
                source.getConfigMapRef().getName())));
    }

    @Test
    void onlyTheGatewayIsPublishedAndOnlyOverTls() {
        List<Ingress> doors = manifests.all(Ingress.class);
        assertEquals(1, doors.size());
        var spec = doors.get(0).getSpec();
        assertFalse(spec.getTls().isEmpty());
        spec.getRules().forEach(rule -> {
            assertTrue(rule.getHost().endsWith(".example"));
            assertTrue(spec.getTls().stream().anyMatch(tls -> tls.getHosts().contains(rule.getHost())));
            rule.getHttp().getPaths().forEach(path -> {
                assertEquals("gateway", path.getBackend().getService().getName());
                assertEquals("http", path.getBackend().getService().getPort().getName());
            });
        });
    }
}
