package org.surety.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The base and the migration as they stand in their folders; and the proof that each rule for pods can fail. */
@TestInstance(Lifecycle.PER_CLASS)
class BaseManifestsTest implements WorkloadRules, ConfigurationRules, NetworkRules {

    /** The security of a pod of the suite, on few lines. */
    private static final String KEPT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: gateway}
            spec:
              template:
                metadata: {labels: {app.kubernetes.io/name: gateway}}
                spec: {serviceAccountName: gateway, automountServiceAccountToken: false, enableServiceLinks: false,
                  securityContext: {runAsNonRoot: true, runAsUser: 10001, runAsGroup: 10001,
                    seccompProfile: {type: RuntimeDefault}},
                  containers: [{name: gateway, image: surety/gateway:1.0.0, imagePullPolicy: IfNotPresent,
                    ports: [{name: http, containerPort: 8080}],
                    resources: {requests: {cpu: 250m, memory: 1Mi, ephemeral-storage: 1Mi},
                      limits: {cpu: "2", memory: 1Mi, ephemeral-storage: 1Mi}},
                    securityContext: {allowPrivilegeEscalation: false, readOnlyRootFilesystem: true,
                      capabilities: {drop: [ALL]}},
                    volumeMounts: [{name: tmp, mountPath: /tmp}]}],
                  volumes: [{name: tmp, emptyDir: {sizeLimit: 64Mi}}]}
            """;

    private final Manifests manifests = Manifests.ofBase();

    @Override
    public Manifests manifests() {
        return manifests;
    }

    @Override
    public String ingressNamespace() {
        return "ingress";
    }

    /** Each breach is made in the manifest of the gateway, and exactly its rule has to report it. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
            "NOT_ROOT | 'runAsNonRoot: true' | 'runAsNonRoot: false'",
            "HIGH_USER | 'runAsUser: 10001' | 'runAsUser: 1000'",
            "HIGH_USER | 'readOnlyRootFilesystem: true' | 'readOnlyRootFilesystem: true, runAsUser: 0'",
            "HIGH_GROUP | 'runAsGroup: 10001' | 'runAsGroup: 0'",
            "SECCOMP | 'type: RuntimeDefault' | 'type: Unconfined'",
            "NO_ESCALATION | 'allowPrivilegeEscalation: false' | 'allowPrivilegeEscalation: true'",
            "NOT_PRIVILEGED | 'readOnlyRootFilesystem: true' | 'readOnlyRootFilesystem: true, privileged: true'",
            "NO_CAPABILITIES | 'drop: [ALL]' | 'drop: [NET_RAW]'",
            "NO_CAPABILITIES | 'drop: [ALL]' | 'drop: [ALL], add: [NET_ADMIN]'",
            "READ_ONLY_ROOT | 'readOnlyRootFilesystem: true' | 'readOnlyRootFilesystem: false'",
            "NO_HOST_NAMESPACES | 'enableServiceLinks: false' | 'enableServiceLinks: false, hostNetwork: true'",
            "NO_HOST_PORTS | 'containerPort: 8080' | 'containerPort: 8080, hostPort: 8080'",
            "HARMLESS_VOLUMES | 'emptyDir: {sizeLimit: 64Mi}' | 'emptyDir: {}'",
            "WRITABLE_TMP | 'mountPath: /tmp' | 'mountPath: /var/tmp'",
            "NO_PROC_MOUNT | 'readOnlyRootFilesystem: true' | 'readOnlyRootFilesystem: true, procMount: Unmasked'",
            "NO_SYSCTLS | 'runAsNonRoot: true' | 'runAsNonRoot: true, sysctls: [{name: a, value: b}]'",
            "NO_LINUX_OPTIONS | 'runAsNonRoot: true' | 'runAsNonRoot: true, seLinuxOptions: {type: spc_t}'",
            "NO_TOKEN | 'automountServiceAccountToken: false' | 'automountServiceAccountToken: true'",
            "OWN_ACCOUNT | 'serviceAccountName: gateway' | 'serviceAccountName: default'",
            "NO_SERVICE_LINKS | 'enableServiceLinks: false' | 'enableServiceLinks: true'",
            "ONE_CONTAINER | 'enableServiceLinks: false' | 'enableServiceLinks: false, initContainers: [{name: a}]'",
            "REQUESTS | 'requests: {cpu: 250m, ' | 'requests: {'",
            "LIMITS | 'limits: {cpu: \"2\", ' | 'limits: {'",
            "REQUESTS_WITHIN_LIMITS | 'cpu: 250m' | 'cpu: 2500m'",
            "PINNED_IMAGE | 'image: surety/gateway:1.0.0' | 'image: surety/gateway:latest'",
            "PULLED_ONCE | 'imagePullPolicy: IfNotPresent' | 'imagePullPolicy: Always'",
            "NO_COMMAND | 'imagePullPolicy: IfNotPresent' | 'imagePullPolicy: IfNotPresent, command: [sh]'",
    })
    void breachIsReportedByItsRule(PodRule rule, String right, String wrong) {
        assertEquals(List.of(), broken(KEPT));
        assertTrue(KEPT.contains(right), right);
        assertEquals(List.of(rule), broken(KEPT.replace(right, wrong)));
    }

    private static List<PodRule> broken(String manifest) {
        Workload workload = Workload.of(StrictReader.read(manifest).get(0)).orElseThrow();
        return Stream.of(PodRule.values()).filter(rule -> !rule.holdsFor(workload)).toList();
    }

    @Test
    void imagesArePinnedAndNameNoRegistry() {
        assertTrue(PodRule.isPinned("surety/gateway:1.0.0"));
        assertTrue(PodRule.isPinned("surety/gateway@sha256:" + "0123456789abcdef".repeat(4)));
        assertFalse(PodRule.isPinned("surety/gateway"));
        assertFalse(PodRule.isPinned("surety/gateway:latest"));
        assertFalse(PodRule.isPinned("surety/gateway@sha256:abc"));
        assertFalse(PodRule.isPinned("registry.example/surety/gateway:1.0.0"));
        assertFalse(PodRule.isPinned("localhost:5000/gateway:1.0.0"));
    }
}
