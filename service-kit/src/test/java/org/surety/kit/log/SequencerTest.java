package org.surety.kit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.PreparedStatement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.surety.kit.RealParts;
import org.surety.kit.broker.Broker;
import org.surety.kit.broker.BrokerConfig;
import org.surety.kit.label.SystemViewer;
import org.surety.kit.log.Changes.Row;
import org.surety.kit.run.Migrating;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@RealParts
class SequencerTest {

    @Inject
    Changes changes;

    @Inject
    Database database;

    @Inject
    LogReader reader;

    @Inject
    Broker broker;

    @Inject
    BrokerConfig brokerConfig;

    @Inject
    Migrating migrating;

    @Inject
    LogConfig config;

    @Test
    void manyWritersGetDenseNumbersInTheOrderOfEachSubject() throws Exception {
        String run = "writers-" + UUID.randomUUID();
        int subjects = 8;
        int versions = 25;
        ExecutorService writers = Executors.newFixedThreadPool(subjects);
        List<Future<?>> done = IntStream.range(0, subjects).<Future<?>>mapToObj(s -> writers.submit(() -> {
            for (int version = 1; version <= versions; version++) {
                changes.commit(run + "-" + s, version, false);
            }
        })).toList();
        for (Future<?> writer : done) {
            writer.get();
        }
        writers.shutdown();

        List<Row> rows = changes.numbered(run + "%", subjects * versions);
        assertThat(rows).extracting(Row::recordedAt).isSorted();
        for (int s = 0; s < subjects; s++) {
            String subject = run + "-" + s;
            assertThat(rows.stream().filter(row -> row.subject().equals(subject)).map(Row::version))
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, versions).mapToObj(Long::valueOf).toList());
        }
        List<Long> all = changes.of("%").stream().map(Row::sequence).filter(java.util.Objects::nonNull).toList();
        assertThat(all).containsExactlyElementsOf(IntStream.rangeClosed(1, all.size()).mapToObj(Long::valueOf).toList());
    }

    @Test
    void aTransactionThatCommitsLateIsNumberedLateAndNotLost() throws Exception {
        String run = "late-" + UUID.randomUUID();
        CountDownLatch inserted = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        Thread late = new Thread(() -> SystemViewer.transaction(() -> {
            changes.append(run + "-first-id", 1, false);
            inserted.countDown();
            try {
                commit.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }));
        late.start();
        inserted.await();
        changes.commit(run + "-second-id", 1, false);
        changes.numbered(run + "-second-id", 1);
        commit.countDown();
        late.join();

        assertThat(changes.numbered(run + "%", 2)).extracting(Row::subject).containsExactly(run + "-second-id", run + "-first-id");
    }

    /** A process that is stopped in the middle of a step holds the row of the head; nobody else could number the log. */
    @Test
    void aStepThatStandsStillHoldsNobodyUpLongerThanItsLease() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread still = new Thread(() -> {
            try {
                SystemViewer.transaction(() -> database.run(connection -> {
                    LogHead.renew(connection, reader.head().epoch(), config.lease());
                    held.countDown();
                    try {
                        over.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    Database.update(connection, "update log_head set epoch = epoch");
                }));
            } catch (RuntimeException e) {
                end.set(e);
            }
        });
        still.start();
        held.await();
        String subject = "held-" + UUID.randomUUID();
        changes.commit(subject, 1, false);
        assertThat(changes.numbered(subject, 1)).hasSize(1);
        over.countDown();
        still.join();
        assertThat(end.get()).as("the transaction that stood still is ended by the database").isNotNull();
    }

    @Test
    void importedChangesYieldButNeverOvertakeTheirOwnSubject() {
        String run = "bulk-" + UUID.randomUUID();
        SystemViewer.transaction(() -> {
            for (int i = 0; i < 5; i++) {
                changes.append(run + "-imported-" + i, 1, true);
            }
            changes.append(run + "-imported-0", 2, false);
            changes.append(run + "-other", 1, false);
        });
        List<Row> rows = changes.numbered(run + "%", 7);
        assertThat(rows.get(0).subject()).isEqualTo(run + "-other");
        assertThat(rows.stream().filter(row -> row.subject().equals(run + "-imported-0")).map(Row::version)).containsExactly(1L,
                2L);
    }

    @Test
    void whoLostTheLeaseIsFenced() {
        // A second process on the same log: it takes over once the lease of the running one is made to end.
        LogHead before = reader.head();
        Sequencer other = new Sequencer(database, config, broker);
        Changes.await(() -> {
            expireLease();
            return other.step().head() != null;
        }, "the other process to take the log");
        LogHead taken = reader.head();
        assertThat(taken.epoch()).isGreaterThan(before.epoch());
        // The running one goes on with its old epoch and changes nothing.
        LogHead renewed = SystemViewer
                .transaction(() -> database.call(connection -> LogHead.renew(connection, before.epoch(), config.lease())));
        assertThat(renewed).isNull();
        other.release();
        String subject = "after-takeover-" + UUID.randomUUID();
        changes.commit(subject, 1, false);
        assertThat(changes.numbered(subject, 1)).hasSize(1);
    }

    @Test
    void withoutABrokerImportedChangesAreNumberedAllTheSame() {
        String run = "imported-" + UUID.randomUUID() + "-";
        int many = config.bulkAhead() + config.batch() + 100;
        Broker away = new Broker(brokerConfig, "away", Optional.empty(), migrating, new SimpleMeterRegistry());
        Sequencer alone = new Sequencer(database, config, away);
        Changes.await(() -> {
            expireLease();
            return alone.step().head() != null;
        }, "the process without a broker to take the log");
        SystemViewer.transaction(() -> changes.appendImported(run, many));
        while (alone.step().more()) {
            assertThat(away.isOpen()).isFalse();
        }
        long numbered = changes.of(run + "%").stream().filter(row -> row.sequence() != null).count();
        alone.release();
        assertThat(numbered).isEqualTo(many);
    }

    @Test
    void aNumberedChangeIsFinal() {
        String subject = "final-" + UUID.randomUUID();
        changes.commit(subject, 1, false);
        changes.numbered(subject, 1);
        for (String statement : List.of("update change set sequence = sequence + 1000000 where subject = '" + subject + "'",
                "update change set recorded_at = now() where subject = '" + subject + "'",
                "update change set state = '{}' where subject = '" + subject + "'",
                "delete from change where subject = '" + subject + "'")) {
            assertThatThrownBy(() -> execute(statement)).isInstanceOf(Database.Failed.class);
        }
    }

    @Test
    void aSubjectHasOneChangeAVersion() {
        String subject = "twice-" + UUID.randomUUID();
        changes.commit(subject, 1, false);
        assertThatThrownBy(() -> changes.commit(subject, 1, false)).isInstanceOf(Database.Failed.class)
                .hasMessageContaining("change_follows_version");
    }

    @Test
    void aStateIsAtMost64Kilobytes() {
        assertThatThrownBy(
                () -> execute("insert into change (change_id, type, subject, subject_version, state, changed, reason, actor, "
                        + "audience_id, effective_on) select gen_random_uuid(), 't', 'large', 1, to_json(repeat('x', 65536)), '{}', 'NEW_FACT', 'a', "
                        + "min(id), date '2026-01-06' from audience"))
                .isInstanceOf(Database.Failed.class).hasMessageContaining("change_state_small");
    }

    private void expireLease() {
        execute("update log_head set lease_until = clock_timestamp() - interval '1 second'");
    }

    private void execute(String sql) {
        SystemViewer.transaction(() -> database.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.executeUpdate();
            }
        }));
    }
}
