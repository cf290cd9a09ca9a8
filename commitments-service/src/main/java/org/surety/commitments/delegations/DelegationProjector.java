package org.surety.commitments.delegations;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.contracts.DelegationState;
import org.surety.kit.follow.Batch;
import org.surety.kit.follow.Projector;
import org.surety.kit.follow.ReceivedChange;
import org.surety.kit.label.Audiences;
import org.surety.kit.log.Database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Remembers delegations, and who belonged to them until when. */
@ApplicationScoped
public class DelegationProjector implements Projector {

    private static final Set<String> TYPES = Set.of("delegation.formed", "delegation.amended", "delegation.restructured",
            "delegation.corrected");

    private static final String REMEMBER = """
            insert into delegation_reference
            select * from jsonb_populate_recordset(null::delegation_reference, ?::jsonb)
            on conflict (id) do update set version = excluded.version, party = excluded.party, gathering = excluded.gathering,
                audience_id = excluded.audience_id
            where delegation_reference.version < excluded.version""";

    /** Of every version, not only of the newest: who came and left between two of them has been there all the same. */
    private static final String COMPOSITIONS = """
            with composition as (
                select * from jsonb_to_recordset(?::jsonb) as c (delegation uuid, version bigint, day date, persons uuid[],
                    past uuid[]))
            """;

    private static final String JOINED = COMPOSITIONS + """
            insert into delegation_person
            select c.delegation, seen.person, max(seen.version), null, d.audience_id
            from composition c join delegation_reference d on d.id = c.delegation
                cross join lateral (select person, c.version from unnest(c.persons) person
                    union all select person, c.version - 1 from unnest(c.past) person) seen
            group by c.delegation, seen.person, d.audience_id
            on conflict (delegation, person) do update set last_version = excluded.last_version, left_on = null
            where delegation_person.last_version < excluded.last_version""";

    /** Left with the first version that comes after the last one with the person. */
    private static final String LEFT = COMPOSITIONS + """
            update delegation_person p set left_on = (
                select c.day from composition c where c.delegation = p.delegation and c.version > p.last_version
                order by c.version limit 1)
            where p.left_on is null
                and exists (select from composition c where c.delegation = p.delegation and c.version > p.last_version)""";

    private static final String RELABELLED = COMPOSITIONS + """
            update delegation_person p set audience_id = d.audience_id
            from delegation_reference d
            where d.id = p.delegation and d.id in (select delegation from composition) and p.audience_id <> d.audience_id""";

    private final Database database;
    private final Audiences audiences;
    private final ObjectMapper json;

    DelegationProjector(Database database, Audiences audiences, ObjectMapper json) {
        this.database = database;
        this.audiences = audiences;
        this.json = json;
    }

    @Override
    public void apply(List<ReceivedChange> changes) {
        Batch batch = Batch.of(changes, TYPES);
        if (!batch.isEmpty()) {
            String rows = batch.rows(change -> row(change, batch.audience(change.label(), audiences)));
            String compositions = compositions(changes);
            database.run(connection -> {
                Database.update(connection, REMEMBER, rows);
                Database.update(connection, JOINED, compositions);
                Database.update(connection, LEFT, compositions);
                Database.update(connection, RELABELLED, compositions);
            });
        }
    }

    private static Map<String, Object> row(ReceivedChange change, int audience) {
        DelegationState delegation = change.state(DelegationState.class);
        return Map.of("id", delegation.id(), "version", change.version(), "party", delegation.party(), "gathering",
                delegation.gathering(), "audience_id", audience);
    }

    private String compositions(List<ReceivedChange> changes) {
        try {
            return json.writeValueAsString(changes.stream().filter(change -> TYPES.contains(change.shortType()))
                    .map(DelegationProjector::composition).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a composition is always JSON", e);
        }
    }

    private static Map<String, Object> composition(ReceivedChange change) {
        DelegationState delegation = change.state(DelegationState.class);
        Set<UUID> persons = persons(delegation.heads(), delegation.members());
        LocalDate day = LocalDate.ofInstant(change.recordedAt(), ZoneOffset.UTC);
        return Map.of("delegation", delegation.id(), "version", change.version(), "day", day.toString(), "persons", persons, "past",
                past(delegation.restructure()));
    }

    /** Of whom it was learnt late that they belonged to it, in a composition that is not the last one. */
    private static Set<UUID> past(DelegationState.Restructure restructure) {
        return restructure == null || restructure.composition() == null
                ? Set.of()
                : persons(restructure.composition().heads(), restructure.composition().members());
    }

    private static Set<UUID> persons(List<UUID> heads, List<UUID> members) {
        Set<UUID> persons = new LinkedHashSet<>(heads == null ? List.of() : heads);
        persons.addAll(members == null ? List.of() : members);
        return persons;
    }
}
