package org.surety.commitments.act;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.kit.log.Database;

/** The acts without authority so far, which are judged again when something becomes known of their person. */
@ApplicationScoped
public class OpenActs {

    private static final String NOTE = "insert into open_act (act, person, commitment, instrument) values (?, ?, ?, ?)";

    private static final String DUE_OF = """
            update open_act set due = true
            where not due and person in (select (row ->> ?)::uuid from jsonb_array_elements(?::jsonb) row)""";

    private static final String ALL_DUE = "update open_act set due = true where not due";

    /** The one that was tried longest ago: one whose review fails does not hold up the others. */
    private static final String TAKE = """
            update open_act set tried_at = clock_timestamp()
            where act = (select act from open_act where due order by tried_at limit 1 for update skip locked)
            returning act, commitment, instrument""";

    private static final String LOCK = "select true from open_act where act = ? and due for update";

    private static final String SETTLE = "delete from open_act where act = ?";

    private static final String LEAVE_OPEN = "update open_act set due = false where act = ?";

    private final Database database;

    OpenActs(Database database) {
        this.database = database;
    }

    /** An act that is due to be judged again, and the record it belongs to. */
    public record OpenAct(UUID act, ActedRecord kind, UUID record) {

        private static OpenAct of(ResultSet row) throws SQLException {
            UUID act = row.getObject(1, UUID.class);
            UUID commitment = row.getObject(2, UUID.class);
            return commitment != null
                    ? new OpenAct(act, ActedRecord.COMMITMENT, commitment)
                    : new OpenAct(act, ActedRecord.INSTRUMENT, row.getObject(3, UUID.class));
        }
    }

    /** Notes an act without authority. Due at once: what became known while it was recorded has not been looked at. */
    public void note(OpenAct open, UUID person) {
        database.run(connection -> Database.update(connection, NOTE, open.act(), person,
                open.kind() == ActedRecord.COMMITMENT ? open.record() : null,
                open.kind() == ActedRecord.INSTRUMENT ? open.record() : null));
    }

    /**
     * Something became known of these persons.
     *
     * @param field of the rows in which the person stands
     * @param rows a JSON array
     */
    public void dueOf(String field, String rows) {
        database.run(connection -> Database.update(connection, DUE_OF, field, rows));
    }

    public void allDue() {
        database.run(connection -> Database.update(connection, ALL_DUE));
    }

    /** One that is due; null when there is none. */
    public OpenAct take() {
        return database.call(connection -> Database.first(connection, TAKE, OpenAct::of));
    }

    /** Holds it to the end of the transaction, so that news of its person come before or after; false when it is not due any more. */
    public boolean lock(UUID act) {
        return database.call(connection -> Database.first(connection, LOCK, row -> true, act)) != null;
    }

    /** It has authority now, for good. */
    public void settle(UUID act) {
        database.run(connection -> Database.update(connection, SETTLE, act));
    }

    /** It has none by all that is known: until something new becomes known. */
    public void leaveOpen(UUID act) {
        database.run(connection -> Database.update(connection, LEAVE_OPEN, act));
    }
}
