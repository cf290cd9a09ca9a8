package org.surety.commitments.requirement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.contracts.Domain;
import org.surety.contracts.Kind;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.kit.label.Label;
import org.surety.kit.log.Database;

/** The requirements as this service remembers them, as far as the viewer may see them. */
@ApplicationScoped
public class RequirementReferences {

    private static final String FIND = """
            select r.id, r.series, r.priority, r.unit, r.kinds, r.withdrawn, a.key, r.domain, r.host
            from requirement_reference r join audience a on a.id = r.audience_id where r.id = any (?)""";

    private final Database database;

    RequirementReferences(Database database) {
        this.database = database;
    }

    /** Those of the requirements that are known here and released to the viewer, by id. */
    @Transactional
    public Map<UUID, RequirementReference> find(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : database.call(connection -> find(connection, ids));
    }

    private static Map<UUID, RequirementReference> find(Connection connection, Collection<UUID> ids) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(FIND)) {
            query.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            Map<UUID, RequirementReference> known = new HashMap<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    RequirementReference requirement = of(row);
                    known.put(requirement.id(), requirement);
                }
            }
            return known;
        }
    }

    private static RequirementReference of(ResultSet row) throws SQLException {
        Set<Kind> kinds = Arrays.stream((String[]) row.getArray(5).getArray()).map(Kind::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        return new RequirementReference(row.getObject(1, UUID.class), Series.valueOf(row.getString(2)),
                PriorityCode.valueOf(row.getString(3)), row.getString(4), kinds, row.getBoolean(6),
                row.getString(8) == null ? null : Domain.valueOf(row.getString(8)), row.getString(9),
                Label.parse(row.getString(7)));
    }
}
