package org.surety.gateway.rate;

import java.time.Duration;

/**
 * Where a client stands with a policy once a request has been counted.
 *
 * @param within whether the request was within the quota
 * @param resetSeconds until the whole quota is there again; rounded up
 */
record Standing(Policy policy, boolean within, long remaining, long resetSeconds) {

    static Standing of(Policy policy, boolean within, long remaining, long resetNanos) {
        long seconds = Duration.ofNanos(resetNanos).plusNanos(999_999_999).toSeconds();
        return new Standing(policy, within, remaining, Math.max(1, seconds));
    }

    /** An item of {@code RateLimit}. */
    String header() {
        return '"' + policy.name() + "\";r=" + remaining + ";t=" + resetSeconds;
    }
}
