package org.surety.example;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.contracts.CommitmentState;
import org.surety.kit.follow.Batch;
import org.surety.kit.follow.Projector;
import org.surety.kit.follow.ReceivedChange;
import org.surety.kit.label.Audiences;
import org.surety.kit.log.Database;

/** The effect: what this service remembers of commitments. Runs in the transaction that moves the watermark. */
@ApplicationScoped
class CommitmentProjector implements Projector {

    private static final Set<String> TYPES = Set.of("commitment.filed", "commitment.amended", "commitment.decided",
            "commitment.judged", "commitment.readiness-stated", "commitment.withdrawn", "commitment.imported");

    /** A version that is not newer changes nothing. */
    private static final String REMEMBER = """
            insert into commitment_reference
            select * from jsonb_populate_recordset(null::commitment_reference, ?::jsonb)
            on conflict (id) do update set version = excluded.version, party = excluded.party, state = excluded.state,
                audience_id = excluded.audience_id
            where commitment_reference.version < excluded.version""";

    private final Database database;
    private final Audiences audiences;

    CommitmentProjector(Database database, Audiences audiences) {
        this.database = database;
        this.audiences = audiences;
    }

    /** The label travels with the change: the row carries it as its audience, and row security holds every reader to it. */
    private record CommitmentReference(String id, long version, String party, String state, int audienceId) {

        static CommitmentReference from(ReceivedChange change, int audience) {
            CommitmentState commitment = change.state(CommitmentState.class);
            return new CommitmentReference(change.subject(), change.version(), commitment.party(), commitment.state(), audience);
        }
    }

    @Override
    public void apply(List<ReceivedChange> changes) {
        Batch batch = Batch.of(changes, TYPES);
        if (!batch.isEmpty()) {
            String rows = batch.rows(change -> CommitmentReference.from(change, batch.audience(change.label(), audiences)));
            database.run(connection -> Database.update(connection, REMEMBER, rows));
        }
    }
}
