package org.surety.kit.log;

import java.sql.PreparedStatement;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;

import org.surety.contracts.Envelope;
import org.surety.kit.actor.Actor;
import org.surety.kit.actor.CurrentActor;
import org.surety.kit.label.Audiences;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;

/**
 * The log of committed changes of this service. A change is appended in the transaction that makes it: with it it is committed or never
 * was. Its number is given after the commit by the {@link Sequencer}.
 */
@ApplicationScoped
public class ChangeLog {

    private static final String APPEND = """
            insert into change (change_id, type, subject, subject_version, state, changed, reason, actor, actor_party, audience_id,
                effective_on, trace_parent, bulk, withheld)
            values (?, ?, ?, ?, ?::json, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String APPEND_BULK = """
            insert into change (change_id, type, subject, subject_version, state, changed, reason, actor, actor_party, audience_id,
                effective_on, trace_parent, bulk, withheld)
            select gen_random_uuid(), ?, r.subject, r.subject_version, r.state, r.changed, ?, ?, ?, r.audience_id, r.effective_on, ?, true,
                false
            from (%s) r""";

    private final Database database;
    private final EntityManager entities;
    private final Audiences audiences;
    private final CurrentActor actor;
    private final ObjectMapper json;
    private final LogSignal signal;
    private final TransactionSynchronizationRegistry transaction;

    ChangeLog(Database database, EntityManager entities, Audiences audiences, CurrentActor actor, ObjectMapper json,
            LogSignal signal,
            TransactionSynchronizationRegistry transaction) {
        this.database = database;
        this.entities = entities;
        this.audiences = audiences;
        this.actor = actor;
        this.json = json;
        this.signal = signal;
        this.transaction = transaction;
    }

    /**
     * Appends one change. What Hibernate holds back is written first: the row lock of the record then orders the changes of a subject by
     * their versions, and the supplier sees the version that the record really has.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(Supplier<NewChange> change) {
        entities.flush();
        append(change.get(), actor.require());
    }

    private void append(NewChange change, Actor by) {
        int audience = audiences.intern(change.label());
        database.run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(APPEND)) {
                insert.setObject(1, UUID.randomUUID());
                insert.setString(2, change.fullType());
                insert.setString(3, change.subject());
                insert.setLong(4, change.version());
                insert.setString(5, toJson(change.state()));
                insert.setArray(6, connection.createArrayOf("text", change.changed().toArray()));
                insert.setString(7, change.reason().name());
                insert.setString(8, by.subject());
                insert.setString(9, by.party());
                insert.setInt(10, audience);
                insert.setObject(11, change.effectiveOn());
                insert.setString(12, traceParent());
                insert.setBoolean(13, change.bulk());
                insert.setBoolean(14, change.withheld());
                insert.executeUpdate();
            }
        });
        signalAfterCommit();
    }

    /**
     * Appends a change for each row of a query, in one statement: for imports, whose changes yield to the others.
     *
     * @param type short, as in {@link NewChange}
     * @param by who made the import, which runs in the background
     * @param rows a query for subject, subject_version, state, changed, audience_id and effective_on, in the order of the changes
     * @param parameters of the query
     * @return how many there were
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int appendBulk(String type, Reason reason, Actor by, String rows, Object... parameters) {
        int appended = database.call(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(APPEND_BULK.formatted(rows))) {
                insert.setString(1, Envelope.TYPE_PREFIX + type + ".v1");
                insert.setString(2, reason.name());
                insert.setString(3, by.subject());
                insert.setString(4, by.party());
                insert.setString(5, traceParent());
                for (int i = 0; i < parameters.length; i++) {
                    insert.setObject(6 + i, parameters[i]);
                }
                return insert.executeUpdate();
            }
        });
        signalAfterCommit();
        return appended;
    }

    /** Wakes the sequencing step once this transaction is committed: a signal to be quick, the poll is the truth. */
    public void signalAfterCommit() {
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // nothing to do: the rows are written already
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    signal.raise();
                }
            }
        });
    }

    /** The trace context of the current request as a W3C traceparent; null outside a trace. */
    public static String traceParent() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid() ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-" + span.getTraceFlags().asHex() : null;
    }

    private String toJson(Object state) {
        try {
            return json.writeValueAsString(state);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the state of a change must be JSON", e);
        }
    }
}
