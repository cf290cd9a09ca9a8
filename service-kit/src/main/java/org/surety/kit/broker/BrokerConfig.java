package org.surety.kit.broker;

import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the broker is and what this service declares there. */
@ConfigMapping(prefix = "surety.broker")
public interface BrokerConfig {

    String host();

    int port();

    String virtualHost();

    String user();

    String password();

    @WithDefault("false")
    boolean tls();

    /** The owners whose changes this service consumes: queue {@code <service>.<owner>}, bound to {@code surety.<owner>}. */
    Optional<List<String>> follows();

    /** Whether this service makes its exchange, queues and bindings; if not, an administrator has, and they are only looked at. */
    @WithDefault("true")
    boolean declare();

    /** The most changes a queue holds. It then drops its head: what is dropped comes from the feed. Some 200 MB on the broker's disk. */
    @WithDefault("100000")
    int queueLength();
}
