package org.surety.commitments.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.surety.commitments.Known.act;
import static org.surety.commitments.Rest.PROBLEMS;
import static org.surety.commitments.Rest.as;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.commitments.Known;
import org.surety.commitments.RealParts;
import org.surety.commitments.Rows;
import org.surety.commitments.Sample;
import org.surety.contracts.AuthorityState;
import org.surety.contracts.EventSchemas;
import org.surety.contracts.Ground;
import org.surety.contracts.Kind;
import org.surety.contracts.KindOfAct;
import org.surety.contracts.Rank;
import org.surety.kit.label.Label;

import io.quarkus.test.junit.QuarkusTest;

/** Commitments that take the place of others or stand in for them. */
@QuarkusTest
@RealParts
class RelationsTest {

    private static final String COMMITMENTS = "/api/v1/commitments";
    private static final String COALITION = "{\"release\": \"COALITION\"}";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 11);

    @Inject
    Known known;

    @Inject
    Rows rows;

    @BeforeEach
    void parties() {
        known.parties("XAA", "XAB");
    }

    private static String body(String kind, String label, String more) {
        return """
                {"party": "XAA", "basis": "GUARANTEE", "kind": "%s", "title": "A promise", "priority": "MULTINATIONAL_FORCE",
                 "quantity": {"quantity": 10, "unit": "soldiers"}, "label": %s%s}""".formatted(kind, label, more);
    }

    private static String draft(String kind, String label, String more) {
        return as("xaa.editor").body(body(kind, label, more)).post(COMMITMENTS).then().statusCode(201).extract().path("id");
    }

    private static String file(String id, String more) {
        as("xaa.editor", 1).body(act("XAA", more)).post(COMMITMENTS + "/" + id + "/filings").then().statusCode(200);
        return id;
    }

    private static String superseding(String id) {
        return ", \"relations\": {\"supersedes\": [\"" + id + "\"]}";
    }

    @Test
    void filingWithdrawsWhatItTakesThePlaceOf() {
        String old = file(draft("FORCE_CONTRIBUTION", COALITION, ""), "");
        String fresh = draft("FORCE_CONTRIBUTION", COALITION, superseding(old));
        as("xab.reader").get(COMMITMENTS + "/" + old).then().body("state", equalTo("FILED"));
        file(fresh, ", \"doneOn\": \"2026-03-11\"");
        as("xab.reader").get(COMMITMENTS + "/" + old).then().body("state", equalTo("WITHDRAWN"))
                .body("withdrawal.reason", equalTo("superseded")).body("acts[1].kind", equalTo("WITHDRAWAL"))
                .body("acts[1].successor", equalTo(fresh)).body("acts[1].doneOn", equalTo("2026-03-11")).header("ETag", "\"3\"");
        as("xab.reader").get(COMMITMENTS + "/" + fresh).then().body("state", equalTo("FILED"))
                .body("relations.supersedes", contains(old)).body("relations.supplements", nullValue());

        as("xaa.editor", 2)
                .body(body("FORCE_CONTRIBUTION", COALITION, "").replace("\"party\": \"XAA\", \"basis\": \"GUARANTEE\",", ""))
                .put(COMMITMENTS + "/" + fresh).then().statusCode(400).body("type", equalTo(PROBLEMS + "invalid-request"))
                .body("violations.field", contains("relations.supersedes"));
        String third = draft("FORCE_CONTRIBUTION", COALITION, "");
        as("xaa.editor", 1).body(body("FORCE_CONTRIBUTION", COALITION, superseding(old)).replace(
                "\"party\": \"XAA\", \"basis\": \"GUARANTEE\",", "")).put(COMMITMENTS + "/" + third).then().statusCode(400)
                .body("violations.field", contains("relations.supersedes[0]"));
        haveTheShapesOfTheirSamples(fresh, old);
    }

    private void haveTheShapesOfTheirSamples(String fresh, String old) {
        assertThat(rows.of("select type from change where subject = ? and not withheld order by id", old))
                .containsExactly("org.surety.commitment.filed.v1", "org.surety.commitment.withdrawn.v1");
        String withdrawn = rows.of("select state::text from change where subject = ? and not withheld order by id", old).get(1);
        assertThat(EventSchemas.strict().faultsOfData("org.surety.commitment.withdrawn.v1", withdrawn)).isEmpty();
        assertThat(Sample.shape(Sample.json(withdrawn).at("/acts"))).contains("successor:STRING");
        String filed = rows.of("select state::text from change where subject = ? and not withheld order by id", fresh).get(0);
        assertThat(EventSchemas.strict().faultsOfData("org.surety.commitment.filed.v1", filed)).isEmpty();
        assertThat(Sample.json(filed).at("/relations/supersedes/0").asText()).isEqualTo(old);
    }

    @Test
    void whatASuccessorIsNotReleasedToDoesNotLearnItsId() {
        String old = file(draft("FORCE_CONTRIBUTION", COALITION, ""), "");
        String fresh = file(draft("FORCE_CONTRIBUTION", "{\"release\": \"NATIONAL\"}", superseding(old)), "");
        as("xab.reader").get(COMMITMENTS + "/" + fresh).then().statusCode(404);
        as("xab.reader").get(COMMITMENTS + "/" + old).then().body("state", equalTo("WITHDRAWN"))
                .body("acts[1].successor", equalTo(Map.of("undisclosed", "NOT_RELEASED"))).header("ETag", not("\"3\""));
        as("xaa.reader").get(COMMITMENTS + "/" + old).then().body("acts[1].successor", equalTo(fresh)).header("ETag", "\"3\"");
    }

    @Test
    void whoCannotTerminateTheOldOneDoesSoOnceTheAuthorityIsEstablished() {
        UUID envoy = known.person("XAA", Rank.SPECIAL_ENVOY, Label.openToAll());
        String filing = "{\"person\": \"%s\", \"binding\": \"LEGAL\", \"doneOn\": \"%s\"}".formatted(envoy, DAY);
        String old = draft("FORCE_CONTRIBUTION", COALITION, "");
        as("xaa.editor", 1).body(filing).post(COMMITMENTS + "/" + old + "/filings").then().statusCode(200);
        file(draft("FORCE_CONTRIBUTION", COALITION, superseding(old)), "");
        as("xab.reader").get(COMMITMENTS + "/" + old).then().body("state", equalTo("FILED")).body("acts", hasSize(2))
                .body("acts[1].authority", not(equalTo("YES")));
        known.grant(new AuthorityState(UUID.randomUUID(), "XAA", Known.actor("XAA"), Ground.FULL_POWERS, null,
                KindOfAct.TERMINATION, AuthorityState.EVERYTHING, DAY.minusYears(1), null), 1, Label.openToAll());
        await().atMost(Duration.ofSeconds(30)).untilAsserted(
                () -> as("xab.reader").get(COMMITMENTS + "/" + old).then().body("state", equalTo("WITHDRAWN")));
    }

    @Test
    void sanctionsStandInForTroopsAndAddNothingToTheirFigure() {
        String brigade = file(draft("FORCE_CONTRIBUTION", COALITION, ""), "");
        UUID troops = known.requirement("soldiers");
        UUID pressure = known.requirement("soldiers", Kind.SANCTIONS);
        String standsIn = ", \"relations\": {\"supplements\": [\"" + brigade + "\"]}, \"contributions\": "
                + "[{\"requirement\": \"%s\", \"quantity\": 10}]";
        as("xaa.editor").body(body("SANCTIONS", COALITION, standsIn.formatted(troops))).post(COMMITMENTS).then().statusCode(400)
                .body("violations.field", contains("contributions[0].requirement"))
                .body("violations[0].message", equalTo("must name the kind SANCTIONS, which adds to no figure of forces"));
        String sanctions = file(draft("SANCTIONS", COALITION, standsIn.formatted(pressure)), "");
        as("xab.reader").get(COMMITMENTS + "/" + sanctions).then().body("relations.supplements", contains(brigade))
                .body("relations.supersedes", nullValue());
        as("xab.reader").get(COMMITMENTS + "/" + brigade).then().body("state", equalTo("FILED"));
    }
}
