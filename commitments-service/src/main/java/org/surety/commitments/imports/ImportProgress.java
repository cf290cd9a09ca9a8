package org.surety.commitments.imports;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.commitments.commitment.CommitmentStore.Outcome;
import org.surety.commitments.commitment.ImportedCommitment;
import org.surety.commitments.mapping.Finding;
import org.surety.commitments.mapping.MappedRow;
import org.surety.kit.log.Database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * How far imports have come. One process works on an import at a time: it holds the job's row by a lease, says in every transaction that
 * it is alive, and stops when somebody else has taken the job. Each call belongs to the current transaction, under the viewer system.
 */
@ApplicationScoped
class ImportProgress {

    /** A job nobody holds, or whose holder has not been heard of. Locked rows are passed over: their holder is at work. */
    private static final String CLAIM = """
            update import_job set state = 'RUNNING', holder = ?, lease_until = clock_timestamp() + ? * interval '1 millisecond',
                started_at = coalesce(started_at, clock_timestamp()), attempts = attempts + 1
            where id = (select id from import_job
                        where state = 'QUEUED' or state = 'RUNNING' and lease_until < clock_timestamp()
                        order by number limit 1 for update skip locked)
            returning\s""" + ImportRepository.COLUMNS;

    private static final String ATTEMPTS = "select attempts from import_job where id = ?";

    private static final String HOLD = "update import_job set lease_until = clock_timestamp() + ? * interval '1 millisecond' "
            + "where id = ? and holder = ? and state = 'RUNNING'";

    private static final String RELEASE = "update import_job set lease_until = clock_timestamp(), attempts = attempts - 1 "
            + "where id = ? and holder = ? and state = 'RUNNING'";

    private static final String STAGED = "select coalesce(max(number), 0) from import_row where import_id = ?";

    private static final String GIVEN = """
            (select row.*, content ->> 'party' as party, coalesce(content #>> '{own,key}', content ->> 'external_id') as key,
                coalesce(content ->> 'external_id', content #>> '{own,id}') as external_id
            from jsonb_to_recordset(?::jsonb) as row (number integer, line bigint, content jsonb, findings jsonb, outcome text)) given""";

    /** Of rows of one commitment the first counts: the others are left out. */
    private static final String STAGE = """
            insert into import_row (import_id, number, line, party, external_id, key, commitment_id, content, findings, outcome, audience_id)
            select ?, number, line, party, external_id, key, case when outcome = 'UNCHANGED' then (content #>> '{own,id}')::uuid end,
                content, findings, outcome, ?
            from\s"""
            + GIVEN + """

                     order by number
                    on conflict (import_id, party, key) where outcome <> 'REJECTED' do nothing
                    returning number""";

    /** Which row of the same commitment came first, for rows that were left out. */
    private static final String FIRST = """
            select given.number, first.number, coalesce(given.external_id, given.key)
            from\s""" + GIVEN + """

            join import_row first on first.import_id = ? and first.party = given.party and first.key = given.key
                and first.outcome <> 'REJECTED'""";

    private static final String COUNT = """
            update import_job set read = read + ?, rejected = rejected + ?, warnings = warnings + ?, imported = imported + ?,
                amended = amended + ?, unchanged = unchanged + ? where id = ?""";

    private static final String TALLY = "update import_job set cells = ?::jsonb where id = ?";

    private static final String CELLS = "select cells::text from import_job where id = ?";

    private static final String CONTROL = "update import_job set controls = ?::jsonb where id = ?";

    private static final String CONTROLS = "select controls::text from import_job where id = ?";

    private static final String SUMS = """
            select party, content ->> 'currency', coalesce(sum((content ->> 'money')::numeric), 0),
                coalesce(sum((content ->> 'euro')::numeric), 0)
            from import_row where import_id = ? and outcome <> 'REJECTED' group by 1, 2""";

    private static final String REJECTED = "select rejected from import_job where id = ?";

    private static final String NEXT = "select coalesce(min(number), 0) from import_row where import_id = ? and outcome = 'PENDING'";

    private static final String WITHHOLD = "update import_row set outcome = 'NOT_STORED' where import_id = ? and outcome = 'PENDING'";

    private static final String FINISH = "update import_job set state = ?, failure = ?, not_stored = ?, finished_at = clock_timestamp(), "
            + "holder = null, lease_until = null where id = ?";

    private final Database database;
    private final ObjectMapper json;

    ImportProgress(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    Optional<ImportJob> claim(String holder, Duration lease) {
        return database.call(connection -> {
            try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
                claim.setString(1, holder);
                claim.setLong(2, lease.toMillis());
                return ImportRepository.list(claim).stream().findFirst();
            }
        });
    }

    int attempts(UUID id) {
        return number(ATTEMPTS, id);
    }

    /** Says that the holder is alive, and locks the job's row; false when it holds the job no more. */
    boolean hold(UUID id, String holder, Duration lease) {
        return update(HOLD, lease.toMillis(), id, holder) == 1;
    }

