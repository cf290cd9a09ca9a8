package org.surety.commitments.party;

import java.sql.PreparedStatement;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.contracts.PartyState;
import org.surety.kit.follow.Projector;
import org.surety.kit.follow.ReceivedChange;
import org.surety.kit.label.Audiences;
import org.surety.kit.log.Database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Remembers parties: the newest version of each, whatever order and however often its changes come. */
@ApplicationScoped
public class PartyProjector implements Projector {

    private static final Set<String> TYPES = Set.of("party.registered", "party.amended");

    private static final String UPSERT = """
            insert into party_reference as known (id, version, series, kind, name, attributes, audience_id)
            select id, version, series, kind, name, attributes, audience_id
            from jsonb_to_recordset(?::jsonb) as fresh (id text, version bigint, series text, kind text, name text, attributes jsonb,
                audience_id integer)
            on conflict (id) do update set version = excluded.version, series = excluded.series, kind = excluded.kind,
                name = excluded.name, attributes = excluded.attributes, audience_id = excluded.audience_id
            where known.version < excluded.version""";

    private final Database database;
    private final Audiences audiences;
    private final ObjectMapper json;

    PartyProjector(Database database, Audiences audiences, ObjectMapper json) {
        this.database = database;
        this.audiences = audiences;
        this.json = json;
    }

    @Override
    public void apply(List<ReceivedChange> changes) {
        Map<String, ReceivedChange> newest = new LinkedHashMap<>();
        changes.stream().filter(change -> TYPES.contains(change.shortType()))
                .forEach(change -> newest.merge(change.subject(), change, (a, b) -> a.version() < b.version() ? b : a));
        if (!newest.isEmpty()) {
            upsert(newest.values());
        }
    }

    private void upsert(Collection<ReceivedChange> changes) {
        List<Map<String, Object>> rows = changes.stream().map(this::row).toList();
        database.run(connection -> {
            try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
                upsert.setString(1, toJson(rows));
                upsert.executeUpdate();
            }
        });
    }

    private Map<String, Object> row(ReceivedChange change) {
        PartyState party = change.state(PartyState.class);
        return Map.of("id", party.code(), "version", change.version(), "series", party.series(), "kind", party.kind(), "name",
                party.names().get("en"), "attributes", party.attributes(), "audience_id", audiences.intern(change.label()));
    }

    private String toJson(Object rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a party's state must be JSON", e);
        }
    }
}
