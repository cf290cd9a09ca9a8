package org.surety.delegations.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.delegations.As;
import org.surety.delegations.RealParts;
import org.surety.delegations.SampleRecords;
import org.surety.kit.label.SystemViewer;
import org.surety.kit.log.Database;

import io.quarkus.test.junit.QuarkusTest;

/** Two requests at the same moment, brought together at the person's row: both wait there until this test lets go of it. */
@QuarkusTest
@RealParts
class SimultaneousGrantsTest {

    private static final int LIMIT_SECONDS = 10;

    @Inject
    Database database;

    private String minister;
    private String envoy;

    @BeforeEach
    void issuer() {
        SampleRecords.party("XAA", "COALITION_MEMBER");
        minister = SampleRecords.person("xaa.editor", "XAA", "MINISTER");
        envoy = SampleRecords.person("xaa.editor", "XAA", "SPECIAL_ENVOY");
        SampleGrants.office("xaa.editor", "XAA", minister, "FOREIGN_MINISTER");
    }

    @Test
    void ofTwoSimultaneousPowersOneIsRefused() {
        Map<String, Object> body = SampleGrants.powers("XAA", envoy, "CONSENT_TO_BE_BOUND", minister);
        Supplier<Integer> post = () -> As.user("xaa.editor").body(body).post("/api/v1/full-powers").statusCode();
        assertThat(atOnce(post, post)).containsExactlyInAnyOrder(201, 409);
        List<String> ids = As.user("xaa.reader").queryParam("person", envoy).get("/api/v1/full-powers").path("items.id");
        assertThat(ids).hasSize(1);
    }

    @Test
    void ofTwoCorrectionsThatMeetOneIsRefused() {
        Map<String, Object> body = SampleGrants.powers("XAA", envoy, "TERMINATION", minister);
        String spring = SampleGrants.grant("xaa.editor", "full-powers", SampleGrants.with(body, "until", "2026-05-31"));
        String autumn = SampleGrants.grant("xaa.editor", "full-powers", SampleGrants.with(body, "from", "2026-09-01"));
        Map<String, Object> said = SampleGrants.without(body, "party", "person");
        Map<String, Object> longer = SampleGrants.with(said, "until", "2026-07-31");
        Map<String, Object> earlier = SampleGrants.with(said, "from", "2026-07-01");
        assertThat(atOnce(() -> correct(spring, longer), () -> correct(autumn, earlier))).containsExactlyInAnyOrder(200, 409);
    }

    private static int correct(String id, Map<String, Object> said) {
        return As.user("xaa.editor").header("If-Match", "\"1\"").body(said).put("/api/v1/full-powers/" + id).statusCode();
    }

    private List<Integer> atOnce(Supplier<Integer> one, Supplier<Integer> other) {
        List<CompletableFuture<Integer>> answers = SystemViewer.transaction(() -> database.call(connection -> {
            Database.list(connection, "select id from person where id = ?::uuid for update", row -> row.getString(1), envoy);
            List<CompletableFuture<Integer>> asked = Stream.of(one, other).map(CompletableFuture::supplyAsync).toList();
            Instant end = Instant.now().plusSeconds(LIMIT_SECONDS);
            while (Database
                    .list(connection, "select pid from pg_locks where not granted and locktype in ('transactionid', 'tuple')",
                            row -> row.getInt(1))
                    .size() < 2) {
                assertThat(Instant.now()).as("both wait").isBefore(end);
            }
            return asked;
        }));
        return answers.stream().map(CompletableFuture::join).toList();
    }
}
