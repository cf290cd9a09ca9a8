package org.surety.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;

/** Who may talk to whom, whole: every allowed connection is in the list, and every other one is closed. */
interface NetworkRules {

    /** Every port that anything listens on, and two that nothing of the suite has to reach. */
    List<String> PORTS = List.of("UDP 53", "TCP 53", "TCP 443", "TCP 5432", "TCP 5671", "TCP 5672", "TCP 8080",
            "TCP 8443", "TCP 9000", "TCP 15672");

    Manifests manifests();

    /** The namespace of the ingress controller. */
    String ingressNamespace();

    @Test
    default void everyPodIsClosedInBothDirections() {
        NetworkReach reach = reach();
        for (NetworkReach.End pod : here()) {
            assertTrue(reach.isClosed(pod, "Ingress"), pod.name());
            assertTrue(reach.isClosed(pod, "Egress"), pod.name());
        }
    }

    /** Closed by the policy that says so, not only by the way because some other one selects the pod. */
    @Test
    default void nothingIsOpenByDefault() {
        NetworkPolicySpec spec = manifests().find(NetworkPolicy.class, "default-deny").orElseThrow().getSpec();
        assertEquals(new LabelSelector(), spec.getPodSelector());
        assertEquals(List.of("Ingress", "Egress"), spec.getPolicyTypes());
        assertTrue(spec.getIngress().isEmpty() && spec.getEgress().isEmpty());
    }

    /** Each side by itself: a side that is too open would else hide behind the other that is closed. */
    @Test
    default void senderAndReceiverAllowTheseConnectionsOnly() {
        NetworkReach reach = reach();
        Set<String> sent = new TreeSet<>();
        Set<String> received = new TreeSet<>();
        for (NetworkReach.End from : ends()) {
            for (NetworkReach.End to : ends()) {
                for (String port : PORTS) {
                    String protocol = port.substring(0, 3);
                    int number = Integer.parseInt(port.substring(4));
                    String connection = from.name() + " -> " + to.name() + " " + port;
                    if (from.isHere() && reach.sends(from, to, protocol, number)) {
                        sent.add(connection);
                    }
                    if (to.isHere() && reach.receives(from, to, protocol, number)) {
                        received.add(connection);
                    }
                }
            }
        }
        Set<String> here = here().stream().map(NetworkReach.End::name).collect(Collectors.toSet());
        assertEquals(wanted(connection -> here.contains(connection.split(" -> ")[0])), String.join("\n", sent));
        assertEquals(wanted(connection -> here.contains(connection.split(" -> ")[1].split(" ")[0])),
                String.join("\n", received));
    }

    private String wanted(Predicate<String> side) {
        Set<String> expected = new TreeSet<>();
        for (NetworkReach.End pod : here()) {
            expected.add(pod.name() + " -> kube-dns UDP 53");
            expected.add(pod.name() + " -> kube-dns TCP 53");
        }
        for (String service : RuntimeConfiguration.SERVICES) {
            expected.add("gateway -> " + service + " TCP 8080");
            expected.add(service + " -> database TCP 5432");
            expected.add(service + "-migration -> database TCP 5432");
            expected.add(service + " -> broker TCP 5672");
        }
        for (String pod : WorkloadRules.DEPLOYED) {
            expected.add("monitoring -> " + pod + " TCP 9000");
            for (String issuer : List.of("identity", "ingress")) {
                expected.add(pod + " -> " + issuer + " TCP 443");
                expected.add(pod + " -> " + issuer + " TCP 8443");
            }
        }
        expected.add("ingress -> gateway TCP 8080");
        // The feeds that are followed.
        expected.add("priorities-service -> delegation-service TCP 8080");
        expected.add("priorities-service -> commitments-service TCP 8080");
        expected.add("commitments-service -> delegation-service TCP 8080");
        expected.add("commitments-service -> priorities-service TCP 8080");
        return expected.stream().filter(side).collect(Collectors.joining("\n"));
    }

    private List<NetworkReach.End> ends() {
        List<NetworkReach.End> ends = new ArrayList<>(here());
        ends.add(new NetworkReach.End("kube-dns", "kube-system", Map.of("k8s-app", "kube-dns")));
        ends.add(new NetworkReach.End("another of the system", "kube-system", Map.of("k8s-app", "metrics-server")));
        ends.add(new NetworkReach.End("ingress", ingressNamespace(), Map.of()));
        ends.add(new NetworkReach.End("monitoring", "monitoring", Map.of()));
        ends.add(new NetworkReach.End("database", "surety-database", Map.of()));
        ends.add(new NetworkReach.End("broker", "surety-broker", Map.of()));
        ends.add(new NetworkReach.End("identity", "surety-identity", Map.of()));
        ends.add(new NetworkReach.End("somebody else", "default", Map.of("app.kubernetes.io/name", "gateway")));
        return ends;
    }

    private NetworkReach reach() {
        return new NetworkReach(manifests().all(NetworkPolicy.class));
    }

    /** The pods of the suite, and one that somebody adds to the namespace later. */
    private List<NetworkReach.End> here() {
        List<NetworkReach.End> pods = new ArrayList<>();
        manifests().workloads().forEach(
                workload -> pods.add(new NetworkReach.End(workload.name(), null, workload.podLabels())));
        pods.add(new NetworkReach.End("latecomer", null, Map.of("app.kubernetes.io/part-of", "surety")));
        return pods;
    }
}
