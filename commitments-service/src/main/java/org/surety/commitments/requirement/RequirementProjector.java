package org.surety.commitments.requirement;

import java.sql.PreparedStatement;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.contracts.RequirementState;
import org.surety.kit.follow.Projector;
import org.surety.kit.follow.ReceivedChange;
import org.surety.kit.label.Audiences;
import org.surety.kit.log.Database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Remembers requirements: the newest version of each, whatever order and however often its changes come. */
@ApplicationScoped
public class RequirementProjector implements Projector {

    private static final Set<String> TYPES = Set.of("requirement.stated", "requirement.amended", "requirement.withdrawn");

    private static final String UPSERT = """
            insert into requirement_reference as known (id, version, series, priority, title, unit, kinds, withdrawn, audience_id)
            select id, version, series, priority, title, unit, kinds, withdrawn, audience_id
            from jsonb_to_recordset(?::jsonb) as fresh (id uuid, version bigint, series text, priority text, title text, unit text,
                kinds text[], withdrawn boolean, audience_id integer)
            on conflict (id) do update set version = excluded.version, series = excluded.series, priority = excluded.priority,
                title = excluded.title, unit = excluded.unit, kinds = excluded.kinds, withdrawn = excluded.withdrawn,
                audience_id = excluded.audience_id
            where known.version < excluded.version""";

    private final Database database;
    private final Audiences audiences;
    private final ObjectMapper json;

    RequirementProjector(Database database, Audiences audiences, ObjectMapper json) {
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
        RequirementState requirement = change.state(RequirementState.class);
        return Map.of("id", requirement.id(), "version", change.version(), "series", requirement.series(), "priority",
                requirement.priority(), "title", requirement.title(), "unit", requirement.unit(), "kinds",
                requirement.kinds() == null ? List.of() : requirement.kinds(), "withdrawn", requirement.withdrawn(), "audience_id",
                audiences.intern(change.label()));
    }

    private String toJson(Object rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a requirement's state must be JSON", e);
        }
    }
}
