package org.surety.priorities.minimum;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.surety.kit.log.Database;
import org.surety.priorities.stating.Quantities;

/**
 * What was told last of the minimum of a requirement at a stage: the row of {@code coverage_minimum}.
 *
 * @param version 0: it has not been crossed since it is watched
 */
record Told(UUID id, long version, Of of, boolean met, BigDecimal quantity, int audienceId) {

    private static final String FIND = """
            select id, version, requirement_id, stage, met, quantity, audience_id from coverage_minimum
            where requirement_id = any (?::uuid[])""";

    private static final String KEEP = """
            insert into coverage_minimum (id, version, requirement_id, stage, met, quantity, audience_id) values (?, ?, ?, ?, ?, ?, ?)
            on conflict (requirement_id, stage) do update set version = excluded.version, met = excluded.met,
                quantity = excluded.quantity, audience_id = excluded.audience_id""";

    /** A requirement at a stage. */
    record Of(UUID requirement, String stage) {
    }

    /** Of those of the requirements that are watched already. */
    static Map<Of, Told> map(Connection connection, Collection<UUID> requirements) throws SQLException {
        return Database.list(connection, FIND, Told::read, connection.createArrayOf("uuid", requirements.toArray())).stream()
                .collect(Collectors.toMap(told -> told.of(), told -> told));
    }

    private static Told read(ResultSet row) throws SQLException {
        return new Told(row.getObject(1, UUID.class), row.getLong(2), new Of(row.getObject(3, UUID.class), row.getString(4)),
                row.getBoolean(5), Quantities.plain(row.getBigDecimal(6)), row.getInt(7));
    }

    static Told first(Seen seen) {
        return new Told(UUID.randomUUID(), 0, seen.of(), seen.meetsMinimum(), seen.quantity(), seen.requirement().audienceId());
    }

    /** As it is now; a version later where the minimum was crossed. */
    Told now(Seen seen) {
        return new Told(id, seen.meetsMinimum() == met ? version : version + 1, of, seen.meetsMinimum(), seen.quantity(),
                seen.requirement().audienceId());
    }

    void keep(Connection connection) throws SQLException {
        Database.update(connection, KEEP, id, version, of.requirement(), of.stage(), met, quantity, audienceId);
    }
}
