package org.surety.gateway.connection;

import io.netty.bootstrap.ServerBootstrap;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;

/**
 * The platform's sockets, with a gate before each port that is listened on: limits have to hold before the HTTP server makes anything of a
 * connection, and it has no place for them.
 */
public final class GuardedTransport extends JDKTransport {

    private volatile Gatekeeper keeper;

    /** From now on this one decides on the connections of every port that is opened. */
    void guardedBy(Gatekeeper gatekeeper) {
        this.keeper = gatekeeper;
    }

    @Override
    public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
        super.configure(options, domainSocket, bootstrap);
        if (keeper != null) {
            bootstrap.handler(new Gate(keeper));
        }
    }
}
