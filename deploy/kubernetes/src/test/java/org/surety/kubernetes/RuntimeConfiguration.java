package org.surety.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The environment variables that each process reads: the same names in the local suite, in the tests and here. Secret
 * ones come out of a Secret, the others out of a ConfigMap.
 */
final class RuntimeConfiguration {

    static final List<String> SERVICES = List.of("delegation-service", "priorities-service", "commitments-service");

    /** The database of each service; its owner is called {@code <database>_owner}. */
    static final Map<String, String> DATABASES = Map.of(
            "delegation-service", "delegations",
            "priorities-service", "priorities",
            "commitments-service", "commitments");

    private static final Set<String> LISTENING = Set.of(
            "QUARKUS_HTTP_HOST",
            "QUARKUS_HTTP_PORT",
            "QUARKUS_MANAGEMENT_HOST",
            "QUARKUS_MANAGEMENT_PORT");

    private static final Set<String> OWNERS = Set.of(
            "SURETY_DELEGATIONS_URL",
            "SURETY_PRIORITIES_URL",
            "SURETY_COMMITMENTS_URL");

    private RuntimeConfiguration() {
    }

    static Set<String> plain(String workload) {
        Set<String> names = new TreeSet<>();
        if (workload.endsWith("-migration")) {
            names.addAll(Set.of("SURETY_DATABASE_URL", "SURETY_DATABASE_USER", "SURETY_MIGRATION_USER"));
            return names;
        }
        names.addAll(LISTENING);
        names.addAll(OWNERS);
        names.add("SURETY_OIDC_ISSUER");
        if (workload.equals("gateway")) {
            names.addAll(Set.of("SURETY_GATEWAY_CLIENT_ID", "SURETY_GATEWAY_URL"));
            return names;
        }
        names.addAll(Set.of(
                "SURETY_DATABASE_URL",
                "SURETY_DATABASE_USER",
                "SURETY_BROKER_HOST",
                "SURETY_BROKER_PORT",
                "SURETY_BROKER_VIRTUAL_HOST",
                "SURETY_BROKER_USER",
                "SURETY_SERVICE_CLIENT_ID"));
        return names;
    }

    static Set<String> secret(String workload) {
        if (workload.endsWith("-migration")) {
            return Set.of("SURETY_MIGRATION_PASSWORD");
        }
        if (workload.equals("gateway")) {
            return Set.of("SURETY_GATEWAY_CLIENT_SECRET", "SURETY_SESSION_KEY");
        }
        return Set.of(
                "SURETY_DATABASE_PASSWORD",
                "SURETY_BROKER_PASSWORD",
                "SURETY_SERVICE_CLIENT_SECRET",
                "SURETY_CURSOR_KEY");
    }
}
