package org.surety.priorities.minimum;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.kit.log.Database;
import org.surety.release.feed.PartlyReleased;

/** That a minimum was crossed is told to who may see the requirement now, whatever its label was then. */
@ApplicationScoped
class CrossingRelease implements PartlyReleased {

    private static final String TOLD = """
            select c.change_id, c.changed
            from change c join requirement r on r.id = (c.state ->> 'requirement')::uuid
            where c.change_id = any (?)""";

    private final Database database;

    CrossingRelease(Database database) {
        this.database = database;
    }

    @Override
    public Set<String> records() {
        return Set.of("coverage");
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
