package org.surety.commitments.readiness;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.surety.commitments.Known.act;
import static org.surety.commitments.Rest.PROBLEMS;
import static org.surety.commitments.Rest.as;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.commitments.Known;
import org.surety.commitments.RealParts;
import org.surety.commitments.Rows;
import org.surety.contracts.Rank;
import org.surety.contracts.ReadinessLevel;
import org.surety.kit.label.Label;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@RealParts
class ReadinessResourceTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @Inject
    Known known;

    @Inject
    Rows rows;

    @Inject
    ObjectMapper json;

    @BeforeEach
    void parties() {
        known.parties("XAA", "XAB");
    }

    private static String draft(String basis) {
        return "/api/v1/commitments/" + as("xaa.editor").body("""
                {"party": "XAA", "basis": "%s", "kind": "FORCE_CONTRIBUTION", "title": "A brigade",
                 "quantity": {"quantity": 10, "unit": "aircraft"}, "label": {"release": "PUBLIC"}}""".formatted(basis))
                .post("/api/v1/commitments").then().statusCode(201).extract().path("id");
    }

    private static String filed(String basis) {
        String path = draft(basis);
        as("xaa.editor", 1).body(act("XAA", "")).post(path + "/filings").then().statusCode(200);
        return path;
    }

    private static String ready(LocalDate doneOn, LocalDate until) {
        return act("XAA", ", \"level\": \"READY\", \"doneOn\": \"" + doneOn + "\", \"validUntil\": \"" + until + "\"");
    }

    @Test
    void aGuaranteeIsStatedReadyAndReconfirmed() {
        String path = filed("GUARANTEE");
        String statements = path + "/readiness-statements";
        String notice = act("XAA", ", \"level\": \"READY_WITH_NOTICE\", \"noticeDays\": 10, \"validUntil\": \"" + TODAY.plusDays(30)
                + "\", \"source\": \"order 7\"");
        as("xaa.editor", 2).body(notice).post(statements).then().statusCode(200).header("ETag", "\"3\"")
                .body("readiness.level", equalTo("READY_WITH_NOTICE")).body("readiness.noticeDays", equalTo(10))
                .body("readiness.statedOn", equalTo(TODAY.toString())).body("readiness.freshness", equalTo("FRESH"));
        as("xaa.editor", 3).body(notice).post(statements).then().statusCode(200).header("ETag", "\"3\"");
        as("xaa.editor", 3).body(notice.replace(TODAY.plusDays(30).toString(), TODAY.plusDays(60).toString())).post(statements)
                .then().statusCode(200).header("ETag", "\"4\"").body("readiness.statements", equalTo(2));
        as("xab.reader").get(path).then().statusCode(200).body("readiness.validUntil", equalTo(TODAY.plusDays(60).toString()));
        as("xab.reader").get(path + "?asOf=" + TODAY.plusDays(61)).then().body("readiness.freshness", equalTo("STALE"));
        as("xab.reader").get(statements).then().statusCode(200).body("items", hasSize(2))
                .body("items[0].source", equalTo("order 7")).body("items[1].validUntil", equalTo(TODAY.plusDays(60).toString()));
        assertThat(rows.of("select type from change where subject = ? and type like '%readiness%'", id(path)))
                .containsExactly("org.surety.commitment.readiness-stated.v1", "org.surety.commitment.readiness-stated.v1");
    }

    @Test
    void whatFollowsFromTheDayHasAnETagOfItsOwnThatStandsForTheVersion() {
        String path = filed("GUARANTEE");
        as("xaa.reader").get(path).then().header("ETag", "\"2\"").body("readiness", nullValue());
        as("xaa.editor", 2).body(ready(TODAY, TODAY.plusDays(1))).post(path + "/readiness-statements").then().statusCode(200);
        String tag = as("xaa.reader").get(path).then().header("ETag", startsWith("\"3.")).extract().header("ETag");
        as("xaa.reader").header("If-None-Match", tag).get(path).then().statusCode(304);
        as("xaa.reader").header("If-None-Match", tag).get(path + "?asOf=" + TODAY.plusDays(2)).then().statusCode(200);
        as("xaa.editor").header("If-Match", tag).body(ready(TODAY, TODAY.plusDays(2))).post(path + "/readiness-statements").then()
                .statusCode(200).header("ETag", "\"4\"");
        as("xaa.editor").header("If-Match", tag).body(ready(TODAY, TODAY.plusDays(3))).post(path + "/readiness-statements").then()
                .statusCode(412);
        as("xaa.editor").header("If-Match", "\"4.\"").body(ready(TODAY, TODAY)).post(path + "/readiness-statements").then()
                .statusCode(412);
    }

    @Test
    void onlyFiledGuaranteesAreStatedReady() {
        String draft = draft("GUARANTEE");
        as("xaa.editor", 1).body(ready(TODAY, TODAY)).post(draft + "/readiness-statements").then().statusCode(409)
                .body("type", equalTo(PROBLEMS + "act-not-allowed"))
                .body("detail", containsString("Allowed: amendment, deletion, filings."));
        String earlier = filed("EARLIER_SUPPORT");
        as("xaa.editor", 2).body(ready(TODAY, TODAY)).post(earlier + "/readiness-statements").then().statusCode(409)
                .body("detail", containsString("Allowed: amendment, decisions, deliveries, withdrawals."));
        String withdrawn = filed("GUARANTEE");
        as("xaa.editor", 2).body(act("XAA", ", \"reason\": \"r\"")).post(withdrawn + "/withdrawals").then().statusCode(200);
        as("xaa.editor", 3).body(ready(TODAY, TODAY)).post(withdrawn + "/readiness-statements").then().statusCode(409)
                .body("detail", containsString("Allowed: nothing."));
    }

    @Test
    void itIsForAnEditorAndByAPersonOfTheParty() {
        String path = filed("GUARANTEE");
        String statements = path + "/readiness-statements";
        given().contentType("application/json").body(ready(TODAY, TODAY)).post(statements).then().statusCode(401);
        as("xaa.reader", 2).body(ready(TODAY, TODAY)).post(statements).then().statusCode(403);
        as("xab.editor", 2).body(ready(TODAY, TODAY)).post(statements).then().statusCode(403);
        as("coordinator", 2).body(ready(TODAY, TODAY)).post(statements).then().statusCode(403);
        as("xaa.editor").body(ready(TODAY, TODAY)).post(statements).then().statusCode(428);
        as("xaa.editor", 1).body(ready(TODAY, TODAY)).post(statements).then().statusCode(412);
        as("xaa.editor", 2).body(ready(TODAY, TODAY.plusYears(3))).post(statements).then().statusCode(400)
                .body("violations.field", contains("validUntil"));
        as("xaa.editor", 2).body(ready(TODAY, TODAY).replace(Known.actor("XAA").toString(), Known.actor("XAB").toString()))
                .post(statements).then().statusCode(400).body("violations.field", contains("person"));
        as("auditor").get(statements).then().statusCode(403);
        UUID hidden = known.person("XAA", Rank.SENIOR_OFFICIAL, Label.national("XAA"));
        as("xaa.editor", 2).body(ready(TODAY, TODAY).replace(Known.actor("XAA").toString(), hidden.toString())).post(statements)
                .then().statusCode(200);
        as("xaa.reader").get(statements).then().body("items[0].person", equalTo(hidden.toString()));
        as("xab.reader").get(statements).then().body("items[0].person.undisclosed", equalTo("NOT_RELEASED"));
    }

    @Test
    void listsAreFilteredByWhatCanBeReliedOnOnADay() {
        String path = filed("GUARANTEE");
        String silent = filed("GUARANTEE");
        as("xaa.editor", 2).body(ready(TODAY.minusDays(9), TODAY.minusDays(1))).post(path + "/readiness-statements").then()
                .statusCode(200);
        listed("readiness=STALE", path, true);
        listed("readiness=FRESH", path, false);
        listed("readiness=NONE", path, false);
        listed("readiness=NONE", silent, true);
        as("xaa.editor", 3).body(ready(TODAY, TODAY.plusDays(9))).post(path + "/readiness-statements").then().statusCode(200);
        listed("readiness=STALE", path, false);
        listed("readiness=FRESH", path, true);
        listed("readiness=FRESH&asOf=" + TODAY.plusDays(10), path, false);
        listed("readiness=STALE&asOf=" + TODAY.plusDays(10), path, true);
        as("xab.reader").get("/api/v1/commitments?readiness=RIPE").then().statusCode(400)
                .body("violations[0].field", equalTo("readiness"));
    }

    private static void listed(String query, String path, boolean there) {
        as("xab.reader").get("/api/v1/commitments?party=XAA&limit=500&" + query).then().statusCode(200).body("items.id",
                there ? hasItem(id(path)) : not(hasItem(id(path))));
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Test
    void whatCannotBeCalledTodayIsNamed() {
        String path = filed("GUARANTEE");
        as("xaa.reader").get(path + "/quality").then().body("missing.field", hasItem("readiness")).body("missing.why",
                hasItem("Nobody can tell whether it could be called today."));
        as("xaa.editor", 2).body(ready(TODAY.minusDays(9), TODAY.minusDays(1))).post(path + "/readiness-statements").then()
                .statusCode(200);
        as("xaa.reader").get(path + "/quality").then().body("missing.field", hasItem("readiness"));
        as("xaa.editor", 3).body(ready(TODAY, TODAY)).post(path + "/readiness-statements").then().statusCode(200);
        as("xaa.reader").get(path + "/quality").then().body("missing.field", not(hasItem("readiness")));
        as("xaa.reader").get(draft("GUARANTEE") + "/quality").then().body("missing.field", not(hasItem("readiness")));
        as("xaa.reader").get(filed("EARLIER_SUPPORT") + "/quality").then().body("missing.field", not(hasItem("readiness")));
    }

    @Test
    void thereAreAtMostAHundred() {
        String path = filed("GUARANTEE");
        rows.change(
                """
                        update commitment set version = 3, readiness = (select jsonb_agg(jsonb_build_object('id', gen_random_uuid(), 'level', 'READY',
                            'person', gen_random_uuid(), 'doneOn', '2026-01-01', 'effectiveOn', '2026-01-01', 'validUntil', '2026-01-01'))
                            from generate_series(1, 100)) where id = ?""",
                UUID.fromString(id(path)));
        as("xaa.editor", 3).body(ready(TODAY, TODAY)).post(path + "/readiness-statements").then().statusCode(409)
                .body("detail", containsString("Allowed: amendment, decisions, deliveries, withdrawals."));
    }

    @Test
    void theDatabaseAndTheClassTellTheSame() throws JsonProcessingException {
        Random random = new Random(5);
        for (int round = 0; round < 100; round++) {
            List<ReadinessStatement> statements = new ArrayList<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                LocalDate effective = TODAY.plusDays(random.nextInt(6));
                statements.add(
                        new ReadinessStatement(UUID.randomUUID(), ReadinessLevel.READY, null, UUID.randomUUID(), TODAY, effective,
                                effective.plusDays(random.nextInt(4)), null));
            }
            LocalDate day = TODAY.plusDays(random.nextInt(9) - 1);
            Readiness readiness = Readiness.on(statements, day);
            assertThat(rows.of("select readiness_on(?::jsonb, ?)", json.writeValueAsString(statements), day))
                    .containsExactly(readiness == null ? "NONE" : readiness.freshness().name());
        }
    }
}
