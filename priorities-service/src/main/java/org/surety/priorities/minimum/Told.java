package org.surety.priorities.minimum;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import org.surety.kit.log.Database;

/**
 * What was told last of the minimum of a requirement at a stage: the row of {@code coverage_minimum}.
 *
 * @param version 0: it has not been crossed since it is watched
 */
record Told(UUID id, long version, UUID requirement, String stage, boolean met, BigDecimal quantity) {

    private static final String FIND = """
            select id, version, requirement_id, stage, met, quantity from coverage_minimum where requirement_id = ? and stage = ?""";

    private static final String KEEP = """
            insert into coverage_minimum (id, version, requirement_id, stage, met, quantity, audience_id) values (?, ?, ?, ?, ?, ?, ?)
            on conflict (requirement_id, stage) do update set version = excluded.version, met = excluded.met,
                quantity = excluded.quantity, audience_id = excluded.audience_id
            where (coverage_minimum.version, coverage_minimum.met, coverage_minimum.quantity, coverage_minimum.audience_id)
                is distinct from (excluded.version, excluded.met, excluded.quantity, excluded.audience_id)""";

    private static Told of(ResultSet row) throws SQLException {
        return new Told(row.getObject(1, UUID.class), row.getLong(2), row.getObject(3, UUID.class), row.getString(4),
                row.getBoolean(5), row.getBigDecimal(6));
    }

    /** Null: it was not watched yet. */
    static Told find(Connection connection, UUID requirement, String stage) throws SQLException {
        return Database.first(connection, FIND, Told::of, requirement, stage);
    }

    static Told first(Watched requirement, String stage, BigDecimal quantity) {
        return new Told(UUID.randomUUID(), 0, requirement.id(), stage, meets(requirement, quantity), quantity);
    }

    /** As it is now; a version later where the minimum was crossed. */
    Told now(Watched requirement, BigDecimal quantity) {
        boolean meets = meets(requirement, quantity);
        return new Told(id, meets == met ? version : version + 1, this.requirement, stage, meets, quantity);
    }

    private static boolean meets(Watched requirement, BigDecimal quantity) {
        return quantity.compareTo(requirement.minimum()) >= 0;
    }

    void keep(Connection connection, int audience) throws SQLException {
        Database.update(connection, KEEP, id, version, requirement, stage, met, quantity, audience);
    }
}
