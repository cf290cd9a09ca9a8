package org.surety.commitments.requirement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.contracts.RequirementState;
import org.surety.kit.follow.Batch;
import org.surety.kit.follow.Projector;
import org.surety.kit.follow.ReceivedChange;
import org.surety.kit.label.Audiences;
import org.surety.kit.log.Database;

/** Remembers requirements: the newest version of each, whatever order and however often its changes come. */
@ApplicationScoped
public class RequirementProjector implements Projector {

    private static final Set<String> TYPES = Set.of("requirement.stated", "requirement.amended", "requirement.withdrawn");

    private static final String REMEMBER = """
            insert into requirement_reference
            select * from jsonb_populate_recordset(null::requirement_reference, ?::jsonb)
            on conflict (id) do update set version = excluded.version, series = excluded.series, priority = excluded.priority,
                title = excluded.title, unit = excluded.unit, kinds = excluded.kinds, withdrawn = excluded.withdrawn,
                audience_id = excluded.audience_id, domain = excluded.domain, host = excluded.host
            where requirement_reference.version <= excluded.version""";

    private final Database database;
    private final Audiences audiences;

    RequirementProjector(Database database, Audiences audiences) {
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
        RequirementState requirement = change.state(RequirementState.class);
        Map<String, Object> row = new HashMap<>(Map.of("id", requirement.id(), "version", change.version(), "series",
                requirement.series(), "priority",
                requirement.priority(), "title", requirement.title(), "unit", requirement.unit(), "kinds",
                requirement.kinds() == null ? List.of() : requirement.kinds(), "withdrawn", requirement.withdrawn(), "audience_id",
                audience));
        row.put("domain", requirement.domain());
        row.put("host", requirement.host());
        return row;
    }
}
