package org.surety.commitments.party;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.contracts.Series;
import org.surety.kit.log.Database;

/** The parties as this service remembers them: a little behind their owner, seconds at most while the suite is whole. */
@ApplicationScoped
public class PartyReferences {

    private static final String FIND = "select id, series from party_reference where id = any (?)";

    private static final String MEMBER = "select is_member(?, ?)";

    private final Database database;

    PartyReferences(Database database) {
        this.database = database;
    }

    @Transactional
    public Optional<PartyReference> find(String code) {
        return Optional.ofNullable(find(List.of(code)).get(code));
    }

    /** Those of the parties that are known here, by code. */
    @Transactional
    public Map<String, PartyReference> find(Collection<String> codes) {
        return database.call(connection -> find(connection, codes));
    }

    /** Whether the party is a member or beneficiary of the coalition on a day. */
    @Transactional
    public boolean isMember(String code, LocalDate day) {
        return database.call(connection -> Database.first(connection, MEMBER, row -> row.getBoolean(1), code, day));
    }

    private static Map<String, PartyReference> find(Connection connection, Collection<String> codes) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(FIND)) {
            query.setArray(1, connection.createArrayOf("text", codes.toArray()));
            Map<String, PartyReference> known = new HashMap<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    known.put(row.getString(1), new PartyReference(row.getString(1), Series.valueOf(row.getString(2))));
                }
            }
            return known;
        }
    }
}
