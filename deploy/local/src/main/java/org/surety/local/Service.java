package org.surety.local;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** The four services of the suite, as the local suite sees them: a module, a port and, but for the gateway, a database. */
public enum Service {
    DELEGATION_SERVICE("delegation-service", "delegations", Ports::delegations), PRIORITIES_SERVICE("priorities-service",
            "priorities", Ports::priorities), COMMITMENTS_SERVICE("commitments-service", "commitments",
                    Ports::commitments), GATEWAY("gateway", null, Ports::gateway);

    private final String module;
    private final String database;
    private final ToIntFunction<Ports> port;

    Service(String module, String database, ToIntFunction<Ports> port) {
        this.module = module;
        this.database = database;
        this.port = port;
    }

    /** The service of that module name. */
    public static Service named(String module) {
        return Arrays.stream(values()).filter(service -> service.module.equals(module)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no service \"" + module + "\": "
                        + Arrays.stream(values()).map(Service::module).collect(Collectors.joining(", "))));
    }

    /** The Maven module, which is also its user at the broker and its client at the identity provider. */
    public String module() {
        return module;
    }

    /** The name of its database and of its run-time role there; empty for the gateway, which has none. */
    public Optional<String> database() {
        return Optional.ofNullable(database);
    }

    public int port(Ports ports) {
        return port.applyAsInt(ports);
    }
}
