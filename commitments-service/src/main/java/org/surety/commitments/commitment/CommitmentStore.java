package org.surety.commitments.commitment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.contracts.Basis;
import org.surety.contracts.Series;
import org.surety.kit.actor.Actor;
import org.surety.kit.label.Audiences;
import org.surety.kit.label.Label;
import org.surety.kit.log.ChangeLog;
import org.surety.kit.log.Database;
import org.surety.kit.log.Reason;

/**
 * Takes over commitments of an import from the rows of its staging table: two statements for a thousand rows, not one for each. The key
 * is mapping, party and external id; what is there already and says the same stays as it is. A party that has narrowed the label of such a
 * record, or withdrawn it, is not overruled.
 */
@ApplicationScoped
public class CommitmentStore {

    /** What became of rows. */
    public enum Outcome {
        IMPORTED, AMENDED, UNCHANGED
    }

    /**
     * An import as far as it concerns its commitments.
     *
     * @param basis null where each row says, as those of the own template do; so with the series
     * @param by the actor of the changes
     * @param reason of the changes of what was there already; what is new is a new fact
     * @param day on which it is done: effective day of what has no announced one
     */
    public record Import(UUID id, String mapping, Basis basis, Series series, Actor by, Reason reason, LocalDate day) {
    }

    private final Database database;
    private final ChangeLog log;
    private final Audiences audiences;

    CommitmentStore(Database database, ChangeLog log, Audiences audiences) {
        this.database = database;
        this.log = log;
        this.audiences = audiences;
    }

    /**
     * Stores the rows from a number to a number and appends a change for each that is new or amended.
     *
     * @param labels the label of what the import brings for a party and states none itself
     * @return how many rows had which outcome
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<Outcome, Integer> store(Import from, int first, int last, Function<String, Label> labels) {
        Map<Outcome, Integer> outcomes = database.call(connection -> {
            try (PreparedStatement store = connection.prepareStatement(CommitmentStatements.STORE)) {
                bind(store, from, first, last, labels);
                store.setString(10, name(from.series()));
                store.setString(11, name(from.basis()));
                store.setString(12, from.mapping());
                return outcomes(store);
            }
        });
        if (outcomes.containsKey(Outcome.IMPORTED)) {
            append(from, first, last, Outcome.IMPORTED, Reason.NEW_FACT, "commitment.drafted");
        }
        if (outcomes.containsKey(Outcome.AMENDED)) {
            append(from, first, last, Outcome.AMENDED, from.reason(), "commitment.redrafted");
        }
        return outcomes;
    }

    private void append(Import from, int first, int last, Outcome outcome, Reason reason, String ofDrafts) {
        log.appendBulk("commitment.imported", reason, from.by(), CommitmentStatements.CHANGES, from.day(), from.id(), first, last,
                outcome.name());
        if (from.basis() == null) {
            log.appendBulkWithheld(ofDrafts, reason, from.by(), CommitmentStatements.DRAFTS, from.day(), from.id(), first, last,
                    outcome.name());
        }
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }

    /** Notes what {@link #store} would do with the rows, and stores none. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<Outcome, Integer> compare(Import from, int first, int last, Function<String, Label> labels) {
        return database.call(connection -> {
            try (PreparedStatement compare = connection.prepareStatement(CommitmentStatements.COMPARE)) {
                bind(compare, from, first, last, labels);
                return outcomes(compare);
            }
        });
    }

    /** The parties of rows with the labels that these state, and whether some of them are drafts. */
    private record StatedLabel(String party, String key, boolean draft) {
    }

    private void bind(PreparedStatement statement, Import from, int first, int last, Function<String, Label> labels)
            throws SQLException {
        Connection connection = statement.getConnection();
        List<StatedLabel> stated = Database.list(connection, CommitmentStatements.LABELS,
                row -> new StatedLabel(row.getString(1), row.getString(2), row.getBoolean(3)), from.id(), first, last);
        List<Label> given = stated.stream().map(one -> one.key() == null ? labels.apply(one.party()) : Label.parse(one.key()))
                .toList();
        statement.setString(1, from.mapping());
        statement.setArray(2, connection.createArrayOf("text", stated.stream().map(StatedLabel::party).toArray()));
        statement.setArray(3, connection.createArrayOf("text", stated.stream().map(StatedLabel::key).toArray()));
        statement.setArray(4, connection.createArrayOf("integer", given.stream().map(audiences::intern).toArray()));
        statement.setArray(5, connection.createArrayOf("integer", stated.stream()
                .map(one -> one.draft() ? audiences.intern(Label.national(one.party())) : null).toArray()));
        statement.setArray(6, connection.createArrayOf("text", given.stream().map(Label::key).toArray()));
        statement.setObject(7, from.id());
        statement.setInt(8, first);
        statement.setInt(9, last);
    }

    private static Map<Outcome, Integer> outcomes(PreparedStatement statement) throws SQLException {
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                outcomes.put(Outcome.valueOf(row.getString(1)), row.getInt(2));
            }
        }
        return outcomes;
    }
}
