package org.surety.priorities.party;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Array;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.contracts.PartyAttribute;
import org.surety.contracts.PartyState.Attribute;
import org.surety.kit.log.Database;

import com.fasterxml.jackson.databind.ObjectMapper;

/** What is true of parties on a day, as far as this service knows. */
@ApplicationScoped
public class PartyAttributes {

    private static final String FIND = "select code, attributes::text from party_reference%s where code = any (?)";

    private static final String FIND_THEN = FIND.formatted("") + " and recorded_at <= ? union all " + FIND.formatted("_past")
            + " and recorded_at <= ? and known_until > ?";

    private final Database database;
    private final ObjectMapper json;

    PartyAttributes(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * By the codes of the parties that are known.
     *
     * @param knownAt as it was known at this instant; null: as it is
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<String, Set<PartyAttribute>> on(LocalDate day, Instant knownAt, Collection<String> parties) {
        Map<String, Set<PartyAttribute>> found = new HashMap<>();
        if (!parties.isEmpty()) {
            database.run(connection -> {
                Array codes = connection.createArrayOf("text", parties.toArray());
                Database.Row<Object> reading = row -> found.put(row.getString(1), holding(row.getString(2), day));
                if (knownAt == null) {
                    Database.list(connection, FIND.formatted(""), reading, codes);
                } else {
                    Timestamp then = Timestamp.from(knownAt);
                    Database.list(connection, FIND_THEN, reading, codes, then, codes, then, then);
                }
            });
        }
        return found;
    }

    private Set<PartyAttribute> holding(String attributes, LocalDate day) {
        try {
            Set<PartyAttribute> holding = EnumSet.noneOf(PartyAttribute.class);
            Arrays.stream(json.readValue(attributes, Attribute[].class)).filter(attribute -> attribute.holdsOn(day))
                    .forEach(attribute -> holding.add(attribute.attribute()));
            return holding;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
