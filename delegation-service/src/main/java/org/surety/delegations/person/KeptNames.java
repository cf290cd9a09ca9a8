package org.surety.delegations.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.kit.log.Database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The names in the answers that are kept for a day for repeated requests. The request that recorded a person must not be carried out a
 * second time, or it would record the name anew: its answer stays, without the name.
 */
@ApplicationScoped
class KeptNames {

    private static final String REPLACE = "update kept_answer set body = ?, etag = ? where location like '%/persons/' || ?";

    /** Answers of other requests refer to persons by id. Should one have the name too, it goes. */
    private static final String DELETE = "delete from kept_answer where position(? in body) > 0 and position(? in body) > 0";

    private final Database database;
    private final ObjectMapper json;

    KeptNames(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** To be called with the person as it is answered from now on and the name as it was. */
    @Transactional(Transactional.TxType.MANDATORY)
    void erase(PersonRepresentation person, String name) {
        String id = person.id().toString();
        database.run(connection -> {
            Database.update(connection, REPLACE, toJson(person), Long.toString(person.version()), id);
            Database.update(connection, DELETE, id, inJson(name));
        });
    }

    /** As it stands within a JSON text: with its escapes and without the quotes around it. */
    private String inJson(String name) {
        String quoted = toJson(name);
        return quoted.substring(1, quoted.length() - 1);
    }

    private String toJson(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer must be JSON", e);
        }
    }
}
