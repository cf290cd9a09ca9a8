package org.surety.commitments.condition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.contracts.Series;
import org.surety.kit.label.Label;
import org.surety.kit.log.Database;

/** Filed commitments and instruments as conditions name them, as far as they are released to the viewer. */
@ApplicationScoped
public class Grounds {

    private static final String FIND = """
            select id, series, filing_label from commitment where id = any (?) and state <> 'DRAFT' and basis = 'GUARANTEE'
            union all
            select id, series, label from instrument where id = any (?)""";

    private static final String VISIBLE = """
            select id from commitment where id = any (?) union all select id from instrument where id = any (?)""";

    private final Database database;

    Grounds(Database database) {
        this.database = database;
    }

    /** What these conditions name and may name, by id: also what has been withdrawn, or nothing else of the commitment could be amended. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<UUID, Ground> of(Collection<Condition> conditions) {
        Map<UUID, Ground> grounds = new HashMap<>();
        list(FIND, ids(conditions), Grounds::ground).forEach(ground -> grounds.put(ground.id(), ground));
        return grounds;
    }

    /** What these conditions name and the viewer may see. */
    @Transactional
    public Set<UUID> visible(Collection<Condition> conditions) {
        return new HashSet<>(list(VISIBLE, ids(conditions), row -> row.getObject(1, UUID.class)));
    }

    private static List<UUID> ids(Collection<Condition> conditions) {
        return conditions.stream().filter(Objects::nonNull)
                .map(condition -> condition.commitment() == null ? condition.instrument() : condition.commitment())
                .filter(Objects::nonNull).distinct().toList();
    }

    private <T> List<T> list(String sql, List<UUID> ids, Database.Row<T> reading) {
        return ids.isEmpty()
                ? List.of()
                : database.call(connection -> {
                    Object array = connection.createArrayOf("uuid", ids.toArray());
                    return Database.list(connection, sql, reading, array, array);
                });
    }

    private static Ground ground(ResultSet row) throws SQLException {
        return new Ground(row.getObject(1, UUID.class), Series.valueOf(row.getString(2)), Label.parse(row.getString(3)));
    }
}
