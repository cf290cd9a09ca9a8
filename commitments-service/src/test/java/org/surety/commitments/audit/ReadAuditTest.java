package org.surety.commitments.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.surety.commitments.Rest.PROBLEMS;
import static org.surety.commitments.Rest.as;
import static org.surety.commitments.audit.Sessions.number;
import static org.surety.commitments.audit.Sessions.owner;
import static org.surety.commitments.audit.Sessions.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.commitments.Known;
import org.surety.commitments.RealParts;
import org.surety.commitments.Rows;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Nothing is given before its row is committed: answers wait for it, share commits, and are not given without. */
@QuarkusTest
@RealParts
class ReadAuditTest {

    private static final String COMMITMENTS = "/api/v1/commitments";
    private static final String EXPORT = COMMITMENTS + "/export";
    private static final String READS = "/api/v1/reads/commitments";
    private static final String LOCK = "lock table recorded_read in access exclusive mode";
    private static final String WAIT_FOR_THE_LOCK = "select count(*) from pg_locks where not granted and relation = 'recorded_read'::regclass";

    /** Of a party that no other test asks for. */
    private static final String OWN = "party=XAJ";

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Inject
    Known known;

    @Inject
    Rows rows;

    @Inject
    MeterRegistry metrics;

    @BeforeEach
    void twoDrafts() {
        known.parties("XAJ");
        while (ids().size() < 2) {
            as("xaj.editor")
                    .body("""
                            {"party": "XAJ", "basis": "GUARANTEE", "kind": "FORCE_CONTRIBUTION", "title": "A brigade",
                             "priority": "MULTINATIONAL_FORCE", "quantity": {"quantity": 4000, "unit": "soldiers"}, "label": {"release": "PUBLIC"}}""")
                    .post(COMMITMENTS).then().statusCode(201);
        }
    }

    @Test
    void answersWaitForTheirRowsAndShareTheirCommits() throws SQLException {
        List<CompletableFuture<Response>> answers = new ArrayList<>();
        try (Connection owner = owner()) {
            run(owner, LOCK);
            answers.add(asked(11));
            await().atMost(LIMIT).until(() -> number(owner, WAIT_FOR_THE_LOCK) == 1);
            for (int i = 0; i < 6; i++) {
                answers.add(asked(12));
            }
            await().atMost(LIMIT).until(() -> metrics.get("surety.audit.waiting").gauge().value() == 6);
            assertThat(answers).noneMatch(CompletableFuture::isDone);
        }
        answers.forEach(answer -> answer.join().then().statusCode(200));
        assertThat(reads(COMMITMENTS, 7)).extracting(read -> read.get("query")).containsOnly(OWN + "&limit=11", OWN + "&limit=12");
        assertThat(rows.of("select distinct xmin::text from recorded_read where query = ?", OWN + "&limit=12")).hasSize(1);
    }

    @Test
    void whatIsNotRecordedInTimeIsNotAnswered() throws SQLException {
        double before = metrics.get("surety.audit.refused").counter().count();
        try (Connection owner = owner()) {
            run(owner, LOCK);
            asked(13).join().then().statusCode(503).contentType("application/problem+json").header("Retry-After", "2")
                    .body("type", equalTo(PROBLEMS + "temporarily-unavailable"))
                    .body("$", org.hamcrest.Matchers.not(org.hamcrest.Matchers.hasKey("items")));
        }
        assertThat(metrics.get("surety.audit.refused").counter().count()).isGreaterThan(before);
        asked(14).join().then().statusCode(200);
    }

    @Test
    void aRowThatTheDatabaseRefusesTakesNoOtherWithIt() throws SQLException {
        try (Connection owner = owner()) {
            run(owner, "alter table recorded_read add constraint without_18 check (query <> '" + OWN + "&limit=18') not valid");
            owner.commit();
            run(owner, LOCK);
            List<CompletableFuture<Response>> answers = new ArrayList<>(List.of(asked(17)));
            await().atMost(LIMIT).until(() -> number(owner, WAIT_FOR_THE_LOCK) == 1);
            answers.addAll(List.of(asked(18), asked(19)));
            await().atMost(LIMIT).until(() -> metrics.get("surety.audit.waiting").gauge().value() == 2);
            owner.rollback();
            assertThat(answers).extracting(answer -> answer.join().statusCode()).containsExactly(200, 503, 200);
            run(owner, "alter table recorded_read drop constraint without_18");
            owner.commit();
        }
    }

