package org.surety.commitments.party;

import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.contracts.PartyState;
import org.surety.kit.follow.Batch;
import org.surety.kit.follow.Projector;
import org.surety.kit.follow.ReceivedChange;
import org.surety.kit.label.Audiences;
import org.surety.kit.log.Database;

/** Remembers parties: the newest version of each, whatever order and however often its changes come. */
@ApplicationScoped
public class PartyProjector implements Projector {

    private static final Set<String> TYPES = Set.of("party.registered", "party.amended");

    private static final String REMEMBER = """
            insert into party_reference
            select * from jsonb_populate_recordset(null::party_reference, ?::jsonb)
            on conflict (id) do update set version = excluded.version, series = excluded.series, kind = excluded.kind,
                name = excluded.name, attributes = excluded.attributes, audience_id = excluded.audience_id
            where party_reference.version < excluded.version""";

    private final Database database;
    private final Audiences audiences;

    PartyProjector(Database database, Audiences audiences) {
        this.database = database;
        this.audiences = audiences;
    }

    @Override
    public void apply(List<ReceivedChange> changes) {
        Batch batch = Batch.of(changes, TYPES);
        if (!batch.isEmpty()) {
            String rows = batch.rows(change -> row(change, batch.audience(change.label(), audiences)));
            database.run(connection -> Database.update(connection, REMEMBER, rows));
        }
    }

    private static Map<String, Object> row(ReceivedChange change, int audience) {
        PartyState party = change.state(PartyState.class);
        return Map.of("id", party.code(), "version", change.version(), "series", party.series(), "kind", party.kind(), "name",
                party.names().get("en"), "attributes",
                party.attributes() == null ? List.of() : party.attributes(), "audience_id", audience);
    }
}
