package org.surety.release.audit;

import java.time.Duration;
import java.util.List;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a service calls the ids in its answers, and the limits of the record of reads. */
@ConfigMapping(prefix = "surety.audit")
interface AuditConfig {

    /** The names of ids in the JSON of its answers, the first one first: see {@link RecordIds}. */
    @WithDefault("id")
    List<String> ids();

    /** So long an answer waits for its row; then it is not given. Below the 3 s for which a request waits for a connection. */
    @WithDefault("2s")
    Duration longestWait();

    /** Rows that may wait to be written; with one more the answer is refused at once. Twice those who may wait for a change and be told at once. */
    @WithDefault("10000")
    int mostWaiting();

    /** Rows of one transaction: some 20 ms of writing. */
    @WithDefault("256")
    int batch();

    /** How often each process looks whether a month has to be made or dropped. It writes one row, unless there is something to do. */
    @WithDefault("1h")
    Duration monthsEvery();
}