    /** Gives the job back, to be taken up again at once by whoever is there. */
    void release(UUID id, String holder) {
        update(RELEASE, id, holder);
    }

    /** The last row read. */
    int staged(UUID id) {
        return number(STAGED, id);
    }

    /** Stores the rows as they were read, and notes what became of their cells. */
    void stage(ImportJob job, List<MappedRow> rows, CellTally tally) {
        Set<Integer> kept = new HashSet<>(stage(job, rows.stream().map(row -> new Staged(row, outcome(row))).toList()));
        List<MappedRow> repeated = rows.stream().filter(row -> !kept.contains(row.number())).toList();
        if (!repeated.isEmpty()) {
            stage(job, rejected(job, repeated));
        }
        Predicate<MappedRow> rejected = row -> row.isRejected() || !kept.contains(row.number());
        rows.forEach(row -> tally.note(row, rejected.test(row)));
        update(COUNT, rows.size(), count(rows, rejected),
                count(rows, row -> !rejected.test(row) && row.findings().stream().anyMatch(finding -> !finding.rejects())), 0, 0,
                count(rows, row -> !rejected.test(row) && row.unchanged()), job.id());
        update(TALLY, toJson(tally), job.id());
    }

    private static RowOutcome outcome(MappedRow row) {
        return row.isRejected() ? RowOutcome.REJECTED : row.unchanged() ? RowOutcome.UNCHANGED : RowOutcome.PENDING;
    }

    /** A row on its way into the table. */
    private record Staged(int number, long line, ImportedCommitment content, List<Finding> findings, RowOutcome outcome) {

        Staged(MappedRow row, RowOutcome outcome) {
            this(row.number(), row.line(), row.commitment(), row.findings(), outcome);
        }

        Staged rejected(Finding finding) {
            return new Staged(number, line, content, Stream.concat(findings.stream(), Stream.of(finding)).toList(),
                    RowOutcome.REJECTED);
        }
    }

    /** Which of the rows were taken, by number: not those of a commitment of which a row is there. */
    private List<Integer> stage(ImportJob job, List<Staged> rows) {
        return database
                .call(connection -> Database.list(connection, STAGE, row -> row.getInt(1), job.id(), job.audience(), toJson(rows)));
    }

    private List<Staged> rejected(ImportJob job, List<MappedRow> repeated) {
        List<Staged> staged = repeated.stream().map(row -> new Staged(row, outcome(row))).toList();
        Map<Integer, Finding> findings = new HashMap<>();
        database.call(connection -> Database.list(connection, FIRST,
                row -> findings.put(row.getInt(1), Finding.rejection(null, "repeated",
                        "is of the same commitment as row " + row.getInt(2), row.getString(3))),
                toJson(staged), job.id()));
        return staged.stream().map(row -> row.rejected(findings.get(row.number()))).toList();
    }

    private static int count(List<MappedRow> rows, Predicate<MappedRow> which) {
        return (int) rows.stream().filter(which).count();
    }

    CellTally tally(UUID id) {
        return fromJson(text(CELLS, id), CellTally.class);
    }

    List<Control> controls(UUID id) {
        return List.of(fromJson(text(CONTROLS, id), Control[].class));
    }

    void expect(UUID id, List<Control> controls) {
        update(CONTROL, toJson(controls), id);
    }

    /** What the rows add up to that are not rejected. */
    List<Control.Sum> sums(UUID id) {
        return database
                .call(connection -> Database.list(connection, SUMS, row -> new Control.Sum(row.getString(1), row.getString(2),
                        row.getBigDecimal(3), row.getBigDecimal(4)), id));
    }

    void count(UUID id, Map<Outcome, Integer> outcomes) {
        update(COUNT, 0, 0, 0, outcomes.getOrDefault(Outcome.IMPORTED, 0), outcomes.getOrDefault(Outcome.AMENDED, 0),
                outcomes.getOrDefault(Outcome.UNCHANGED, 0), id);
    }

    int rejected(UUID id) {
        return number(REJECTED, id);
    }

    /** The first row that is not decided on; 0 when all are. */
    int next(UUID id) {
        return number(NEXT, id);
    }

    /** Ends the import; of what is not decided on, nothing is stored. */
    void finish(UUID id, JobState state, String failure) {
        int withheld = update(WITHHOLD, id);
        update(FINISH, state.name(), failure, withheld, id);
    }

    private int update(String sql, Object... values) {
        return database.call(connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    update.setObject(i + 1, values[i]);
                }
                return update.executeUpdate();
            }
        });
    }

    private int number(String sql, UUID id) {
        return database.call(connection -> {
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setObject(1, id);
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    return row.getInt(1);
                }
            }
        });
    }

    private String text(String sql, UUID id) {
        return database.call(connection -> Database.first(connection, sql, row -> row.getString(1), id));
    }

    private <T> T fromJson(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an import cannot be read", e);
        }
    }

    private String toJson(Object rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a row must be JSON", e);
        }
    }
}
