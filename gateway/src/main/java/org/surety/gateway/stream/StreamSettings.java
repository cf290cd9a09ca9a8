package org.surety.gateway.stream;

import java.time.Duration;

import org.surety.gateway.GatewayConfiguration.ChangesConfiguration;

/**
 * What streams need of the configuration, and what is not worth a setting.
 *
 * @param pollers the most that follow at a time, each with what it keeps: half of the connections to a service, so that none waits for one
 */
record StreamSettings(Duration heartbeat, Duration pollWait, int pollPage, int kept, Duration retry, int pollers) {

    /** As long as the others, services that are away are looked for once in a circuit's pause or two. */
    static final Duration AWAY_PAUSE = Duration.ofSeconds(1);

    /** A service that does not wait although it was asked to is not asked more often. */
    static final Duration LEAST_PAUSE = Duration.ofMillis(200);

    /** A reader that was cut off has so long to read how it ended. */
    static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private static final int SERVICES_AT_ONCE = 4;
    private static final int LONGEST_WAIT_SECONDS = 20;

    /** @throws IllegalArgumentException if they contradict each other */
    static StreamSettings from(ChangesConfiguration configuration) {
        StreamSettings settings = new StreamSettings(configuration.heartbeat(), configuration.pollWait(), configuration.pollPage(),
                configuration.kept(), configuration.retry(), configuration.connections() / 2);
        if (settings.pollers < 1) {
            throw new IllegalArgumentException("surety.gateway.changes.connections: 2 at least");
        }
        if (settings.pollPage < 1 || settings.kept < SERVICES_AT_ONCE * settings.pollPage) {
            throw new IllegalArgumentException("surety.gateway.changes.kept: " + SERVICES_AT_ONCE + " pages have to have room");
        }
        if (settings.pollWait.toSeconds() < 1 || settings.pollWait.toSeconds() > LONGEST_WAIT_SECONDS) {
            throw new IllegalArgumentException(
                    "surety.gateway.changes.poll-wait: from 1 to " + LONGEST_WAIT_SECONDS + " whole seconds");
        }
        if (settings.heartbeat.isZero() || settings.heartbeat.isNegative()) {
            throw new IllegalArgumentException("surety.gateway.changes.heartbeat: longer than nothing");
        }
        return settings;
    }
}
