package org.surety.release.feed;

import java.util.Map;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The released form of the log: where records are read, and its limits. */
@ConfigMapping(prefix = "surety.release")
public interface ReleaseConfig {

    /**
     * Where a record is read, by its name in the types of changes ({@code record} of {@code org.surety.record.amended.v1}), with
     * {@code {id}} for the subject. Where kinds of a record have paths of their own, {@code {kind}} stands for the kind, or there is an address
     * for each: {@code record.KIND}. What has none is read at no address of its own.
     */
    Map<String, String> address();

    /** The field of the state that says of which kind a record is, for its address. It is told to everybody who sees the record. */
    Optional<String> kind();

    /** Answers that may wait for something new at once, a few kilobytes each; beyond that an answer does not wait. */
    @WithDefault("5000")
    int maxWaiting();

    /** Threads, and so connections of the database, that look for those who wait: a quarter of the connections. */
    @WithDefault("4")
    int readers();
}
