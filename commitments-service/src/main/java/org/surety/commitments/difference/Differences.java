package org.surety.commitments.difference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.commitments.difference.Difference.ByReason;
import org.surety.commitments.difference.Difference.Total;
import org.surety.contracts.Envelope;
import org.surety.contracts.Series;
import org.surety.contracts.Source;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.kit.log.Database;
import org.surety.kit.log.History;
import org.surety.kit.log.Reason;
import org.surety.kit.problem.Violations;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Explains the difference of totals by the log, as far as it is released to the viewer: each version moves the total by what it is worth
 * more or less than the version before it that the viewer may see.
 */
@ApplicationScoped
class Differences {

    private static final TypeReference<List<Source>> SOURCES = new TypeReference<>() {
    };

    /** Parameters of each: series, party or null, then the instants. */
    private static final String OF = " c.series = ? and (?::text is null or c.party = ?) ";

    private static final String TOTAL = """
            select count(*) filter (where v.state = 'FILED'), coalesce(sum(commitment_euro(v.state, v.euro)), 0)::text,
                count(*) filter (where v.state = 'FILED' and v.euro_undisclosed is not null)
            from commitment c join commitment_version_shown v on v.id = c.id and v.version = version_known_at(c.id::text, ?)
            where""" + OF;

    private static final String STEPS = """
            with step as (
                select ch.recorded_at, ch.type, ch.reason, ch.actor_party, ch.changed, v.id, v.party, v.title, v.version, v.sources,
                    commitment_euro(v.state, v.euro) as after, coalesce(p.euro, 0) as before,
                    (v.state = 'FILED')::int - coalesce(p.filed, 0) as filed,
                    (v.state = 'FILED' and v.euro_undisclosed is not null)::int - coalesce(p.undisclosed, 0) as undisclosed
                from commitment c join commitment_version_shown v on v.id = c.id
                    join change ch on ch.subject = c.id::text and ch.subject_version = v.version
                    left join lateral (
                        select commitment_euro(p.state, p.euro) as euro, (p.state = 'FILED')::int as filed,
                            (p.state = 'FILED' and p.euro_undisclosed is not null)::int as undisclosed
                        from commitment_version_shown p where p.id = v.id and p.version < v.version order by p.version desc limit 1) p on true
                where"""
            + OF + """
                            and ch.recorded_at > ? and ch.recorded_at <= ?),
                    moving as (select * from step where after <> before or filed <> 0 or undisclosed <> 0)
                    """;

    private static final String REASONS = STEPS
            + """
                    select reason, count(*), sum(filed), sum(after - before)::text, sum(undisclosed) from moving group by reason order by reason""";

    private static final String CHANGES = STEPS
            + """
                    select id, party, title, version, recorded_at, type, reason, actor_party, changed, before::text, after::text, sources::text
                    from moving where (recorded_at, id, version) > (?, ?, ?) order by recorded_at, id, version limit ?""";

    private final Database database;
    private final History history;
    private final Paging paging;
    private final ObjectMapper json;

    Differences(Database database, History history, Paging paging, ObjectMapper json) {
        this.database = database;
        this.history = history;
        this.paging = paging;
        this.json = json;
    }

    /** @param party null: all of the series */
    @Transactional
    Difference between(Series series, String party, Instant from, Instant to, Paging.Request request) {
        new Violations().check(from != null, "from", "must be stated: an instant")
                .check(to != null, "to", "must be stated: an instant")
                .check(from == null || to == null || from.isBefore(to), "to", "must be after from").refuse();
        history.requireKnown(to);
        return database.call(connection -> {
            Total before = total(connection, series, party, from);
            Total after = total(connection, series, party, to);
            List<ByReason> reasons = Database.list(connection, REASONS, Differences::reason, series.name(), party, party, at(from),
                    at(to));
            Page<Change> page = paging.page(request, changes(connection, series, party, from, to, request),
                    change -> List.of(change.recordedAt().toString(), change.commitment().toString(),
                            Long.toString(change.version())));
            return new Difference(series,
                    series == Series.EXERCISE ? "This is an exercise: no real state has promised any of it." : null, party, from,
                    to,
                    before, after, withReleases(before, after, reasons), page.items(), page.next());
        });
    }

    private List<Change> changes(Connection connection, Series series, String party, Instant from, Instant to,
            Paging.Request request)
            throws SQLException {
        List<String> after = request.after();
        return Database.list(connection, CHANGES, this::change, series.name(), party, party, at(from), at(to),
                after.isEmpty() ? at(from) : at(Instant.parse(after.get(0))),
                after.isEmpty() ? new UUID(0, 0) : UUID.fromString(after.get(1)),
                after.isEmpty() ? 0 : Long.parseLong(after.get(2)), request.fetch());
    }

    /** What no change accounts for became visible, or no longer is. */
    private static List<ByReason> withReleases(Total before, Total after, List<ByReason> reasons) {
        long commitments = after.commitments() - before.commitments() - reasons.stream().mapToLong(ByReason::commitments).sum();
        long undisclosed = after.undisclosed() - before.undisclosed() - reasons.stream().mapToLong(ByReason::undisclosed).sum();
        BigDecimal euro = reasons.stream().map(reason -> new BigDecimal(reason.euro()))
                .reduce(new BigDecimal(after.euro()).subtract(new BigDecimal(before.euro())), BigDecimal::subtract);
        List<ByReason> all = new ArrayList<>(reasons);
        if (commitments != 0 || undisclosed != 0 || euro.signum() != 0) {
            all.add(new ByReason(ByReason.RELEASE, null, commitments, euro.toPlainString(), undisclosed));
        }
        return all;
    }

    private static Total total(Connection connection, Series series, String party, Instant at) throws SQLException {
        return Database.first(connection, TOTAL, row -> new Total(row.getLong(1), row.getString(2), row.getLong(3)), at(at),
                series.name(),
                party, party);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static ByReason reason(ResultSet row) throws SQLException {
        return new ByReason(row.getString(1), row.getLong(2), row.getLong(3), row.getString(4), row.getLong(5));
    }

    private Change change(ResultSet row) throws SQLException {
        return new Change(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getLong(4),
                row.getObject(5, OffsetDateTime.class).toInstant(), Envelope.shortType(row.getString(6)),
                Reason.valueOf(row.getString(7)), row.getString(8), List.of((String[]) row.getArray(9).getArray()),
                row.getString(10),
                row.getString(11), sources(row.getString(12)));
    }

    private List<Source> sources(String text) {
        try {
            return json.readValue(text, SOURCES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
