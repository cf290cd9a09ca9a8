package org.surety.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.surety.local.Ports;
import org.surety.local.Service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** An operator has every projection of the suite made anew: each is afterwards what it was, also where it was damaged before. */
@Order(3)
@ExtendWith(SuiteExtension.class)
class ProjectionRebuildIT {
    private static final Duration REBUILT = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();
    /** The tables that hold what a service remembers of an owner's log. */
    private static final String PROJECTIONS = "select owner || '/' || record from projection";
    private static final String ROWS = "select coalesce(string_agg(r::text, E'\\n' order by r::text collate \"C\"), '') from %s r";
    private final HttpClient http = HttpClient.newHttpClient();
    private final RunningSuite suite;
    private final Api api;

    ProjectionRebuildIT(RunningSuite suite) {
        this.suite = suite;
        this.api = suite.api();
    }

    @Test
    void eachProjectionComesBackAsItWas() throws Exception {
        for (Service service : new Service[]{ Service.PRIORITIES_SERVICE, Service.COMMITMENTS_SERVICE}) {
            quiet(service);
            Map<String, String> before = projections(service);
            before.keySet().forEach(projection -> damage(service, projection));
            assertNotEquals(before, projections(service));
            JsonNode logs = desk("GET", service, "/logs", 200).path("items");
            logs.forEach(log -> desk("POST", service, "/logs/" + log.path("owner").asText() + "/rebuilds", 204));
            Eventually.see(service.module() + " has rebuilt everything", REBUILT, () -> projections(service), before::equals);
            assertEquals(0, count(service, "select count(*) from rebuild.watermark"));
        }
        assertEquals(0, count(Service.PRIORITIES_SERVICE, "select count(*) from coverage_mismatch"));
        assertEquals(0, count(Service.PRIORITIES_SERVICE, "select count(*) from earlier_support_mismatch"));
        // And the logs are followed on from there.
        Exercise exercise = new Exercise(api);
        String requirement = exercise.requirement("Rebuild: land component");
        exercise.filed("XAC", "Rebuild: forty soldiers", requirement, 40, "{\"release\": \"COALITION\"}");
        Eventually.see("coverage moves on", Exercise.KNOWN, () -> exercise.pledged(requirement, "xac.reader"), "40 from 1"::equals);
    }

    private void quiet(Service service) {
        Eventually.see(service.module() + " has caught up", REBUILT, () -> {
            long lag = 0;
            for (JsonNode log : desk("GET", service, "/logs", 200).path("items")) {
                lag += log.path("lag").asLong();
            }
            return lag;
        }, lag -> lag == 0);
    }

    private JsonNode desk(String method, Service service, String path, int status) {
        Ports ports = suite.instance().ports();
        HttpRequest request = HttpRequest.newBuilder(URI.create(Ports.url(ports.managementOf(service.port(ports))) + path))
                .method(method, BodyPublishers.noBody()).header("Authorization", "Bearer " + api.token("operator")).build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            assertEquals(status, answer.statusCode(), () -> path + " answered " + answer.body());
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** All rows of each projection, by owner and table. */
    private Map<String, String> projections(Service service) {
        Map<String, String> rows = new TreeMap<>();
        for (String projection : value(service, "select string_agg(p, ',') from (" + PROJECTIONS + ") as all_of_them (p)")
                .split(",")) {
            rows.put(projection, value(service, ROWS.formatted(table(projection))));
        }
        return rows;
    }

    /** Half of its rows are gone. */
    private void damage(Service service, String projection) {
        value(service,
                "with gone as (delete from %1$s where ctid in (select ctid from %1$s limit (select (count(*) + 1) / 2 from %1$s)) "
                        .formatted(table(projection)) + "returning 1) select count(*)::text from gone");
    }

    private static String table(String projection) {
        return projection.substring(projection.indexOf('/') + 1);
    }

    private int count(Service service, String sql) {
        return Integer.parseInt(value(service, sql));
    }

    private String value(Service service, String sql) {
        try (Connection connection = DriverManager.getConnection(suite.instance().databaseUrl(service.database().orElseThrow()),
                "postgres",
                suite.instance().databasePassword("postgres"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
