package org.surety.kit.http;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.kit.log.Database;

/** The answers kept for repeated requests. Each call belongs to the current transaction. */
@ApplicationScoped
class KeptAnswers {

    /** As long as a client may come back with the same key. */
    private static final Duration KEPT = Duration.ofHours(24);

    /** Old answers removed on each new one: more than one, so that they get fewer and never a burst. */
    private static final int REMOVED_AT_ONCE = 5;

    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtextextended(?, 0))";

    private static final String FIND = "select request, status, location, etag, body from kept_answer "
            + "where caller = ? and key = ? and kept_at > ?";

    /** What is removed is found by the keys of the table alone, however many answers there are; counted, so that it is gone before the new one comes. */
    private static final String KEEP = """
            with gone as (delete from kept_answer k using (select ?::text as caller, ?::text as key union (
                    select caller, key from kept_answer where kept_at <= ? order by kept_at limit %d)) old
                where k.caller = old.caller and k.key = old.key returning 1)
            insert into kept_answer (caller, key, request, status, location, etag, body, kept_at)
            select ?, ?, ?, ?, ?, ?, ?, ? from (select count(*) from gone) removed""".formatted(REMOVED_AT_ONCE);

    private final Database database;
    private final Clock clock;

    KeptAnswers(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A first answer.
     *
     * @param request the digest of what was asked
     */
    record KeptAnswer(String request, int status, String location, String etag, String body) {
    }

    /** Holds the key to the end of the transaction; false when another request holds it. */
    boolean lock(String caller, String key) {
        return database.call(connection -> Database.first(connection, LOCK, row -> row.getBoolean(1), caller + "|" + key));
    }

    KeptAnswer find(String caller, String key) {
        return database.call(connection -> Database.first(connection, FIND, row -> new KeptAnswer(row.getString(1), row.getInt(2),
                row.getString(3), row.getString(4), row.getString(5)), caller, key, horizon()));
    }

    void keep(String caller, String key, KeptAnswer answer) {
        database.run(connection -> Database.update(connection, KEEP, caller, key, horizon(), caller, key, answer.request(),
                answer.status(), answer.location(), answer.etag(), answer.body(),
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)));
    }

    private OffsetDateTime horizon() {
        return OffsetDateTime.ofInstant(clock.instant().minus(KEPT), ZoneOffset.UTC);
    }
}
