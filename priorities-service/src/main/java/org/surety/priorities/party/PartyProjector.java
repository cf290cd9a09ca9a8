package org.surety.priorities.party;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.kit.follow.Batch;
import org.surety.kit.follow.Projector;
import org.surety.kit.follow.ReceivedChange;
import org.surety.kit.label.Audiences;
import org.surety.kit.log.Database;
import org.surety.priorities.remembered.Rounds;

/** Keeps up what this service remembers of parties. */
@ApplicationScoped
public class PartyProjector implements Projector {

    private static final Set<String> TYPES = Set.of("party.registered", "party.amended");

    private static final String REMEMBER = """
            insert into party_reference
            select * from jsonb_populate_recordset(null::party_reference, ?::jsonb)
            on conflict (code) do update set version = excluded.version, series = excluded.series, kind = excluded.kind,
                names = excluded.names, attributes = excluded.attributes, audience_id = excluded.audience_id,
                recorded_at = excluded.recorded_at
            where party_reference.version < excluded.version""";

    private final Database database;
    private final Audiences audiences;

    PartyProjector(Database database, Audiences audiences) {
        this.database = database;
        this.audiences = audiences;
    }

    @Override
    public void apply(List<ReceivedChange> changes) {
        for (Batch batch : Rounds.of(changes, TYPES)) {
            String rows = batch.rows(change -> PartyReference.from(change, batch.audience(change.label(), audiences)));
            database.run(connection -> Database.update(connection, REMEMBER, rows));
        }
    }
}
