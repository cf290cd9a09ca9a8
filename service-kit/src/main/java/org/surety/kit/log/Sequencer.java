package org.surety.kit.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.kit.broker.Broker;
import org.surety.kit.label.SystemViewer;

/**
 * Gives committed changes their numbers: dense, gap-free, in id order, after the commit. Ids commit out of order, therefore nothing
 * here asks for "greater than the last id". Each step first updates the head row of its epoch and so fences out every other holder; the
 * statement after it sees, READ COMMITTED, every change committed until then.
 */
@ApplicationScoped
class Sequencer {

    /** Others before imports. A change waits while an earlier one of its subject waits on the other lane, so versions stay in order. */
    private static final String NUMBER = """
            with fresh as (
                select c.id, row_number() over (order by c.id) as n
                from change c
                where c.sequence is null and %1$s c.bulk
                  and not exists (select from change e
                                  where e.sequence is null and e.subject = c.subject and e.id < c.id and %2$s e.bulk)
                order by c.id limit ?)
            update change c set sequence = ? + fresh.n, recorded_at = ? from fresh where c.id = fresh.id""";

    private static final String NUMBER_OTHERS = NUMBER.formatted("not", "");

    private static final String NUMBER_BULK = NUMBER.formatted("", "not");

    private final Database database;
    private final LogConfig config;
    private final Broker broker;
    private final String holder = ProcessHandle.current().pid() + "-" + UUID.randomUUID();

    /** The epoch this process holds; null while another process does. */
    private volatile Long epoch;

    Sequencer(Database database, LogConfig config, Broker broker) {
        this.database = database;
        this.config = config;
        this.broker = broker;
    }

    /** What a step did: the head after it - null when another process holds the log - and whether there may be more to number. */
    record Step(LogHead head, boolean more) {
    }

    Step step() {
        Step step = SystemViewer.transaction(() -> database.call(this::step));
        epoch = step.head() == null ? null : step.head().epoch();
        return step;
    }

    private Step step(Connection connection) throws SQLException {
        LogHead head = epoch != null ? LogHead.renew(connection, epoch, config.lease()) : null;
        if (head == null) {
            head = LogHead.take(connection, holder, config.lease());
            if (head == null) {
                return new Step(null, false);
            }
            head = LogHead.renew(connection, head.epoch(), config.lease());
        }
        int others = number(connection, head, head.lastSequence(), false, config.batch());
        long last = head.lastSequence() + others;
        // Without a broker nobody waits in a line behind the imported changes, and the feed must have them.
        long ahead = broker.isOpen() ? config.bulkAhead() - (last - head.publishedThrough()) : config.batch();
        long room = Math.min(config.batch() - others, ahead);
        int bulk = room > 0 ? number(connection, head, last, true, (int) room) : 0;
        last += bulk;
        if (last > head.lastSequence()) {
            LogHead.advance(connection, head.epoch(), last);
        }
        LogHead after = new LogHead(head.logId(), last, head.publishedThrough(), head.stamp(), head.holder(), head.epoch());
        return new Step(after, others == config.batch() || bulk > 0 && bulk == room);
    }

    private static int number(Connection connection, LogHead head, long from, boolean bulk, int limit) throws SQLException {
        return Database.update(connection, bulk ? NUMBER_BULK : NUMBER_OTHERS, limit, from,
                OffsetDateTime.ofInstant(head.stamp(), ZoneOffset.UTC));
    }

    /** Notes how far the broker has confirmed; nothing happens when the log has another holder by now. */
    void published(long epoch, long through) {
        SystemViewer.transaction(() -> database.run(connection -> LogHead.published(connection, epoch, through, config.lease())));
    }

    /** Gives the lease back, so that another replica need not wait for its end. */
    void release() {
        Long held = epoch;
        if (held != null) {
            epoch = null;
            SystemViewer.transaction(() -> database.run(connection -> LogHead.release(connection, held)));
        }
    }
}
