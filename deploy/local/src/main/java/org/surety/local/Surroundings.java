package org.surety.local;

import java.util.Map;
import java.util.Optional;

/**
 * What a replica of a service is told beside, or instead of, its instance's own environment: another way to the database or the broker,
 * for instance. Migrations keep the instance's own, but of a database that it has for itself.
 */
@FunctionalInterface
public interface Surroundings {
    /** Nothing. */
    Surroundings NONE = (service, replica) -> Map.of();

    /**
     * Environment variables for the replica.
     *
     * @param replica from 0
     */
    Map<String, String> of(Service service, int replica);

    /**
     * The JDBC URL of a database that a replica beside the first has for itself: it is migrated like that of the first.
     *
     * @param replica from 1
     */
    default Optional<String> ownDatabase(Service service, int replica) {
        return Optional.empty();
    }

    /** How much of the machine all parts may take. */
    default Sizing sizing() {
        return Sizing.SHARED;
    }
}
