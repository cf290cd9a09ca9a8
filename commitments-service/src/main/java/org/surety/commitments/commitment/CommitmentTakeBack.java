package org.surety.commitments.commitment;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.kit.actor.Actor;
import org.surety.kit.log.ChangeLog;
import org.surety.kit.log.Database;
import org.surety.kit.log.Reason;

/**
 * Takes back what an import has made, as far as nobody has touched it since: what it brought is withdrawn, a draft that it made is thrown
 * away, what it amended is as it was before. A few statements for a thousand rows; under the viewer system.
 */
@ApplicationScoped
public class CommitmentTakeBack {

    private final Database database;
    private final ChangeLog log;

    CommitmentTakeBack(Database database, ChangeLog log) {
        this.database = database;
        this.log = log;
    }

    /**
     * Takes the next rows back; false when there are none.
     *
     * @param by who asked for it
     * @param day on which it is done
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean next(UUID id, Actor by, String reason, LocalDate day, int batch) {
        Integer first = database.call(connection -> Database.first(connection, CommitmentStatements.NEXT_TO_TAKE_BACK,
                row -> row.getObject(1, Integer.class), id));
        if (first == null) {
            return false;
        }
        int last = first + batch - 1;
        update(CommitmentStatements.DECIDE, id, first, last, id);
        update(CommitmentStatements.WITHDRAW, day, reason, id, first, last);
        update(CommitmentStatements.RESTORE, id, first, last);
        log.appendBulk("commitment.withdrawn", Reason.CORRECTION, by, CommitmentStatements.TAKEN_CHANGES, day, id, first, last,
                "WITHDRAWN");
        log.appendBulk("commitment.imported", Reason.CORRECTION, by, CommitmentStatements.TAKEN_CHANGES, day, id, first, last,
                "RESTORED");
        log.appendBulkWithheld("commitment.redrafted", Reason.CORRECTION, by, CommitmentStatements.TAKEN_DRAFTS, day, id, first,
                last,
                "RESTORED");
        log.appendBulkWithheld("commitment.discarded", Reason.CORRECTION, by, CommitmentStatements.DISCARDED, day, id, first, last,
                "DISCARDED");
        update(CommitmentStatements.DISCARD, id, first, last);
        return true;
    }

    private void update(String sql, Object... values) {
        database.run(connection -> Database.update(connection, sql, values));
    }
}
