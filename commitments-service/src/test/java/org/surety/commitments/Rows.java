package org.surety.commitments;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.kit.label.SystemViewer;
import org.surety.kit.log.Database;

/** What stands in the database, seen by the system. */
@ApplicationScoped
public class Rows {

    private final Database database;

    Rows(Database database) {
        this.database = database;
    }

    /** The first column of each row. */
    public List<String> of(String sql, Object... values) {
        return SystemViewer.transaction(() -> database.call(connection -> {
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    query.setObject(i + 1, values[i]);
                }
                List<String> rows = new ArrayList<>();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        rows.add(row.getString(1));
                    }
                }
                return rows;
            }
        }));
    }

    public long count(String sql, Object... values) {
        return Long.parseLong(of("select count(*) from " + sql, values).get(0));
    }

    public void change(String sql, Object... values) {
        SystemViewer.transaction(() -> database.run(connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    update.setObject(i + 1, values[i]);
                }
                update.executeUpdate();
            }
        }));
    }
}
