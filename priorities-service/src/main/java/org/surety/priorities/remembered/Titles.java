package org.surety.priorities.remembered;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.kit.log.Database;

/** What commitments are called, of those that the viewer may see. */
@ApplicationScoped
public class Titles {

    private static final String TITLES = "select id, title from commitment_reference where id = any (?::uuid[]) and title is not null";

    private final Database database;

    Titles(Database database) {
        this.database = database;
    }

    /** Of these commitments, by id; what is hidden from the viewer is not among them. */
    public Map<UUID, String> of(Collection<UUID> commitments) {
        Map<UUID, String> titles = new HashMap<>();
        if (!commitments.isEmpty()) {
            database.call(connection -> Database.list(connection, TITLES,
                    row -> titles.put(row.getObject(1, UUID.class), row.getString(2)),
                    connection.createArrayOf("uuid", commitments.toArray())));
        }
        return titles;
    }
}
