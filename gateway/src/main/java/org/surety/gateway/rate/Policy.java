package org.surety.gateway.rate;

import java.time.Duration;

/**
 * How many requests one client may send within a window of time.
 *
 * @param name as the RateLimit headers show it
 */
record Policy(String name, long quota, Duration window) {

    Policy {
        if (quota < 1 || window.toSeconds() < 1) {
            throw new IllegalArgumentException(
                    "surety.gateway.rates: '" + name + "' needs a quota and a window of a second or more");
        }
    }

    /** An item of {@code RateLimit-Policy}. */
    String header() {
        return '"' + name + "\";q=" + quota + ";w=" + window.toSeconds();
    }
}
