package org.surety.delegations;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;

import org.surety.kit.label.SystemViewer;
import org.surety.kit.log.Database;

import io.quarkus.arc.Arc;

/** What stands in the change log of the service under test. */
public final class LogOfTest {

    private LogOfTest() {
    }

    /** One change. */
    public record Entry(String type, long version, String state, List<String> changed) {
    }

    public static List<Entry> changesOf(String subject) {
        Database database = Arc.container().instance(Database.class).get();
        return SystemViewer.transaction(() -> database.call(connection -> {
            try (PreparedStatement query = connection
                    .prepareStatement(
                            "select type, subject_version, state::text, changed from change where subject = ? order by subject_version")) {
                query.setString(1, subject);
                List<Entry> entries = new ArrayList<>();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        Array changed = row.getArray(4);
                        entries.add(new Entry(row.getString(1), row.getLong(2), row.getString(3),
                                List.of((String[]) changed.getArray())));
                    }
                }
                return entries;
            }
        }));
    }
}
