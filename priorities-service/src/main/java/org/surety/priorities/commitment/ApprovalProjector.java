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
import org.surety.priorities.remembered.Rounds;

/** Keeps up what this service remembers of approvals, and with it the coverage by the commitments that need them. */
@ApplicationScoped
public class ApprovalProjector implements Projector {

    private static final Set<String> TYPES = Set.of("approval.recorded", "approval.amended", "approval.moved");

    private static final String REMEMBER = """
            insert into approval_reference
            select * from jsonb_populate_recordset(null::approval_reference, ?::jsonb)
            on conflict (id) do update set version = excluded.version, refused = excluded.refused, audience_id = excluded.audience_id,
                blocked = excluded.blocked, consent_of = excluded.consent_of, settled = excluded.settled,
                scheduled_vote = excluded.scheduled_vote, party = excluded.party, title = excluded.title,
                recorded_at = excluded.recorded_at
            where approval_reference.version < excluded.version
            returning id""";

    private final Database database;
    private final Audiences audiences;
    private final CoverageUpkeep coverage;

    ApprovalProjector(Database database, Audiences audiences, CoverageUpkeep coverage) {
        this.database = database;
        this.audiences = audiences;
        this.coverage = coverage;
    }

    @Override
    public void apply(List<ReceivedChange> changes) {
        remember(changes, true);
    }

    /** The sums of a generation that nobody reads yet are made at its end. */
    @Override
    public void refill(List<ReceivedChange> changes) {
        remember(changes, false);
    }

    private void remember(List<ReceivedChange> changes, boolean withCoverage) {
        Set<UUID> changed = new LinkedHashSet<>();
        for (Batch batch : Rounds.of(changes, TYPES)) {
            String rows = batch.rows(change -> ApprovalReference.from(change, batch.audience(change.label(), audiences)));
            changed.addAll(database
                    .call(connection -> Database.list(connection, REMEMBER, row -> row.getObject(1, UUID.class), rows)));
        }
        if (withCoverage && !changed.isEmpty()) {
            coverage.approvals(changed);
        }
    }
}
