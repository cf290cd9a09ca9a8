package org.surety.commitments.approval;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.kit.log.Database;
import org.surety.kit.problem.RecordNotFound;

import io.vertx.core.json.JsonArray;

/** Which commitments need which approvals, as far as they are released to the viewer. */
@ApplicationScoped
class Needs {

    private static final String OF = """
            select a.id, c.ids, c.count from unnest(?) a (id)
            cross join lateral (
                select (array_agg(c.id order by c.number))[1:?] as ids, count(*) as count from commitment c
                where c.approvals <> '[]' and c.approvals @> jsonb_build_array(a.id::text) and c.state <> 'WITHDRAWN') c
            where c.count > 0""";

    private static final String NAMED = "select approvals from commitment where id = ?";

    /** Through the record of today, whose row security has a say in what is shown of the past. */
    private static final String NAMED_KNOWN = """
            select v.approvals from commitment c join commitment_version v on v.id = c.id and v.version = version_known_at(c.id::text, ?)
            where c.id = ?""";

    private final Database database;

    Needs(Database database) {
        this.database = database;
    }

    /** The approvals that a commitment names, as it stands or as it was known at an instant. */
    List<UUID> named(UUID commitment, Instant knownAt) {
        String ids = database.call(connection -> knownAt == null
                ? Database.first(connection, NAMED, row -> row.getString(1), commitment)
                : Database.first(connection, NAMED_KNOWN, row -> row.getString(1), knownAt.atOffset(ZoneOffset.UTC), commitment));
        if (ids == null) {
            throw new RecordNotFound();
        }
        return new JsonArray(ids).stream().map(id -> UUID.fromString((String) id)).toList();
    }

    /** The commitments by the approval that they need; of an approval that none needs there is nothing. */
    Map<UUID, Blocked> of(Collection<UUID> approvals) {
        if (approvals.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Blocked> blocked = new HashMap<>();
        database.run(connection -> Database.list(connection, OF, row -> {
            List<UUID> ids = new ArrayList<>();
            for (Object id : (Object[]) row.getArray(2).getArray()) {
                ids.add((UUID) id);
            }
            return blocked.put(row.getObject(1, UUID.class), new Blocked(ids, row.getLong(3)));
        }, connection.createArrayOf("uuid", approvals.toArray()), Blocked.MOST));
        return blocked;
    }
}
