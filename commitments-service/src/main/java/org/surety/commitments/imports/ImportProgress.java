package org.surety.commitments.imports;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.commitments.commitment.CommitmentStore.Outcome;
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

    private static final String STAGE = """
            insert into import_row (import_id, number, line, party, external_id, content, findings, outcome, audience_id)
            select ?, number, line, content ->> 'party', content ->> 'external_id', content, findings, outcome, ?
            from jsonb_to_recordset(?::jsonb) as row (number integer, line bigint, content jsonb, findings jsonb, outcome text)
            order by number""";

    private static final String REJECT_REPEATED = """
            update import_row r set outcome = 'REJECTED', findings = r.findings || jsonb_build_object('code', 'repeated', 'message',
                'has the external id of row ' || e.number, 'value', r.external_id, 'rejects', true)
            from import_row e
            where r.import_id = ? and r.number between ? and ? and r.outcome = 'PENDING'
              and e.import_id = r.import_id and e.party = r.party and e.external_id = r.external_id and e.number < r.number
              and e.outcome = 'PENDING'""";

    private static final String COUNT = """
            update import_job set read = read + ?, rejected = rejected + ?, warnings = warnings + ?, imported = imported + ?,
                amended = amended + ?, unchanged = unchanged + ? where id = ?""";

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

    /** Stores the rows as they were read. */
    void stage(ImportJob job, List<MappedRow> rows) {
        List<Map<String, Object>> staged = new ArrayList<>();
        for (MappedRow row : rows) {
            Map<String, Object> columns = new LinkedHashMap<>();
            columns.put("number", row.number());
            columns.put("line", row.line());
            columns.put("content", row.commitment());
            columns.put("findings", row.findings());
            columns.put("outcome", row.isRejected() ? RowOutcome.REJECTED : RowOutcome.PENDING);
            staged.add(columns);
        }
        update(STAGE, job.id(), job.audience(), toJson(staged));
        int first = rows.get(0).number();
        int last = rows.get(rows.size() - 1).number();
        int repeated = update(REJECT_REPEATED, job.id(), first, last);
        int rejected = (int) rows.stream().filter(MappedRow::isRejected).count();
        int warnings = (int) rows.stream().filter(row -> !row.isRejected() && row.findings().stream().anyMatch(f -> !f.rejects()))
                .count();
        update(COUNT, rows.size(), rejected + repeated, warnings, 0, 0, 0, job.id());
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

    private String toJson(Object rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a row must be JSON", e);
        }
    }
}
