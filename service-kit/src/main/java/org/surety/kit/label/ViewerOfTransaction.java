package org.surety.kit.label;

import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionScoped;

import org.surety.kit.actor.Actor;
import org.surety.kit.actor.CurrentActor;
import org.surety.kit.actor.Role;
import org.surety.kit.clock.Today;
import org.surety.kit.log.Database;

/**
 * Sets who looks, at the start of each transaction and for its length only: the audiences of the request's actor, or the viewer
 * {@code system}, or nobody. The row security of every table reads it, so a query cannot forget it.
 *
 * <p>
 * Of the coalition's own records (COALITION) a party sees those of its series while it is a member or beneficiary today, which each
 * service knows in its own way: its function {@code is_member(party, day)}. A coordinator sees those of both series, and so does a screen
 * on a wall.
 */
@ApplicationScoped
class ViewerOfTransaction {

    private static final String SYSTEM = "select set_config('surety.viewer', 'system', true)";

    /** Three statements in one round trip: membership is looked up under the viewer system, because it is not yet known who looks. */
    private static final String AUDIENCES = SYSTEM + """
            ; select set_config('surety.audiences', coalesce((
                select array_agg(id)::text from audience
                where release = 'PUBLIC' or owner = ? or ? = any (parties)
                   or release = 'COALITION' and (? or series = ? and is_member(?, ?))), '{}'), true)
            ; select set_config('surety.viewer', '', true)""";

    private final Database database;
    private final CurrentActor actor;
    private final Today today;
    private final TransactionManager transactions;

    ViewerOfTransaction(Database database, CurrentActor actor, Today today, TransactionManager transactions) {
        this.database = database;
        this.actor = actor;
        this.today = today;
        this.transactions = transactions;
    }

    void atStart(@Observes @Initialized(TransactionScoped.class) Object transaction) {
        try {
            if (SystemViewer.isActive()) {
                database.run(connection -> Database.update(connection, SYSTEM));
            } else {
                actor.find().ifPresent(viewer -> show(viewer, today.day()));
            }
        } catch (RuntimeException e) {
            abandon(e);
            throw e;
        }
    }

    /**
     * The transaction has begun already, and whoever begins it only sees that beginning failed. Left on the thread, it would be joined by
     * the next request, to which nothing is shown: records that exist would be missing.
     */
    private void abandon(RuntimeException reason) {
        try {
            transactions.rollback();
        } catch (SystemException | RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    private void show(Actor viewer, LocalDate day) {
        String series = viewer.series() == null ? null : viewer.series().name();
        database.run(
                connection -> Database.update(connection, AUDIENCES, viewer.party(), viewer.party(),
                        viewer.is(Role.COORDINATOR) || viewer.is(Role.DISPLAY), series, viewer.party(), day));
    }
}
