package org.surety.commitments.delegations;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.commitments.act.OpenActs;
import org.surety.contracts.PersonState;
import org.surety.contracts.Rank;
import org.surety.kit.follow.Batch;
import org.surety.kit.follow.Projector;
import org.surety.kit.follow.ReceivedChange;
import org.surety.kit.label.Audiences;
import org.surety.kit.log.Database;

/** Remembers persons, by id only. */
@ApplicationScoped
public class PersonProjector implements Projector {

    private static final Set<String> TYPES = Set.of("person.recorded", "person.amended", "person.erased");

    private static final String REMEMBER = """
            insert into person_reference
            select * from jsonb_populate_recordset(null::person_reference, ?::jsonb)
            on conflict (id) do update set version = excluded.version, party = excluded.party, rank = excluded.rank,
                erased_on = excluded.erased_on, audience_id = excluded.audience_id
            where person_reference.version < excluded.version""";

    private final Database database;
    private final Audiences audiences;
    private final OpenActs openActs;

    PersonProjector(Database database, Audiences audiences, OpenActs openActs) {
        this.database = database;
        this.audiences = audiences;
        this.openActs = openActs;
    }

    private record Row(UUID id, long version, String party, Rank rank, LocalDate erasedOn, int audienceId) {

        static Row of(ReceivedChange change, int audience) {
            PersonState person = change.state(PersonState.class);
            return new Row(person.id(), change.version(), person.party(), person.rank(), person.erasedOn(), audience);
        }
    }

    @Override
    public void apply(List<ReceivedChange> changes) {
        Batch batch = Batch.of(changes, TYPES);
        if (!batch.isEmpty()) {
            String rows = batch.rows(change -> Row.of(change, batch.audience(change.label(), audiences)));
            database.run(connection -> Database.update(connection, REMEMBER, rows));
            openActs.dueOf("id", rows);
        }
    }
}
