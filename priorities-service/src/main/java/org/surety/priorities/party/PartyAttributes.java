package org.surety.priorities.party;

import java.io.IOException;
import java.io.UncheckedIOException;
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

    private static final String FIND = "select code, attributes::text from party_reference where code = any (?)";

    private final Database database;
    private final ObjectMapper json;

    PartyAttributes(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** By the codes of the parties that are known. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<String, Set<PartyAttribute>> on(LocalDate day, Collection<String> parties) {
        Map<String, Set<PartyAttribute>> found = new HashMap<>();
        if (!parties.isEmpty()) {
            database.run(connection -> Database.list(connection, FIND,
                    row -> found.put(row.getString(1), holding(row.getString(2), day)),
                    connection.createArrayOf("text", parties.toArray())));
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
