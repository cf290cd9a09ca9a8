package org.surety.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.surety.local.Service;

/** A person is erased: the name is in no table, message, log file or answer of the whole suite, and what the person did is readable. */
@ExtendWith(SuiteExtension.class)
class PersonErasureIT {
    private static final String TABLES = "select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables "
            + "where schemaname in ('public', 'rebuild')";
    private final RunningSuite suite;
    private final Api api;
    private final String name = "Erasable " + UUID.randomUUID();

    PersonErasureIT(RunningSuite suite) {
        this.suite = suite;
        this.api = suite.api();
    }

    @Test
    void anErasedNameIsNowhereInTheSuite() throws Exception {
        Exercise exercise = new Exercise(api);
        Answer person = api.post("/api/v1/persons", "xag.editor", """
                {"party": "XAG", "name": "%1$s", "post": "%1$s", "rank": "MINISTER", "label": {"release": "PUBLIC"}}"""
                .formatted(name)).expect(201);
        api.post("/api/v1/offices", "xag.editor", """
                {"party": "XAG", "person": "%s", "office": "FOREIGN_MINISTER", "from": "2025-01-01"}""".formatted(person.id()))
                .expect(201);
        String gathering = api.post("/api/v1/gatherings", "coordinator", """
                {"title": "Erasure: talks", "host": "XAB", "startsOn": "2026-04-01"}""").expect(201).id();
        String delegation = api.post("/api/v1/delegations", "xag.editor", """
                {"gathering": "%s", "party": "XAG", "head": {"kind": "SINGLE", "persons": ["%s"]}}"""
                .formatted(gathering, person.id())).expect(201).location();
        String requirement = exercise.requirement("Erasure: land component");
        Answer draft = exercise.draft("XAG", "Erasure: soldiers", requirement, 10, "{\"release\": \"PUBLIC\"}");
        Eventually.see("who acts is known", Exercise.KNOWN,
                () -> api.post(draft.location() + "/filings", "xag.editor",
                        "{\"person\": \"%s\", \"binding\": \"LEGAL\"}".formatted(person.id()), draft.etag()),
                answer -> answer.status() != 400).expect(200);
        assertEquals(List.of("delegations public.person_identity"), tables());

        api.post(person.location() + "/erasure", "xag.editor", "{}", person.etag()).expect(200);

        Eventually.see("the others know of it", Exercise.KNOWN,
                () -> value("commitments", "select count(*)::text from person_reference where erased_on is not null and id = '%s'"
                        .formatted(person.id())),
                "1"::equals);
        assertEquals(List.of(), tables());
        assertEquals(0, suite.ear().heard().stream().filter(message -> message.body().contains(name)).count());
        assertEquals(List.of(), logs());
        for (String path : List.of(person.location(), delegation, "/api/v1/gatherings/" + gathering + "/participants",
                draft.location(), "/api/v1/persons?party=XAG&limit=500")) {
            assertEquals(false, api.get(path, "xag.reader").expect(200).text().contains(name), path);
        }
        Eventually.see("what was done is readable", Exercise.KNOWN,
                () -> api.get(draft.location(), "xag.reader").json().path("authority").asText(), "YES"::equals);
        assertEquals(person.id(), api.get(draft.location(), "xag.reader").json().path("acts").path(0).path("person").asText());
    }

    private List<String> tables() throws SQLException {
        List<String> found = new ArrayList<>();
        for (Service service : Service.values()) {
            if (service.database().isPresent()) {
                String database = service.database().get();
                try (Connection connection = connect(database)) {
                    for (String table : value(connection, "select string_agg(t, ' ') from (" + TABLES + ") as all_of_them (t)")
                            .split(" ")) {
                        if (!value(connection, "select count(*)::text from %s r where r::text like '%%%s%%'".formatted(table, name))
                                .equals("0")) {
                            found.add(database + " " + table);
                        }
                    }
                }
            }
        }
        return found;
    }

    private List<String> logs() throws IOException {
        try (Stream<Path> files = Files.walk(suite.instance().folder())) {
            List<String> found = new ArrayList<>();
            for (Path file : files.filter(path -> path.toString().endsWith(".log")).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(name)) {
                    found.add(file.getFileName().toString());
                }
            }
            return found;
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(suite.instance().databaseUrl(database), "postgres",
                suite.instance().databasePassword("postgres"));
    }

    private String value(String database, String sql) {
        try (Connection connection = connect(database)) {
            return value(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String value(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
