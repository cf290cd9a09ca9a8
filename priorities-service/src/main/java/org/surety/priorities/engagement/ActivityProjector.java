package org.surety.priorities.engagement;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.kit.follow.Batch;
import org.surety.kit.follow.Projector;
import org.surety.kit.follow.ReceivedChange;
import org.surety.kit.label.Audiences;
import org.surety.kit.log.Database;

/** Keeps up when something was last done with each guarantee. */
@ApplicationScoped
public class ActivityProjector implements Projector {

    private static final Set<String> TYPES = Set.of("commitment.filed", "commitment.amended", "commitment.decided",
            "commitment.judged", "commitment.readiness-stated", "commitment.withdrawn", "commitment.imported");

    private static final String REMEMBER = """
            insert into commitment_activity
            select * from jsonb_populate_recordset(null::commitment_activity, ?::jsonb) a where a.last_act_on is not null
            on conflict (id) do update set version = excluded.version, party = excluded.party, series = excluded.series,
                last_act_on = excluded.last_act_on, audience_id = excluded.audience_id
            where commitment_activity.version < excluded.version""";

    private final Database database;
    private final Audiences audiences;

    ActivityProjector(Database database, Audiences audiences) {
        this.database = database;
        this.audiences = audiences;
    }

    @Override
    public void apply(List<ReceivedChange> changes) {
        Batch batch = Batch.of(changes, TYPES);
        if (batch.isEmpty()) {
            return;
        }
        String rows = batch.rows(change -> CommitmentActivity.from(change, batch.audience(change.label(), audiences)));
        database.run(connection -> Database.update(connection, REMEMBER, rows));
    }
}
