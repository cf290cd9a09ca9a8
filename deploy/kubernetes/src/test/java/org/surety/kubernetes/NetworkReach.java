package org.surety.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;

/**
 * Who reaches whom under a set of NetworkPolicies, as Kubernetes defines it: a pod that any policy selects for a
 * direction is closed in that direction except for what one of those policies allows; a connection needs the sender's
 * yes and the receiver's. Only what these manifests use is understood; anything else is an error, never a silent yes.
 */
final class NetworkReach {

    private static final String NAMESPACE = "kubernetes.io/metadata.name";

    /** A pod, here ({@code namespace} null: the namespace of the policies) or in a namespace of somebody else. */
    record End(String name, String namespace, Map<String, String> labels) {

        boolean isHere() {
            return namespace == null;
        }
    }

    private final List<NetworkPolicy> policies;

    NetworkReach(List<NetworkPolicy> policies) {
        this.policies = policies;
    }

    /** Whether some policy closes the pod in the direction ({@code Ingress} or {@code Egress}). */
    boolean isClosed(End pod, String direction) {
        return selecting(pod, direction).findAny().isPresent();
    }

    /** Whether the sender's side says yes; who is not here is not asked. */
    boolean sends(End from, End to, String protocol, int port) {
        if (!from.isHere() || !isClosed(from, "Egress")) {
            return true;
        }
        return selecting(from, "Egress")
                .flatMap(policy -> policy.getSpec().getEgress().stream())
                .anyMatch(rule -> isPeer(rule.getTo(), to) && isPort(rule.getPorts(), protocol, port));
    }

    /** Whether the receiver's side says yes; who is not here is not asked. */
    boolean receives(End from, End to, String protocol, int port) {
        if (!to.isHere() || !isClosed(to, "Ingress")) {
            return true;
        }
        return selecting(to, "Ingress")
                .flatMap(policy -> policy.getSpec().getIngress().stream())
                .anyMatch(rule -> isPeer(rule.getFrom(), from) && isPort(rule.getPorts(), protocol, port));
    }

    private Stream<NetworkPolicy> selecting(End pod, String direction) {
        return policies.stream()
                .filter(policy -> policy.getSpec().getPolicyTypes().contains(direction))
                .filter(policy -> pod.isHere() && selects(policy.getSpec().getPodSelector(), pod.labels()));
    }

    private static boolean isPeer(List<NetworkPolicyPeer> peers, End end) {
        return peers.isEmpty() || peers.stream().anyMatch(peer -> isPeer(peer, end));
    }

    private static boolean isPeer(NetworkPolicyPeer peer, End end) {
        if (peer.getIpBlock() != null) {
            throw new UnsupportedOperationException("ipBlock");
        }
        if (peer.getNamespaceSelector() == null) {
            return end.isHere() && selects(peer.getPodSelector(), end.labels());
        }
        boolean namespace = !end.isHere()
                && selects(peer.getNamespaceSelector(), Map.of(NAMESPACE, end.namespace()));
        return namespace && (peer.getPodSelector() == null || selects(peer.getPodSelector(), end.labels()));
    }

    private static boolean isPort(List<NetworkPolicyPort> ports, String protocol, int port) {
        return ports.isEmpty() || ports.stream().anyMatch(allowed -> {
            if (allowed.getPort() == null || allowed.getPort().getIntVal() == null || allowed.getEndPort() != null) {
                throw new UnsupportedOperationException("A port that is not one number");
            }
            String allowedProtocol = allowed.getProtocol() == null ? "TCP" : allowed.getProtocol();
            return allowedProtocol.equals(protocol) && allowed.getPort().getIntVal() == port;
        });
    }

    static boolean selects(LabelSelector selector, Map<String, String> labels) {
        return labels.entrySet().containsAll(selector.getMatchLabels().entrySet())
                && selector.getMatchExpressions().stream().allMatch(expression -> holds(expression, labels));
    }

    private static boolean holds(LabelSelectorRequirement expression, Map<String, String> labels) {
        if (!expression.getOperator().equals("In")) {
            throw new UnsupportedOperationException("Operator " + expression.getOperator());
        }
        return expression.getValues().contains(labels.get(expression.getKey()));
    }
}
