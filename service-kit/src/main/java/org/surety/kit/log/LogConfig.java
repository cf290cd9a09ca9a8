package org.surety.kit.log;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of the change log. */
@ConfigMapping(prefix = "surety.log")
public interface LogConfig {

    /** Whether this service has a log of its own; a service that only consumes has none. */
    @WithDefault("true")
    boolean enabled();

    /** The owner's name: exchange {@code surety.<owner>}, CloudEvents source {@code /<owner>}. Needed where there is a log. */
    Optional<String> owner();

    /** A replica whose lease has run out by the database's clock loses the log: long enough for a full garbage collection, and takeover stays below 5 s. */
    @WithDefault("3s")
    Duration lease();

    /** The poll, which is the truth where the signal after a commit is lost or came from another replica. */
    @WithDefault("250ms")
    Duration poll();

    /** Changes numbered in one transaction: its locks last some 20 ms. */
    @WithDefault("500")
    int batch();

    /** Imported changes that may be numbered and not yet published: what others wait behind them, below a second of publishing. Without a broker there is no limit. */
    @WithDefault("2000")
    int bulkAhead();

    /** Changes sent and not yet confirmed: twice a batch, so that the next batch is on its way while the last is written to disk. */
    @WithDefault("1000")
    int inFlight();

    /** A confirm that takes longer is "unknown": what is not confirmed is sent again. */
    @WithDefault("5s")
    Duration confirmTimeout();
}
