package org.surety.release.feed;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import org.surety.contracts.Envelope;
import org.surety.contracts.Series;
import org.surety.kit.actor.Actor;
import org.surety.kit.actor.OnBehalf;
import org.surety.kit.log.Database;
import org.surety.kit.problem.KitProblem;
import org.surety.kit.problem.Problem;

/**
 * Reads of the log what one viewer may see. Each reading is a transaction of its own in which that viewer looks, so the row security of the
 * database decides, by the labels and memberships of that moment.
 */
@ApplicationScoped
class ReleasedLog {

    /** Looked at in one question at least: a page of one change should not need a question for each that is left out. */
    private static final int MIN_LOOK = 100;

    /**
     * Looked at for one answer at most, for some seconds of the database: then the answer is shorter than was asked for and says that there is more.
     * Only what the viewer's labels show counts: who meets this has so many changes in a row that altered nothing for them.
     */
    private static final int MAX_LOOKED_AT = 20_000;

    /**
     * Numbers looked through by the first question, and how many times more by each further one: of a viewer with thousands of audiences the
     * changes that a page has no room for are then not read either, and a long way without any takes a few questions.
     */
    private static final long WINDOW = 5_000;
    private static final long WIDER = 8;

    private static final String HEAD = "select log_id, last_sequence from log_head";

    /**
     * What the labels then show, audience by audience by its index, and whether the record has been withdrawn from the viewer since: the last
     * that they see of it is a withdrawal then, and no change. A withdrawal that has no number yet counts already.
     */
    static final String FOLLOWING = """
            with viewer as materialized (select coalesce(nullif(current_setting('surety.audiences', true), '')::int[], '{}') as audiences),
            place as (
                select p.* from (select distinct unnest(audiences) as audience from viewer) seen
                cross join lateral (
                    (select c.sequence, false as withdrawn from change c
                     where c.audience_id = seen.audience and c.sequence > ? and c.sequence <= ? order by c.sequence limit ?)
                    union all
                    (select w.sequence, true from withdrawal w
                     where w.audience_id = seen.audience and w.sequence > ? and w.sequence <= ?
                       and w.to_audience_id <> all ((select audiences from viewer)::int[]) order by w.sequence limit ?)) p
                order by p.sequence limit ?)
            select c.sequence, false as withdrawn, c.change_id, c.type, c.subject, c.recorded_at, c.effective_on, c.actor_party,
                coalesce(a.series, c.state ->> 'series'), c.state ->> ?::text, c.changed,
                exists (select from withdrawal w where w.subject = c.subject and w.subject_version > c.subject_version
                        and w.to_audience_id <> all ((select audiences from viewer)::int[])
                        and not exists (select from change l where l.subject = w.subject and l.subject_version > w.subject_version))
            from place p join change c on c.sequence = p.sequence join audience a on a.id = c.audience_id
            where not p.withdrawn
            union all
            select w.sequence, true, w.change_id, ?, w.subject, w.recorded_at, null, null, null, null, '{}', false
            from place p join withdrawal w on w.sequence = p.sequence
            where p.withdrawn
            order by 1""";

    private final Database database;
    private final ReleaseConfig config;
    private final Map<String, String> partly = new TreeMap<>();

    ReleasedLog(Database database, ReleaseConfig config, Instance<PartlyReleased> partly) {
        this.database = database;
        this.config = config;
        partly.forEach(some -> this.partly.putAll(some.queries()));
    }

    /**
     * Changes that a viewer is told of, in the order of the log.
     *
     * @param from where reading began
     * @param next the place after the last of them, or the head of the log where there is no more
     */
    record Page(Place from, List<Told> told, Place next, boolean more) {

        static Page none(Place at) {
            return new Page(at, List.of(), at, false);
        }

        boolean isEmpty() {
            return told.isEmpty() && !more;
        }
    }

    /** A change, its number in the log, and the kind of its record where that has an address for each. */
    record Told(long sequence, boolean withdrawn, UUID id, String type, String subject, Instant recordedAt, LocalDate effectiveOn,
            String party, Series series, String kind, List<String> changed) {

        String record() {
            String happened = Envelope.shortType(type);
            return happened.substring(0, happened.indexOf('.'));
        }

        Told withFields(List<String> fields) {
            return new Told(sequence, withdrawn, id, type, subject, recordedAt, effectiveOn, party, series, kind, fields);
        }
    }

