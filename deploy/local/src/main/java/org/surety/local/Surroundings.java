package org.surety.local;

import java.util.Map;

/**
 * What a replica of a service is told beside, or instead of, its instance's own environment: another way to the database or the broker,
 * for instance. Migrations keep the instance's own.
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
}
