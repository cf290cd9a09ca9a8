package org.surety.local;

/**
 * A part of the suite that runs as processes of its own: the database, the broker, the identity provider, a service.
 */
public interface Part {
    /** As a person calls it. */
    String name();

    /**
     * Starts the part and returns when it can be used; data of an earlier run is taken over.
     *
     * @throws PartFailure when it ends by itself or is not ready in time; nothing of it is left running then
     */
    void start();

    /** Ends the part in an orderly way, by force after a limit, and returns when its processes are gone. Without effect when it does not run. */
    void stop();

    /** Whether it answers now. */
    boolean answers();
}
