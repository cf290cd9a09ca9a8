package org.surety.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.surety.kit.RealParts;
import org.surety.kit.http.KeptAnswers.KeptAnswer;
import org.surety.kit.label.SystemViewer;
import org.surety.kit.log.Database;

import io.quarkus.test.junit.QuarkusTest;

/** The answers kept for repeated requests: what is over goes, and keeping one more costs the same however many there are. */
@QuarkusTest
@RealParts
class KeptAnswersTest {

    private static final KeptAnswer ANSWER = new KeptAnswer("digest", 201, "/api/v1/notes/1", null, null);

    private static final String INSERT = "insert into kept_answer (caller, key, request, status, kept_at) "
            + "select ?, 'key ' || n, 'digest', 201, now() - ?::interval - n * interval '1 second' from generate_series(1, ?) n";

    @Inject
    KeptAnswers kept;

    @Inject
    Database database;

    private final String caller = "caller " + UUID.randomUUID();

    @Test
    void answersThatAreOverGoFiveAtATimeAndTheOwnKeyIsFreeAgain() {
        // Older than whatever else is in the table; the first key is the youngest of them.
        SystemViewer.transaction(() -> database.run(c -> Database.update(c, INSERT, caller, "20 years", 8)));
        SystemViewer.transaction(() -> kept.keep(caller, "key 1", ANSWER));
        assertThat(count("true")).as("the new one and two of the old").isEqualTo(3);
        assertThat(count("key = 'key 1' and kept_at > now() - interval '1 hour'")).isEqualTo(1);
        SystemViewer.transaction(() -> kept.keep(caller, "another", ANSWER));
        assertThat(count("true")).as("the new two").isEqualTo(2);
        assertThat(SystemViewer.transaction(() -> kept.find(caller, "another"))).isEqualTo(ANSWER);
    }

    @Test
    void oneMoreIsKeptWithoutALookAtTheOthers() {
        SystemViewer.transaction(() -> database.run(c -> Database.update(c, INSERT, caller, "1 hour", 10_000)));
        long scans = SystemViewer.transaction(() -> {
            long before = scans();
            kept.keep(caller, "one more", ANSWER);
            return scans() - before;
        });
        assertThat(scans).isZero();
        assertThat(count("true")).isEqualTo(10_001);
    }

    /** How often this connection has read the whole table, as far as it has not yet told the others. */
    private long scans() {
        return database.call(c -> Database.first(c, "select seq_scan from pg_stat_xact_user_tables where relname = 'kept_answer'",
                row -> row.getLong(1)));
    }

    private long count(String which) {
        return SystemViewer.transaction(() -> database.call(
                c -> Database.first(c, "select count(*) from kept_answer where caller = ? and " + which, row -> row.getLong(1),
                        caller)));
    }
}
