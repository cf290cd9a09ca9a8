package org.surety.commitments.wording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.kit.log.Database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The words of texts: written once, as far as the viewer may see them. */
@ApplicationScoped
class WordingTable {

    private static final String KEEP = """
            insert into instrument_text (instrument, number, clauses, audience_id) values (?, ?, ?::jsonb, ?)""";

    private static final String READ = "select clauses from instrument_text where instrument = ? and number = ?";

    private static final TypeReference<List<Clause>> CLAUSES = new TypeReference<>() {
    };

    private final Database database;
    private final ObjectMapper json;

    WordingTable(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    void keep(UUID instrument, int number, List<Clause> clauses, int audience) {
        database.run(connection -> Database.update(connection, KEEP, instrument, number, toJson(clauses), audience));
    }

    /** Null when there is none. */
    List<Clause> find(UUID instrument, int number) {
        return database.call(connection -> Database.first(connection, READ, this::clauses, instrument, number));
    }

    private String toJson(List<Clause> clauses) {
        try {
            return json.writeValueAsString(clauses);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("clauses must be JSON", e);
        }
    }

    private List<Clause> clauses(ResultSet row) throws SQLException {
        try {
            return json.readValue(row.getString(1), CLAUSES);
        } catch (IOException e) {
            throw new UncheckedIOException("clauses are always JSON", e);
        }
    }
}
