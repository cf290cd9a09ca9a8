package org.surety.kit.log;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of the change log. */
@ConfigMapping(prefix = "surety.log")
public interface LogConfig {

    /** The owner's name: exchange {@code surety.<owner>}, CloudEvents source {@code /<owner>}. */
    String owner();

    /** A replica whose lease has run out by the database's clock loses the log: long enough for a full garbage collection, and takeover stays below 5 s. */
    @WithDefault("3s")
    Duration lease();

    /** The poll, which is the truth where the signal after a commit is lost or came from another replica. */
    @WithDefault("250ms")
    Duration poll();

    /** Changes numbered in one transaction: its locks last some 20 ms. */
    @WithDefault("500")
    int batch();

    /** Imported changes that may be numbered and not yet published: what others wait behind them, below a second of publishing. */
    @WithDefault("2000")
    int bulkAhead();

    /** A confirm that takes longer is "unknown": the batch is sent again. */
    @WithDefault("5s")
    Duration confirmTimeout();
}
