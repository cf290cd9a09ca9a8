package org.surety.kit.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
            select gen_random_uuid(), ?, r.subject, r.subject_version, r.state, r.changed, ?, ?, ?, r.audience_id, r.effective_on, ?, true, ?
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
        append(actor.require(), change);
    }

    /** The same for work in the background, where nobody asks. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(Actor by, Supplier<NewChange> change) {
        entities.flush();
        append(change.get(), by);
    }

    private void append(NewChange change, Actor by) {
        int audience = audiences.intern(change.label());
        database.run(connection -> Database.update(connection, APPEND, UUID.randomUUID(), change.fullType(), change.subject(),
                change.version(), toJson(change.state()), connection.createArrayOf("text", change.changed().toArray()),
                change.reason().name(), by.subject(), by.party(), audience, change.effectiveOn(), traceParent(), change.bulk(),
                change.withheld()));
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
        return appendMany(type, reason, by, false, rows, parameters);
    }

    /** The same for changes of which consumers learn nothing but that there was one. */
    @Transactional(Transactional.TxType.MANDATORY)
    public int appendBulkWithheld(String type, Reason reason, Actor by, String rows, Object... parameters) {
        return appendMany(type, reason, by, true, rows, parameters);
    }

    private int appendMany(String type, Reason reason, Actor by, boolean withheld, String rows, Object... parameters) {
        List<Object> all = new ArrayList<>(
                Arrays.asList(Envelope.TYPE_PREFIX + type + ".v1", reason.name(), by.subject(), by.party(),
                        traceParent(), withheld));
        all.addAll(Arrays.asList(parameters));
        int appended = database.call(connection -> Database.update(connection, APPEND_BULK.formatted(rows), all.toArray()));
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
