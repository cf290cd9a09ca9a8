package org.surety.kit.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.contracts.Envelope;
import org.surety.kit.RealParts;
import org.surety.kit.label.Label;
import org.surety.kit.label.SystemViewer;
import org.surety.kit.log.Database;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@RealParts
class ApplicationTest {

    private static final String POISON = "poison";

    @Inject
    Database database;

    private final UUID log = UUID.randomUUID();
    private final List<Long> applied = new ArrayList<>();
    private int transactions;
    private String owner;
    private Application application;

    @BeforeEach
    void follow() {
        owner = "owner-" + UUID.randomUUID();
        Projector projector = changes -> {
            transactions++;
            if (changes.stream().anyMatch(change -> change.subject().equals(POISON))) {
                throw new IllegalStateException("this change cannot be applied");
            }
            changes.forEach(change -> applied.add(change.sequence()));
        };
        application = new Application(owner, Generation.LIVE, projector, new ParkedChanges(owner, projector, database), database);
        application.watermark();
    }

    @Test
    void eachChangeIsAppliedOnceAndInOrder() {
        List<ReceivedChange> changes = LongStream.rangeClosed(1, 20).mapToObj(this::change).toList();
        application.apply(changes.subList(0, 10));
        application.apply(changes.subList(5, 15));
        application.apply(changes);
        assertThat(applied).containsExactlyElementsOf(LongStream.rangeClosed(1, 20).boxed().toList());
        assertThat(application.watermark().sequence()).isEqualTo(20);
    }

    @Test
    void shuffledDeliveriesLeaveTheSameState() {
        List<ReceivedChange> changes = new ArrayList<>(LongStream.rangeClosed(1, 50).mapToObj(this::change).toList());
        Collections.shuffle(changes, new Random(7));
        application.apply(changes);
        assertThat(applied).containsExactlyElementsOf(LongStream.rangeClosed(1, 50).boxed().toList());
    }

    @Test
    void nothingBehindAHoleIsApplied() {
        Application.Outcome outcome = application.apply(List.of(change(1), change(2), change(4), change(5)));
        assertThat(outcome.gap()).isTrue();
        assertThat(outcome.watermark().sequence()).isEqualTo(2);
        outcome = application.apply(List.of(change(3), change(4), change(5)));
        assertThat(outcome.gap()).isFalse();
        assertThat(applied).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void aChangeThatCannotBeAppliedIsParkedAndTheOthersGoOn() {
        application.apply(List.of(change(1), change(2, POISON, Envelope.TYPE_PREFIX + "note.taken.v1"), change(3)));
        assertThat(applied).containsExactly(1L, 3L);
        assertThat(application.watermark().sequence()).isEqualTo(3);
        assertThat(parked()).containsExactly("2 poison this change cannot be applied");
        application.apply(List.of(change(2, POISON, Envelope.TYPE_PREFIX + "note.taken.v1")));
        assertThat(parked()).hasSize(1);
    }

    @Test
    void oneBadChangeCostsItsNeighboursFewTransactions() {
        List<ReceivedChange> changes = new ArrayList<>(LongStream.rangeClosed(1, 500).mapToObj(this::change).toList());
        changes.set(332, change(333, POISON, Envelope.TYPE_PREFIX + "note.taken.v1"));
        Application.Outcome outcome = application.apply(changes);
        assertThat(outcome.gap()).isFalse();
        assertThat(outcome.watermark().sequence()).isEqualTo(500);
        assertThat(applied)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 500).filter(sequence -> sequence != 333).boxed().toList());
        assertThat(parked()).hasSize(1);
        assertThat(transactions).isLessThanOrEqualTo(25);
    }

    @Test
    void aHoleInABatchWithABadChangeStaysAHole() {
        Application.Outcome outcome = application
                .apply(List.of(change(1, POISON, Envelope.TYPE_PREFIX + "note.taken.v1"), change(2), change(4), change(5)));
        assertThat(outcome.gap()).isTrue();
        assertThat(outcome.watermark().sequence()).isEqualTo(2);
        assertThat(applied).containsExactly(2L);
    }

    @Test
    void aWithheldChangeOnlyMovesTheWatermark() {
        application.apply(List.of(change(1), change(2, "draft", Envelope.WITHHELD), change(3)));
        assertThat(applied).containsExactly(1L, 3L);
        assertThat(application.watermark().sequence()).isEqualTo(3);
    }

    @Test
    void anotherLogIsNeverApplied() {
        application.apply(List.of(change(1)));
        ReceivedChange foreign = new ReceivedChange(UUID.randomUUID(), Envelope.TYPE_PREFIX + "note.taken.v1", "s", 1, 2,
                UUID.randomUUID(),
                Instant.EPOCH, Label.openToAll(), JsonNodeFactory.instance.objectNode());
        assertThat(application.apply(List.of(foreign)).gap()).isTrue();
        assertThat(applied).containsExactly(1L);
    }

    @Test
    void whatIsNotTheChangesFaultStopsTheLogAndParksNothing() {
        for (String state : new String[]{ "57014", "08006", "42P01", "40001", null}) {
            Projector failing = changes -> {
                throw new IllegalStateException(new java.sql.SQLException("not the change's fault", state));
            };
            Application stopped = new Application(owner, Generation.LIVE, failing, new ParkedChanges(owner, failing, database),
                    database);
            assertThatThrownBy(() -> stopped.apply(List.of(change(1)))).as(String.valueOf(state))
                    .isInstanceOf(RuntimeException.class)
                    .isNotInstanceOf(ChangeNotApplicable.class);
        }
        assertThat(parked()).isEmpty();
        assertThat(application.watermark().sequence()).isZero();
    }

    @Test
    void dataThatTheTablesRefuseIsParked() {
        Projector refused = changes -> database
                .run(connection -> Database.update(connection, "select 'no number'::bigint"));
        Application application = new Application(owner, Generation.LIVE, refused, new ParkedChanges(owner, refused, database),
                database);
        assertThat(application.apply(List.of(change(1))).watermark().sequence()).isEqualTo(1);
        assertThat(parked()).singleElement().asString().contains("invalid input syntax");
    }

    private ReceivedChange change(long sequence) {
        return change(sequence, "subject-" + sequence, Envelope.TYPE_PREFIX + "note.taken.v1");
    }

    private ReceivedChange change(long sequence, String subject, String type) {
        return new ReceivedChange(new UUID(0, sequence), type, subject, 1, sequence, log, Instant.EPOCH, Label.openToAll(),
                JsonNodeFactory.instance.objectNode());
    }

    private List<String> parked() {
        return SystemViewer.transaction(() -> database.call(connection -> {
            try (PreparedStatement query = connection
                    .prepareStatement("select sequence || ' ' || subject || ' ' || reason from parked_change where owner = ?")) {
                query.setString(1, owner);
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
}
