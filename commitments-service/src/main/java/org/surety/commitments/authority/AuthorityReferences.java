package org.surety.commitments.authority;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.contracts.AuthorityState;
import org.surety.contracts.Ground;
import org.surety.contracts.KindOfAct;
import org.surety.contracts.Office;
import org.surety.contracts.Rank;
import org.surety.kit.label.Label;
import org.surety.kit.log.Database;

/** Persons and grants as this service remembers them, as far as the viewer may see them. */
@ApplicationScoped
public class AuthorityReferences {

    private static final String PERSON = """
            select p.id, p.party, p.rank, a.key from person_reference p join audience a on a.id = p.audience_id where p.id = ?""";

    private static final String GRANTS = """
            select g.id, g.party, g.person, g.ground, g.office, g.act, g.scope, g.from_day, g.until_day, a.key
            from authority_reference g join audience a on a.id = g.audience_id""";

    private static final String GRANTS_OF_PERSON = GRANTS + " where g.person = ? and g.party = ?";

    private static final String GRANTS_BY_ID = GRANTS + " where g.id = any (?)";

    private static final String VISIBLE = """
            select id from person_reference where id = any (?)
            union all select id from authority_reference where id = any (?)""";

    private final Database database;

    AuthorityReferences(Database database) {
        this.database = database;
    }

    /** Null when the person is not known here. */
    PersonReference person(UUID id) {
        return database.call(connection -> Database.first(connection, PERSON,
                row -> new PersonReference(row.getObject(1, UUID.class), row.getString(2), Rank.valueOf(row.getString(3)),
                        Label.parse(row.getString(4))),
                id));
    }

    List<Grant> grants(UUID person, String party) {
        return database.call(connection -> Database.list(connection, GRANTS_OF_PERSON, AuthorityReferences::grant, person, party));
    }

    /** The labels of these grants. */
    @Transactional
    public List<Label> labelsOfGrants(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : database.call(connection -> Database.list(connection, GRANTS_BY_ID, AuthorityReferences::grant,
                        uuids(connection, ids)).stream().map(Grant::label).toList());
    }

    /** Those of these persons and grants that the viewer may see. */
    @Transactional
    public Set<UUID> visible(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Set.of()
                : database.call(connection -> new HashSet<>(Database.list(connection, VISIBLE,
                        row -> row.getObject(1, UUID.class), uuids(connection, ids), uuids(connection, ids))));
    }

    private static java.sql.Array uuids(Connection connection, Collection<UUID> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray());
    }

    private static Grant grant(ResultSet row) throws SQLException {
        String office = row.getString(5);
        String act = row.getString(6);
        return new Grant(new AuthorityState(row.getObject(1, UUID.class), row.getString(2), row.getObject(3, UUID.class),
                Ground.valueOf(row.getString(4)), office == null ? null : Office.valueOf(office),
                act == null ? null : KindOfAct.valueOf(act), row.getString(7), row.getObject(8, LocalDate.class),
                row.getObject(9, LocalDate.class)), Label.parse(row.getString(10)));
    }
}