    /** The head of the log. */
    Place head(Actor viewer) {
        return OnBehalf.transaction(viewer, () -> database.call(ReleasedLog::head));
    }

    /**
     * What follows.
     *
     * @param after null: from the beginning
     * @throws Problem 409 where the place is not in this log
     */
    Page read(Actor viewer, Place after, int limit) {
        return OnBehalf.transaction(viewer, () -> database.call(connection -> {
            Place head = head(connection);
            Place from = after == null ? new Place(head.log(), 0, head.sequence()) : after;
            if (!from.log().equals(head.log()) || from.withdrawalsAfter() > head.sequence()) {
                throw new Problem(KitProblem.LOG_DIVERGED, "This place is not in the log as it is now. Start again without after.");
            }
            return read(connection, from, head.sequence(), limit);
        }));
    }

    private Page read(Connection connection, Place from, long head, int limit) throws SQLException {
        int look = Math.max(limit + 1, MIN_LOOK);
        List<Told> told = new ArrayList<>();
        long at = from.sequence();
        int looked = 0;
        long window = WINDOW;
        while (told.size() <= limit && looked < MAX_LOOKED_AT && at < head) {
            long until = Math.min(head, at + window);
            List<Seen> seen = look(connection, from.at(at), until, look);
            told.addAll(told(connection, seen.stream().filter(one -> !one.gone()).map(Seen::change).toList()));
            looked += seen.size();
            if (seen.size() < look) {
                at = until;
                window *= WIDER;
            } else {
                at = seen.get(look - 1).change().sequence();
            }
        }
        if (told.size() <= limit) {
            return new Page(from, told, from.at(at), at < head);
        }
        List<Told> full = told.subList(0, limit);
        return new Page(from, full, from.at(full.get(limit - 1).sequence()), true);
    }

    /** What the label shows, and whether it has been withdrawn since. */
    private record Seen(Told change, boolean gone) {
    }

    private List<Seen> look(Connection connection, Place after, long until, int limit) throws SQLException {
        return Database.list(connection, FOLLOWING, ReleasedLog::seen, after.sequence(), until, limit, after.withdrawalsAfter(),
                until, limit,
                limit, config.kind().orElse(null), ReleasedChange.WITHDRAWN);
    }

    /** Without those that altered nothing for the viewer. */
    private List<Told> told(Connection connection, List<Told> changes) throws SQLException {
        Map<UUID, List<String>> fields = new HashMap<>();
        changes.forEach(change -> fields.put(change.id(), change.changed()));
        for (Map.Entry<String, String> some : partly.entrySet()) {
            List<UUID> concerned = changes.stream().filter(change -> !change.withdrawn() && change.record().equals(some.getKey()))
                    .map(Told::id).toList();
            if (!concerned.isEmpty()) {
                fields.keySet().removeAll(concerned);
                Database.list(connection, some.getValue(), row -> fields.put(row.getObject(1, UUID.class), texts(row.getArray(2))),
                        connection.createArrayOf("uuid", concerned.toArray()));
            }
        }
        return changes.stream().filter(change -> fields.containsKey(change.id()))
                .map(change -> change.withFields(fields.get(change.id()))).toList();
    }

    private static Place head(Connection connection) throws SQLException {
        return Database.first(connection, HEAD, row -> new Place(row.getObject(1, UUID.class), row.getLong(2), 0));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static Seen seen(ResultSet row) throws SQLException {
        String series = row.getString(9);
        return new Seen(
                new Told(row.getLong(1), row.getBoolean(2), row.getObject(3, UUID.class), row.getString(4), row.getString(5),
                        row.getObject(6, OffsetDateTime.class).toInstant(), row.getObject(7, LocalDate.class), row.getString(8),
                        series == null ? null : Series.valueOf(series), row.getString(10),
                        texts(row.getArray(11))),
                row.getBoolean(12));
    }
}
