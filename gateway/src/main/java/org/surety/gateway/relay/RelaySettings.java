package org.surety.gateway.relay;

import java.time.Duration;

import org.surety.gateway.GatewayConfiguration;
import org.surety.gateway.GatewayConfiguration.RelayConfiguration;

/** What the relay needs of the configuration, read once. */
record RelaySettings(RequestHeaders requestHeaders, long bodyLimitBytes, long bodyBytesPerSecond, long answerMillis,
        long connectionMillis) {

    static RelaySettings from(GatewayConfiguration configuration) {
        RelayConfiguration relay = configuration.relay();
        return new RelaySettings(
                new RequestHeaders(relay.requestHeaders()),
                configuration.limits().body().asLongValue(),
                configuration.limits().bodyRate(),
                relay.answerTimeout().toMillis(),
                // A new connection may have to be made first; that a service is unreachable must show before that it is busy.
                relay.connectTimeout().toMillis() + relay.waitingTimeout().toMillis());
    }

    /** For a question to which a service may wait with its answer. */
    RelaySettings waitingLonger(Duration patience) {
        return patience.isZero()
                ? this
                : new RelaySettings(requestHeaders, bodyLimitBytes, bodyBytesPerSecond, answerMillis + patience.toMillis(),
                        connectionMillis);
    }
}
