package org.surety.priorities.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.surety.kit.follow.OperatorDesk;
import org.surety.kit.label.SystemViewer;
import org.surety.kit.log.Database;
import org.surety.priorities.assessment.Promise;
import org.surety.priorities.remembered.Remembered;

import io.quarkus.vertx.http.ManagementInterface;

/**
 * For the operator: holds what is kept of coverage against a plain recomputation from what is remembered of the commitments, while the service
 * goes on. {@code GET /coverage/mismatches} on the management port.
 */
@ApplicationScoped
class CoverageCheck {

    private static final int NAMED = 20;

    private static final String WRONG = """
            with fresh as (select * from jsonb_populate_recordset(null::coverage_part, ?::jsonb)),
            kept as (select * from coverage_part where commitment = any (?::uuid[]))
            select distinct commitment from ((select * from fresh except select * from kept)
                union all (select * from kept except select * from fresh)) difference""";

    private static final String WRONG_SUMS = "select (select count(*) from coverage_mismatch) + (select count(*) from coverage_total_mismatch)";

    private final Database database;
    private final CoverageUpkeep upkeep;

    CoverageCheck(Database database, CoverageUpkeep upkeep) {
        this.database = database;
        this.upkeep = upkeep;
    }

    /**
     * What is wrong; never anything.
     *
     * @param commitments how many were assessed again
     * @param wrong how many of them are kept as worth something else
     * @param first the first of those, twenty at most
     * @param sums how many sums differ from those of what is kept
     */
    record Mismatches(long commitments, long wrong, List<UUID> first, long sums) {
    }

    void routes(@Observes ManagementInterface management, OperatorDesk desk) {
        management.router().get("/coverage/mismatches").blockingHandler(desk.operators(request -> mismatches()), false);
    }

    Mismatches mismatches() {
        long commitments = 0;
        List<UUID> wrong = new ArrayList<>();
        List<UUID> page = page(CoverageUpkeep.BEFORE_ALL, wrong);
        while (!page.isEmpty()) {
            commitments += page.size();
            page = page(page.get(page.size() - 1), wrong);
        }
        long sums = SystemViewer.transaction(() -> database.call(connection -> {
            upkeep.lock(connection);
            return Database.first(connection, WRONG_SUMS, row -> row.getLong(1));
        }));
        return new Mismatches(commitments, wrong.size(), wrong.stream().limit(NAMED).toList(), sums);
    }

    /** Nothing is written meanwhile, and only for so long. */
    private List<UUID> page(UUID last, List<UUID> wrong) {
        return SystemViewer.transaction(() -> database.call(connection -> {
            upkeep.lock(connection);
            List<UUID> ids = upkeep.after(connection, last);
            Remembered remembered = Remembered.now(connection);
            List<Promise> promises = remembered.promises(ids);
            String rows = Remembered.rows(remembered.parts(promises, remembered.facts(promises)));
            wrong.addAll(Database.list(connection, WRONG, row -> row.getObject(1, UUID.class), rows,
                    connection.createArrayOf("uuid", ids.toArray())));
            return ids;
        }));
    }
}
