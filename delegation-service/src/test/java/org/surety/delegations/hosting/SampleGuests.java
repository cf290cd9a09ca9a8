package org.surety.delegations.hosting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import org.surety.delegations.As;
import org.surety.delegations.SampleRecords;
import org.surety.kit.label.SystemViewer;
import org.surety.kit.log.Database;

import io.quarkus.arc.Arc;

/** Gatherings, delegations and what is kept with their host: XAB hosts, XAA sends. */
public final class SampleGuests {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private SampleGuests() {
    }

    /** XAA, XAB and XAD are of the coalition, XAC is not. */
    public static void parties() {
        SampleRecords.party("XAA", "COALITION_MEMBER");
        SampleRecords.party("XAB", "COALITION_MEMBER");
        SampleRecords.party("XAC");
        SampleRecords.party("XAD", "COALITION_MEMBER");
    }

    /** A gathering of XAB in a month from today. */
    public static String gathering() {
        return gathering(Map.of());
    }

    public static String gathering(Map<String, Object> with) {
        Map<String, Object> body = new HashMap<>(
                Map.of("title", "Exercise gathering", "host", "XAB", "startsOn", LocalDate.now().plusMonths(1).toString()));
        body.putAll(with);
        return As.coordinator().body(body).post("/api/v1/gatherings").then().statusCode(201).extract().path("id");
    }

    public static void cancel(String gathering) {
        As.coordinator().header("If-Match", "\"1\"")
                .body(Map.of("reason", "exercise order")).post("/api/v1/gatherings/" + gathering + "/cancellations").then()
                .statusCode(200);
    }

    /** A delegation under these heads, released to everybody. */
    public static String delegation(String party, String gathering, String... heads) {
        return delegation(party, gathering, Map.of("head", heads.length == 0
                ? Map.of("kind", "UNDISCLOSED")
                : Map.of("kind", heads.length == 1 ? "SINGLE" : "JOINT", "persons", List.of(heads))));
    }

    public static String delegation(String party, String gathering, Map<String, Object> with) {
        Map<String, Object> body = new HashMap<>(Map.of("gathering", gathering, "party", party));
        body.putAll(with);
        return As.user(editor(party)).body(body).post("/api/v1/delegations").then().statusCode(201).extract().path("id");
    }

    public static String accreditation(String party, String delegation, String person) {
        return As.user(editor(party)).body(Map.of("delegation", delegation, "person", person)).post("/api/v1/accreditations").then()
                .statusCode(201).extract().path("id");
    }

    public static String credentials(String party, String delegation, String... persons) {
        return As.user(editor(party)).body(Map.of("delegation", delegation, "persons", List.of(persons), "issuedOn", "2026-03-01"))
                .post("/api/v1/credentials").then().statusCode(201).extract().path("id");
    }

    public static String editor(String party) {
        return party.toLowerCase() + ".editor";
    }

    /** When a version was recorded; waits for the sequencing step that tells. */
    public static Instant recordedAt(String subject, long version) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            OffsetDateTime at = SystemViewer.transaction(() -> Arc.container().instance(Database.class).get()
                    .call(connection -> Database.first(connection,
                            "select recorded_at from change where subject = ? and subject_version = ?",
                            row -> row.getObject(1, OffsetDateTime.class), subject, version)));
            if (at != null) {
                return at.toInstant();
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("version " + version + " of " + subject + " is not recorded");
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
