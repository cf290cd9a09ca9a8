package org.surety.acceptance;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.surety.acceptance.WorldViewer.Audience;
import org.surety.local.Instance;
import org.surety.local.PostgresPart;
import org.surety.local.Service;

/**
 * The database of a running service, of which everything that was written since a moment is taken out, kept, and put back by COPY as a world
 * has it. What was there before stands. Of the log the head stays where it is, so whoever follows it sees nothing happen.
 */
final class WorldDatabase implements AutoCloseable {
    /** What is no record, or is the same whatever records there are: who may see, how far logs have come, who read what. */
    private static final Set<String> STANDING = Set.of("audience", "log_head", "watermark", "kept_answer", "parked_change",
            "projection",
            "flyway_schema_history", "coverage_mark", "coverage_minimum_look", "read_retention");
    private static final int LOADS_BETWEEN_VACUUMS = 20;
    private final Service service;
    private final Connection connection;
    private final long since;
    private final List<WorldTable> tables = new ArrayList<>();
    private final Map<Integer, Audience> audiences = new HashMap<>();
    private final Map<String, Long> highest = new TreeMap<>();
    private int loads;

    /** From now on what is written is of the bank. */
    WorldDatabase(Instance instance, Service service) {
        this.service = service;
        try {
            connection = DriverManager.getConnection(instance.databaseUrl(service.database().orElseThrow()), PostgresPart.SUPERUSER,
                    instance.databasePassword(PostgresPart.SUPERUSER));
            for (String counted : texts(
                    """
                            select c.relname || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
                            where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attidentity <> '' and not c.relispartition""")) {
                String[] names = counted.split("\\.");
                highest.put(counted, number("select coalesce(max(%s), 0) from %s".formatted(names[1], names[0])));
            }
            since = number("select pg_current_xact_id()::text::bigint");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What its log is called. */
    String log() {
        return service.database().orElseThrow();
    }

    /** Whether every change has its number and has been sent. */
    boolean isAtRest() {
        return number(
                "select (select count(*) from change where sequence is null) + (select last_sequence - published_through from log_head)") == 0;
    }

    long head() {
        return number("select last_sequence from log_head");
    }

    /** How far this service has applied the log of another; -1: it does not follow it. */
    long applied(String owner) {
        return number("select coalesce(max(sequence), -1) from watermark where owner = '" + owner + "'");
    }

    /** The bank is whole: keeps what was written since this was made. */
    void take() {
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery("select id, release, series, owner, parties from audience")) {
            while (row.next()) {
                Array parties = row.getArray(5);
                audiences.put(row.getInt(1), new Audience(row.getString(2), row.getString(3), row.getString(4),
                        Set.of((String[]) parties.getArray())));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        for (String name : texts("select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' "
                + "and not relispartition order by 1")) {
            if (!STANDING.contains(name)) {
                WorldTable table = table(name);
                read(table);
                if (!table.rows().isEmpty()) {
                    tables.add(table);
                }
            }
        }
        if (number("select count(*) from change c join audience a on a.id = c.audience_id where a.release = 'PUBLIC' "
                + "and c.sequence = (select last_sequence from log_head)") != 1) {
            throw new IllegalStateException("the last change of " + service.module() + " is not one that everybody sees");
        }
    }

    private WorldTable table(String name) {
        List<String> columns = texts("select attname from pg_attribute where attrelid = '" + name
                + "'::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum");
        String number = highest.containsKey(name + ".number") ? "number" : null;
        return new WorldTable(name, columns, number, number == null ? 0 : highest.get(name + ".number"));
    }

    private void read(WorldTable table) {
        StringWriter rows = new StringWriter();
        try {
            copier().copyOut(
                    "copy (select " + String.join(", ", table.columns()) + " from " + table.name() + ofTheBank() + ") to stdout",
                    rows);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        rows.toString().lines().forEach(table::add);
    }

    private String ofTheBank() {
        return " where xmin::text::bigint >= " + since;
    }

    int rows() {
        return tables.stream().mapToInt(table -> table.rows().size()).sum();
    }

    World world(WorldViewer viewer, long seed, World.Leak leak) {
        return new World(viewer, audiences, tables, seed, leak);
    }

    /** Makes the database this world, in one transaction. */
    void load(World world) {
        StringBuilder clear = new StringBuilder("set local session_replication_role = replica");
        tables.forEach(table -> clear.append("; delete from ").append(table.name()).append(ofTheBank()));
        try {
            connection.setAutoCommit(false);
            execute(clear.toString());
            for (WorldTable table : tables) {
                String text = world.text(table);
                if (!text.isEmpty()) {
                    copier().copyIn("copy " + table.name() + " (" + String.join(", ", table.columns()) + ") from stdin",
                            new StringReader(text));
                }
            }
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        loads++;
        if (loads % LOADS_BETWEEN_VACUUMS == 0) {
            tables.forEach(table -> execute("vacuum " + table.name()));
        }
    }

    /** Puts back what was there, and tells whether all of it is. */
    boolean restore() {
        load(world(WorldViewer.ALL.get(0), 0, World.Leak.NONE));
        long found = 0;
        for (WorldTable table : tables) {
            found += number("select count(*) from " + table.name() + ofTheBank());
        }
        return found == rows();
    }

    /** A table is shown to everybody, whatever its labels say, or not any more. */
    void showToAll(String table, boolean shown) {
        execute("alter table " + table + (shown ? " disable" : " enable") + " row level security");
    }

    private CopyManager copier() throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private long number(String sql) {
        try (Statement query = connection.createStatement(); ResultSet row = query.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private List<String> texts(String sql) {
        try (Statement query = connection.createStatement(); ResultSet row = query.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (row.next()) {
                texts.add(row.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
