package org.surety.release.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;
import org.surety.kit.label.SystemViewer;
import org.surety.kit.log.Database;
import org.surety.kit.run.Migrating;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Writes the rows of reads. One thread commits in one transaction all that came while it committed the last ones: under load a commit is
 * shared by many answers, and alone a read waits for one commit and nothing else. Who waits holds no connection to the database.
 */
@ApplicationScoped
class ReadLog {

    private static final Logger LOG = Logger.getLogger(ReadLog.class);

    private static final String INSERT = """
            insert into recorded_read (id, part, subject, client, party, roles, trace_id, method, path, query, status, media_type,
                records, digest)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    /** Far above the ids of any identity provider, and below what an index takes. */
    private static final int MAX_CLAIM = 255;

    private static final String SQLSTATE = "SQLSTATE";

    /** Tells the thread to end. */
    private static final Waiting STOP = new Waiting(null, null);

    private final Database database;
    private final AuditConfig config;
    private final Migrating migrating;
    private final BlockingQueue<Waiting> queue;
    private final Timer commit;
    private final Counter refused;
    private Thread writing;

    /**
     * A row that is not written yet.
     *
     * @param committed completed once it is
     */
    private record Waiting(ReadEntry entry, CompletableFuture<Void> committed) {
    }

    ReadLog(Database database, AuditConfig config, Migrating migrating, MeterRegistry metrics) {
        this.database = database;
        this.config = config;
        this.migrating = migrating;
        this.queue = new LinkedBlockingQueue<>(config.mostWaiting());
        this.commit = Timer.builder("surety.audit.commit").description("One transaction that records reads")
                .publishPercentiles(0.5, 0.99).register(metrics);
        Gauge.builder("surety.audit.waiting", queue, BlockingQueue::size).description("Answers whose rows wait to be written")
                .register(metrics);
        this.refused = Counter.builder("surety.audit.refused")
                .description("Answers that were not given because the read could not be recorded; alarm on any").register(metrics);
    }

    void start(@Observes StartupEvent event) {
        if (migrating.isActive()) {
            return;
        }
        writing = new Thread(this::write, "read-audit");
        writing.setDaemon(true);
        writing.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        if (writing != null) {
            queue.put(STOP);
            writing.join(TimeUnit.SECONDS.toMillis(5));
        }
    }

    /**
     * Completed when the row is committed. Failed with {@link ReadNotRecorded} when that is not so in time; the row may come to be there
     * all the same: there are rows without an answer, and no answers without a row.
     */
    CompletableFuture<Void> append(ReadEntry entry) {
        CompletableFuture<Void> committed = new CompletableFuture<>();
        if (!queue.offer(new Waiting(entry, committed))) {
            committed.completeExceptionally(new ReadNotRecorded());
        }
        committed.orTimeout(config.longestWait().toMillis(), TimeUnit.MILLISECONDS);
        return committed.handle((done, failure) -> {
            if (failure != null) {
                refused.increment();
                throw new ReadNotRecorded();
            }
            return done;
        });
    }

    private void write() {
        List<Waiting> batch = new ArrayList<>();
        boolean failing = false;
        try {
            while (true) {
                batch.add(queue.take());
                queue.drainTo(batch, config.batch() - 1);
                boolean last = batch.remove(STOP);
                // Who has waited too long was refused already.
                batch.removeIf(waiting -> waiting.committed().isDone());
                failing = !batch.isEmpty() && !store(batch, failing);
                batch.clear();
                if (last) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it could; the first of a row of errors is enough to say. */
    private boolean store(List<Waiting> batch, boolean failing) {
        try {
            commit.record(() -> SystemViewer.transaction(() -> database.run(connection -> insert(connection, batch))));
            batch.forEach(waiting -> waiting.committed().complete(null));
            return true;
        } catch (RuntimeException | Error e) { // with this thread all reads would end
            if (batch.size() > 1 && isOfOneRow(e)) {
                return batch.stream().filter(waiting -> !store(List.of(waiting), failing)).count() == 0;
            }
            if (!failing) {
                LOG.warnf("Reads cannot be recorded and are not answered: %s", kind(e));
            }
            batch.forEach(waiting -> waiting.committed().completeExceptionally(e));
            return false;
        }
    }

    /** Whether the database refuses what a row says: then that row is written by itself, and no other is lost for it. */
    private static boolean isOfOneRow(Throwable failure) {
        String kind = kind(failure);
        return kind.startsWith(SQLSTATE + " 22") || kind.startsWith(SQLSTATE + " 23");
    }

    /** What the database says of a statement that failed quotes the row: who asked what is for the auditor, not for the log. */
    private static String kind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return SQLSTATE + " " + sql.getSQLState();
            }
        }
        return failure.getClass().getSimpleName();
    }

    private static void insert(Connection connection, List<Waiting> batch) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Waiting waiting : batch) {
                ReadEntry entry = waiting.entry();
                insert.setObject(1, entry.id());
                insert.setString(2, entry.part().name());
                insert.setString(3, Objects.requireNonNullElse(claim(entry.reader().subject()), ""));
                insert.setString(4, claim(entry.reader().client()));
                insert.setString(5, claim(entry.reader().party()));
                insert.setArray(6, connection.createArrayOf("text",
                        entry.reader().roles().stream().map(ReadLog::claim).sorted().toArray()));
                insert.setString(7, entry.traceId());
                insert.setString(8, entry.method());
                insert.setString(9, entry.path());
                insert.setString(10, entry.query());
                insert.setInt(11, entry.status());
                insert.setString(12, entry.mediaType());
                insert.setObject(13, entry.records(), java.sql.Types.INTEGER);
                insert.setBytes(14, entry.digest());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** What a token says, so that one that nobody expects does not keep the rows of others from being written. */
    private static String claim(String said) {
        return said == null ? null : said.substring(0, Math.min(MAX_CLAIM, said.length())).replace("\0", "");
    }
}
