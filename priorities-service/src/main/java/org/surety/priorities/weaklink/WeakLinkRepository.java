package org.surety.priorities.weaklink;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.contracts.Series;
import org.surety.kit.log.Database;
import org.surety.priorities.assessment.Promise;
import org.surety.priorities.remembered.Remembered;
import org.surety.priorities.remembered.StoredFacts;

/** What is assured to a requirement and what that depends on, of what the viewer may see. */
@ApplicationScoped
class WeakLinkRepository {

    /** More promises under conditions than any coalition has stated; beyond it circles are not looked for. */
    static final int MAX_CONDITIONAL = 10_000;

    private static final String PARTS = """
            select commitment, party, lead, element, case when amounts_shown(amounts_audience_id) then quantity end,
                undisclosed > 0 or not amounts_shown(amounts_audience_id)
            from coverage_part p
            where requirement_id = ? and exists (select from unnest(p.counted) c where c.what = 'ASSURED' and c.days @> ?::date)
            order by commitment, party, element""";

    private static final String DEPENDENT = "select distinct commitment from coverage_dependency where commitment = any (?::uuid[])";

    private static final String CONDITIONAL = """
            select id from commitment_reference
            where series = ? and conditions is not null and basis = 'GUARANTEE' and state = 'FILED'
            order by id limit %d""".formatted(MAX_CONDITIONAL + 1);

    private static final String APPROVALS = """
            select id, party, title from approval_reference where id = any (?::uuid[]) and not settled @> ?::date""";

    private final Database database;

    WeakLinkRepository(Database database) {
        this.database = database;
    }

    /** Promises with what they are assessed against. */
    record Known(List<Promise> promises, StoredFacts facts) {
    }

    /** An approval that may be refused or revoked yet. */
    record Open(String party, String title) {
    }

    /** What is assured on the day, in a settled order. */
    List<Part> assured(UUID requirement, LocalDate day) {
        return database.call(connection -> Database.list(connection, PARTS, WeakLinkRepository::part, requirement, day));
    }

    private static Part part(ResultSet row) throws SQLException {
        return new Part(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getString(4), row.getBigDecimal(5),
                row.getBoolean(6));
    }

    /** Of these commitments those that depend on something. */
    Known dependent(Collection<UUID> commitments) {
        return database.call(connection -> known(connection, Database.list(connection, DEPENDENT,
                row -> row.getObject(1, UUID.class), connection.createArrayOf("uuid", commitments.toArray()))));
    }

    /** The promises of the series that wait for something. */
    Known conditional(Series series) {
        return database.call(connection -> known(connection,
                Database.list(connection, CONDITIONAL, row -> row.getObject(1, UUID.class), series.name())));
    }

    private Known known(Connection connection, List<UUID> ids) throws SQLException {
        List<Promise> promises = Remembered.now(connection).promises(ids);
        return new Known(promises, Remembered.now(connection).factsWithAll(promises));
    }

    /** Of these approvals those that may be refused or revoked yet. */
    Map<UUID, Open> open(Collection<UUID> approvals, LocalDate day) {
        Map<UUID, Open> open = new HashMap<>();
        database.call(connection -> Database.list(connection, APPROVALS,
                row -> open.put(row.getObject(1, UUID.class), new Open(row.getString(2), row.getString(3))),
                connection.createArrayOf("uuid", approvals.toArray()), day));
        return open;
    }
}
