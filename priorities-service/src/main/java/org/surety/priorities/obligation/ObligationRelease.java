package org.surety.priorities.obligation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.kit.log.Database;
import org.surety.release.feed.PartlyReleased;

/** What a party says of an obligation is told to who may see the situation and the promise now, whatever its label was when it was said. */
@ApplicationScoped
class ObligationRelease implements PartlyReleased {

    private static final String TOLD = """
            select c.change_id, c.changed
            from change c join obligation o on o.id = c.subject::uuid
            join situation s on s.id = o.situation_id join commitment_reference r on r.id = o.commitment_id
            where c.change_id = any (?)""";

    private final Database database;

    ObligationRelease(Database database) {
        this.database = database;
    }

    @Override
    public Set<String> records() {
        return Set.of("obligation");
    }

    @Override
    public Map<UUID, List<String>> told(String record, List<UUID> changes) {
        Map<UUID, List<String>> told = new HashMap<>();
        database.run(connection -> Database.list(connection, TOLD,
                row -> told.put(row.getObject(1, UUID.class), List.of((String[]) row.getArray(2).getArray())),
                connection.createArrayOf("uuid", changes.toArray())));
        return told;
    }
}