    @Test
    void anAnswerWhoseRowTheDatabaseLosesIsNotGiven() throws SQLException {
        try (Connection owner = owner(); Connection same = Sessions.runTime()) {
            run(owner, LOCK);
            CompletableFuture<Response> answer = asked(15);
            await().atMost(LIMIT).until(() -> number(owner, WAIT_FOR_THE_LOCK) == 1);
            run(same, "select pg_terminate_backend(pid) from pg_locks where not granted and relation = 'recorded_read'::regclass");
            answer.join().then().statusCode(503).header("Retry-After", "2").body("type",
                    equalTo(PROBLEMS + "temporarily-unavailable"));
        }
        await().atMost(LIMIT).until(() -> asked(16).join().statusCode() == 200);
        assertThat(rows.count("recorded_read where query = ?", OWN + "&limit=15")).isZero();
    }

    @Test
    void aFileIsRecordedBeforeItsFirstAndBeforeItsLastByte() {
        as("xaj.reader").get(EXPORT + "?" + OWN).then().statusCode(200);
        List<Map<String, Object>> file = reads(EXPORT, 2);
        assertThat(file.get(1)).containsEntry("part", "BEGUN").containsEntry("query", OWN).containsEntry("mediaType", "text/csv")
                .containsEntry("export", true).doesNotContainKeys("records", "digest");
        assertThat(file.get(0)).containsEntry("part", "ENDED").containsEntry("id", file.get(1).get("id"))
                .containsEntry("records", 2)
                .containsEntry("digest", digest(ids()));
    }

    @Test
    void aFileWithoutRecordsHasNone() {
        as("xaj.reader").get(COMMITMENTS + "/template?format=CSV").then().statusCode(200);
        assertThat(reads(COMMITMENTS + "/template", 1).get(0)).containsEntry("part", "ENDED").containsEntry("records", 0)
                .containsEntry("digest", digest(List.of()));
        as("xaj.reader").get(EXPORT + "?" + OWN + "&kind=SANCTIONS").then().statusCode(200);
        assertThat(reads(EXPORT, 1).get(0)).containsEntry("part", "ENDED").containsEntry("records", 0);
    }

    @Test
    void aFileWhoseEndCannotBeRecordedIsNotGiven() throws SQLException {
        try (Connection owner = owner()) {
            run(owner, "alter table recorded_read add constraint without_end check (part <> 'ENDED') not valid");
            owner.commit();
            as("xaj.reader").get(EXPORT + "?" + OWN).then().statusCode(503).body("type",
                    equalTo(PROBLEMS + "temporarily-unavailable"));
            run(owner, "alter table recorded_read drop constraint without_end");
            owner.commit();
        }
        assertThat(reads(EXPORT, 1).get(0)).containsEntry("part", "BEGUN");
    }

    /** The rest of the file cannot be read any more once it is begun. */
    @Test
    void aFileThatBreaksOffSaysSo() throws SQLException {
        try (Connection owner = owner()) {
            run(owner, LOCK);
            CompletableFuture<Response> file = CompletableFuture.supplyAsync(() -> as("xaj.reader").get(EXPORT + "?" + OWN));
            await().atMost(LIMIT).until(() -> number(owner, WAIT_FOR_THE_LOCK) == 1);
            run(owner, "revoke select on commitment, commitment_shown from " + Sessions.runTimeRole());
            owner.commit();
            file.join().then().statusCode(500);
            run(owner, "grant select on commitment, commitment_shown to " + Sessions.runTimeRole());
            owner.commit();
        }
        List<Map<String, Object>> parts = reads(EXPORT, 2);
        assertThat(parts.get(0)).containsEntry("part", "BROKEN_OFF").containsEntry("id", parts.get(1).get("id"))
                .containsEntry("records", 2);
    }

    private static CompletableFuture<Response> asked(int limit) {
        return CompletableFuture.supplyAsync(() -> as("xaj.reader").get(COMMITMENTS + "?" + OWN + "&limit=" + limit));
    }

    private static List<String> ids() {
        return as("xaj.reader").get(COMMITMENTS + "?" + OWN).then().statusCode(200).extract().jsonPath().getList("items.id");
    }

    /** The newest first. */
    private static List<Map<String, Object>> reads(String path, int limit) {
        return as("auditor").queryParam("limit", limit).queryParam("path", path).get(READS).then().statusCode(200).extract()
                .jsonPath()
                .getList("items");
    }

    /** As anybody computes it: {@code printf '%s\n' ids | sha256sum}. */
    private static String digest(List<String> ids) {
        StringBuilder lines = new StringBuilder();
        ids.forEach(id -> lines.append(id).append('\n'));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(lines.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
