package org.surety.priorities.commitment;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.kit.follow.Batch;
import org.surety.kit.follow.Projector;
import org.surety.kit.follow.ReceivedChange;
import org.surety.kit.label.Audiences;
import org.surety.kit.log.Database;
import org.surety.priorities.coverage.CoverageUpkeep;
import org.surety.priorities.coverage.EarlierSupportUpkeep;
import org.surety.priorities.remembered.Rounds;

/** Keeps up what this service remembers of commitments, and with it coverage. */
@ApplicationScoped
public class CommitmentProjector implements Projector {

    private static final Set<String> TYPES = Set.of("commitment.filed", "commitment.amended", "commitment.decided",
            "commitment.judged", "commitment.readiness-stated", "commitment.withdrawn", "commitment.imported");

    private static final String REMEMBER = """
            insert into commitment_reference
            select * from jsonb_populate_recordset(null::commitment_reference, ?::jsonb)
            on conflict (id) do update set version = excluded.version, party = excluded.party, series = excluded.series,
                basis = excluded.basis, kind = excluded.kind, category = excluded.category, priority = excluded.priority,
                contributions = excluded.contributions, undisclosed = excluded.undisclosed, euro = excluded.euro,
                euro_undisclosed = excluded.euro_undisclosed, from_day = excluded.from_day, until_day = excluded.until_day,
                announced_on = excluded.announced_on, state = excluded.state, decision_in_effect = excluded.decision_in_effect,
                audience_id = excluded.audience_id, authority = excluded.authority, approvals = excluded.approvals,
                amounts_audience_id = excluded.amounts_audience_id, shares = excluded.shares, binding = excluded.binding,
                caveats = excluded.caveats, conditions = excluded.conditions, readiness = excluded.readiness,
                triggers = excluded.triggers, recorded_at = excluded.recorded_at, title = excluded.title,
                supersedes = excluded.supersedes, supplements = excluded.supplements, withdrawn_on = excluded.withdrawn_on,
                successor = excluded.successor, measure = excluded.measure, quantity = excluded.quantity
            where commitment_reference.version < excluded.version
            returning id""";

    private final Database database;
    private final Audiences audiences;
    private final CoverageUpkeep coverage;
    private final EarlierSupportUpkeep earlierSupport;

    CommitmentProjector(Database database, Audiences audiences, CoverageUpkeep coverage, EarlierSupportUpkeep earlierSupport) {
        this.database = database;
        this.audiences = audiences;
        this.coverage = coverage;
        this.earlierSupport = earlierSupport;
    }

    @Override
    public void apply(List<ReceivedChange> changes) {
        remember(changes, true);
    }

    /** The sums of a generation that nobody reads yet are made at its end, from all commitments at once. */
    @Override
    public void refill(List<ReceivedChange> changes) {
        remember(changes, false);
    }

    @Override
    public void complete() {
        coverage.allAnew();
        earlierSupport.sumAnew();
    }

    private void remember(List<ReceivedChange> changes, boolean withCoverage) {
        Set<UUID> changed = new LinkedHashSet<>();
        for (Batch batch : Rounds.of(changes, TYPES)) {
            String rows = batch.rows(change -> CommitmentReference.from(change, label -> batch.audience(label, audiences)));
            if (withCoverage) {
                // First: it takes the difference between what is remembered and what comes.
                earlierSupport.add(rows);
            }
            changed.addAll(database
                    .call(connection -> Database.list(connection, REMEMBER, row -> row.getObject(1, UUID.class), rows)));
        }
        if (withCoverage && !changed.isEmpty()) {
            coverage.commitments(changed);
        }
    }
}
