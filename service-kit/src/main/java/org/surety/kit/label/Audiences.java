package org.surety.kit.label;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.kit.log.Database;

/** Interns labels: equal labels share one audience, and a row carries the audience's number. */
@ApplicationScoped
public class Audiences {

    private static final String INTERN = """
            with fresh as (
                insert into audience (key, release, series, owner, parties) values (?, ?, ?, ?, ?)
                on conflict (key) do nothing returning id)
            select id from fresh union all select id from audience where key = ?""";

    /** What the viewer writes it may see: without this the row security would refuse the first row of a new audience. */
    private static final String SHOW = """
            select set_config('surety.audiences', (coalesce(nullif(current_setting('surety.audiences', true), ''), '{}')::int[]
                || ?::int)::text, true)""";

    private static final String LABELS = "select id, key from audience where id = any (?)";

    private static final String KNOWN = "select key, id from audience where key = any (?)";

    private final Database database;

    Audiences(Database database) {
        this.database = database;
    }

    /** The audience of a label, made when it is the first of its kind; from here on visible in this transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public int intern(Label label) {
        return database.call(connection -> {
            int id = find(connection, label);
            Database.update(connection, SHOW, id);
            return id;
        });
    }

    /** Of these labels those that have an audience already, in one question; for the viewer system, who sees them all. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<Label, Integer> known(Collection<Label> labels) {
        Map<Label, Integer> known = new HashMap<>();
        database.run(connection -> Database.list(connection, KNOWN,
                row -> known.put(Label.parse(row.getString(1)), row.getInt(2)),
                connection.createArrayOf("text", labels.stream().map(Label::key).toArray())));
        return known;
    }

    /** The labels of these audiences. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<Integer, Label> labels(Collection<Integer> audiences) {
        Map<Integer, Label> labels = new HashMap<>();
        database.run(connection -> Database.list(connection, LABELS,
                row -> labels.put(row.getInt(1), Label.parse(row.getString(2))),
                connection.createArrayOf("integer", audiences.toArray())));
        return labels;
    }

    /** A conflict with a transaction that has just committed the same label shows no row in the first attempt; the second sees it. */
    private int find(Connection connection, Label label) throws SQLException {
        for (int attempt = 1; attempt <= 2; attempt++) {
            Integer id = Database.first(connection, INTERN, row -> row.getInt(1), label.key(), label.release().name(),
                    label.series() == null ? null : label.series().name(), label.owner(),
                    connection.createArrayOf("text", label.parties().toArray()), label.key());
            if (id != null) {
                return id;
            }
        }
        throw new IllegalStateException("audience not found after insert: " + label.key());
    }
}
