package org.surety.priorities;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;

import org.surety.kit.label.SystemViewer;
import org.surety.kit.log.Database;

import io.quarkus.arc.Arc;

/** What stands in the change log of the service under test. */
public final class LogOfTest {

    private static final String READ = """
            select c.type, c.subject_version, c.state::text, c.changed, a.key, c.actor
            from change c join audience a on a.id = c.audience_id where subject = ? order by subject_version""";

    private LogOfTest() {
    }

    /** One change. */
    public record Entry(String type, long version, String state, List<String> changed, String label, String actor) {
    }

    public static List<Entry> changesOf(String subject) {
        Database database = Arc.container().instance(Database.class).get();
        return SystemViewer.transaction(() -> database.call(connection -> {
            try (PreparedStatement query = connection.prepareStatement(READ)) {
                query.setString(1, subject);
                List<Entry> entries = new ArrayList<>();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        entries.add(new Entry(row.getString(1), row.getLong(2), row.getString(3),
                                List.of((String[]) row.getArray(4).getArray()), row.getString(5), row.getString(6)));
                    }
                }
                return entries;
            }
        }));
    }
}
