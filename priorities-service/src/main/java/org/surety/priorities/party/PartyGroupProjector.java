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

/** Keeps up what this service remembers of party groups. */
@ApplicationScoped
public class PartyGroupProjector implements Projector {

    private static final Set<String> TYPES = Set.of("group.formed", "group.amended");

    private static final String REMEMBER = """
            insert into party_group_reference
            select * from jsonb_populate_recordset(null::party_group_reference, ?::jsonb)
            on conflict (id) do update set version = excluded.version, series = excluded.series, names = excluded.names,
                members = excluded.members, audience_id = excluded.audience_id, recorded_at = excluded.recorded_at
            where party_group_reference.version < excluded.version""";

    private final Database database;
    private final Audiences audiences;

    PartyGroupProjector(Database database, Audiences audiences) {
        this.database = database;
        this.audiences = audiences;
    }

    @Override
    public void apply(List<ReceivedChange> changes) {
        for (Batch batch : Rounds.of(changes, TYPES)) {
            String rows = batch.rows(change -> PartyGroupReference.from(change, batch.audience(change.label(), audiences)));
            database.run(connection -> Database.update(connection, REMEMBER, rows));
        }
    }
}
