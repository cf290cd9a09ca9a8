package org.surety.commitments.delegations;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.commitments.act.OpenActs;
import org.surety.contracts.AuthorityState;
import org.surety.contracts.Ground;
import org.surety.contracts.KindOfAct;
import org.surety.contracts.Office;
import org.surety.kit.follow.Batch;
import org.surety.kit.follow.Projector;
import org.surety.kit.follow.ReceivedChange;
import org.surety.kit.label.Audiences;
import org.surety.kit.log.Database;

/** Remembers grants of authority. Acts of their persons that had none are due to be judged again. */
@ApplicationScoped
public class GrantProjector implements Projector {

    private static final Set<String> TYPES = Set.of("authority.granted", "authority.amended", "authority.revoked");

    private static final String REMEMBER = """
            insert into authority_reference
            select * from jsonb_populate_recordset(null::authority_reference, ?::jsonb)
            on conflict (id) do update set version = excluded.version, party = excluded.party, person = excluded.person,
                ground = excluded.ground, office = excluded.office, act = excluded.act, scope = excluded.scope,
                from_day = excluded.from_day, until_day = excluded.until_day, audience_id = excluded.audience_id
            where authority_reference.version < excluded.version""";

    private final Database database;
    private final Audiences audiences;
    private final OpenActs openActs;

    GrantProjector(Database database, Audiences audiences, OpenActs openActs) {
        this.database = database;
        this.audiences = audiences;
        this.openActs = openActs;
    }

    private record Row(UUID id, long version, String party, UUID person, Ground ground, Office office, KindOfAct act, String scope,
            LocalDate fromDay, LocalDate untilDay, int audienceId) {

        static Row of(ReceivedChange change, int audience) {
            AuthorityState grant = change.state(AuthorityState.class);
            return new Row(grant.id(), change.version(), grant.party(), grant.person(), grant.ground(), grant.office(), grant.act(),
                    grant.scope(), grant.from(), grant.until(), audience);
        }
    }

    @Override
    public void apply(List<ReceivedChange> changes) {
        Batch batch = Batch.of(changes, TYPES);
        if (!batch.isEmpty()) {
            String rows = batch.rows(change -> Row.of(change, batch.audience(change.label(), audiences)));
            database.run(connection -> Database.update(connection, REMEMBER, rows));
            openActs.dueOf("person", rows);
        }
    }
}
