package org.surety.kit.follow;

import java.net.URI;
import java.util.List;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.ConfigProvider;
import org.surety.kit.label.Audiences;
import org.surety.kit.label.SystemViewer;
import org.surety.kit.log.Database;

/** A projection of the kit's own log, followed by its real feed as another service would follow it. */
@Singleton
class Notes implements Projector {

    static final String OWNER = "notes";

    /** A change of this subject cannot be applied while the test says so. */
    static final String POISON = "poison-";

    private static final String REMEMBER = """
            insert into remembered_note (id, version, audience_id) values (?, ?, ?)
            on conflict (id) do update set version = excluded.version where remembered_note.version < excluded.version""";

    /** The difference that a newer version makes to what follows from the notes. */
    private static final String ADD = """
            insert into note_sum (audience_id, notes, versions)
            select ?, case when known.version is null then 1 else 0 end, ? - coalesce(known.version, 0)
            from (select) as one left join remembered_note known on known.id = ?
            where coalesce(known.version, 0) < ?
            on conflict (audience_id) do update set notes = note_sum.notes + excluded.notes,
                versions = note_sum.versions + excluded.versions""";

    private static final List<String> SUM_ANEW = List.of("delete from note_sum",
            "insert into note_sum select audience_id, count(*), sum(version) from remembered_note group by audience_id");

    volatile boolean refusing;

    private final Database database;
    private final Audiences audiences;

    Notes(Database database, Audiences audiences) {
        this.database = database;
        this.audiences = audiences;
    }

    @Override
    public void apply(List<ReceivedChange> changes) {
        for (ReceivedChange change : changes) {
            if (refusing && change.subject().startsWith(POISON)) {
                throw new IllegalStateException("this change cannot be applied");
            }
            database.run(connection -> Database.update(connection, ADD, audiences.intern(change.label()), change.version(),
                    change.subject(), change.version()));
            remember(change);
        }
    }

    /** Lets pass what cannot be applied: it shows when the rest is made of it. */
    @Override
    public void refill(List<ReceivedChange> changes) {
        changes.forEach(this::remember);
    }

    @Override
    public void complete() {
        database.run(connection -> {
            if (refusing && Database.first(connection, "select id from remembered_note where id like ?", row -> row.getString(1),
                    POISON + "%") != null) {
                throw new IllegalStateException("nothing can be made of this change");
            }
            for (String sql : SUM_ANEW) {
                Database.update(connection, sql);
            }
        });
    }

    private void remember(ReceivedChange change) {
        database.run(connection -> Database.update(connection, REMEMBER, change.subject(), change.version(),
                audiences.intern(change.label())));
    }

    /** Where the kit's own feed is. */
    static URI feed() {
        return URI.create("http://localhost:" + ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class));
    }

    List<String> remembered(String like) {
        return list("select id || ' ' || version from remembered_note where id like ? order by id", like);
    }

    List<String> list(String sql, Object... parameters) {
        return SystemViewer.transaction(
                () -> database.call(connection -> Database.list(connection, sql, row -> row.getString(1), parameters)));
    }

    void execute(String sql, Object... parameters) {
        SystemViewer.transaction(() -> database.run(connection -> Database.update(connection, sql, parameters)));
    }

    /** As if this log had never been followed. */
    void forget() {
        refusing = false;
        for (String schema : List.of("public", "rebuild")) {
            execute("delete from " + schema + ".remembered_note");
            execute("delete from " + schema + ".note_sum");
            execute("delete from " + schema + ".parked_change where owner = '" + OWNER + "'");
        }
        execute("delete from rebuild.watermark");
        execute("update watermark set log_id = null, sequence = 0, change_id = null where owner = '" + OWNER + "'");
    }
}
