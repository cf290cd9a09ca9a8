package org.surety.commitments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.surety.commitments.Known.act;
import static org.surety.commitments.Rest.as;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.surety.contracts.AuthorityState;
import org.surety.contracts.EventSchemas;
import org.surety.contracts.Ground;
import org.surety.contracts.Kind;
import org.surety.contracts.KindOfAct;
import org.surety.contracts.Rank;
import org.surety.kit.label.Label;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.test.junit.QuarkusTest;

/** Real commands make the shapes that the golden samples promise, and nothing that the schemas do not know. */
@QuarkusTest
@RealParts
class EventSamplesTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final String SAID = """
            "kind": "FORCE_CONTRIBUTION", "title": "A brigade", "text": "t", "priority": "MULTINATIONAL_FORCE",
            "contributions": [{"requirement": "%s", "quantity": 3500}, {"requirement": "%s", "undisclosed": "NOT_DECIDED"}],
            "quantity": {"quantity": 4000, "unit": "soldiers"}, "money": {"amount": "1250000.00", "currency": "PLN"},
            "euroValue": {"undisclosed": "UNKNOWN"}, "period": {"from": "2026-03-01", "until": "2028-02-29"},
            "place": "Exercise state Juniper", "domain": "LAND", "announcedOn": "2026-03-11", "sources": [{"text": "s"}],
            "group": "brigade", "label": {"release": "PUBLIC"}}""";

    @Inject
    Known known;

    @Inject
    Rows rows;

    @Test
    void commitmentChangesHaveTheShapeOfTheirSamples() {
        known.parties("XAA");
        UUID one = known.requirement("soldiers", Kind.FORCE_CONTRIBUTION);
        UUID two = known.requirement("soldiers", Kind.FORCE_CONTRIBUTION);
        String said = SAID.formatted(one, two);
        String id = as("xaa.editor").body("{\"party\": \"XAA\", \"basis\": \"GUARANTEE\", " + said).post("/api/v1/commitments")
                .then()
                .statusCode(201).extract().path("id");
        String path = "/api/v1/commitments/" + id;
        as("xaa.editor", 1).body(act("XAA", "")).post(path + "/filings").then().statusCode(200);
        as("xaa.editor", 2).body("{" + said.replace("A brigade", "Two")).put(path).then().statusCode(200);
        as("xaa.editor", 3).body("{\"decidedOn\": \"2026-03-18\", \"effectiveOn\": \"2026-04-01\", \"source\": \"o\"}")
                .post(path + "/decisions")
                .then().statusCode(200);
        as("xaa.editor", 4).body(act("XAA", ", \"reason\": \"r\"")).post(path + "/withdrawals").then().statusCode(200);

        List<String> types = List.of("commitment.filed", "commitment.amended", "commitment.decided", "commitment.withdrawn");
        assertThat(rows.of("select type from change where subject = ? and not withheld order by id", id))
                .isEqualTo(types.stream().map(type -> "org.surety." + type + ".v1").toList());
        List<String> states = rows.of("select state::text from change where subject = ? and not withheld order by id", id);
        for (int i = 0; i < types.size(); i++) {
            assertThat(Sample.shape(withoutActs(states.get(i)))).as(types.get(i))
                    .isEqualTo(Sample.shape(Sample.of(types.get(i)).get("data")));
        }
        keepTheirSchemas(id, 4);
    }

    @Test
    void theLeastThatCanBeSaidKeepsTheSchemasToo() {
        known.parties("XAA");
        String id = as("xaa.editor").body("""
                {"party": "XAA", "basis": "GUARANTEE", "kind": "SANCTIONS", "title": "Sanctions",
                 "quantity": {"undisclosed": "NOT_DECIDED"}, "label": {"release": "PUBLIC"}}""").post("/api/v1/commitments").then()
                .statusCode(201).extract().path("id");
        as("xaa.editor", 1).body(act("XAA", "")).post("/api/v1/commitments/" + id + "/filings").then().statusCode(200);
        as("xaa.editor", 2).body("{\"decidedOn\": \"2026-03-18\", \"source\": \"o\"}")
                .post("/api/v1/commitments/" + id + "/decisions").then()
                .statusCode(200);
        keepTheirSchemas(id, 2);
        assertThat(Sample.shape(
                withoutActs(rows.of("select state::text from change where subject = ? and type like '%filed%'", id).get(0))))
                .isEqualTo(Sample.shape(Sample.file("commitment.filed.v1.smallest").get("data")));
    }

    @Test
    void amountsAreWrittenOutHoweverTheyWereSaid() {
        known.parties("XAA");
        for (String amount : List.of("1E+3", "0.00000001", "0E-9", "1250000.00")) {
            String id = as("xaa.editor").body("""
                    {"party": "XAA", "basis": "GUARANTEE", "kind": "FINANCIAL_ASSISTANCE", "title": "Money",
                     "money": {"amount": "%s", "currency": "EUR"}, "euroValue": {"amount": "%s", "currency": "EUR"},
                     "label": {"release": "PUBLIC"}}""".formatted(amount, amount)).post("/api/v1/commitments").then()
                    .statusCode(201)
                    .extract().path("id");
            as("xaa.editor", 1).body(act("XAA", "")).post("/api/v1/commitments/" + id + "/filings").then().statusCode(200);
            keepTheirSchemas(id, 1);
        }
    }

    @Test
    void actsHaveTheShapeOfTheirSamples() {
        known.parties("XAA");
        UUID one = known.requirement("soldiers", Kind.FORCE_CONTRIBUTION);
        UUID two = known.requirement("soldiers", Kind.FORCE_CONTRIBUTION);
        UUID person = known.person("XAA", Rank.SPECIAL_ENVOY, Label.openToAll());
        String id = as("xaa.editor").body(("{\"party\": \"XAA\", \"basis\": \"GUARANTEE\", " + SAID).formatted(one, two)
                .replace("\"group\"", "\"pointOfContact\": \"" + person + "\", \"group\"")).post("/api/v1/commitments").then()
                .statusCode(201).extract().path("id");
        String path = "/api/v1/commitments/" + id;
        as("xaa.editor", 1).body("{\"person\": \"%s\", \"binding\": \"LEGAL\", \"doneOn\": \"2026-03-11\"}".formatted(person))
                .post(path + "/filings").then().statusCode(200).body("authority", equalTo("NO"));
        LocalDate day = LocalDate.of(2026, 3, 11);
        known.grant(new AuthorityState(UUID.randomUUID(), "XAA", person, Ground.CONFIRMATION, null, KindOfAct.CONSENT_TO_BE_BOUND,
                id, day, day), 1, Label.openToAll());
        await().atMost(LIMIT).untilAsserted(() -> as("xaa.reader").get(path).then().body("authority", equalTo("YES")));
        known.grant(new AuthorityState(UUID.randomUUID(), "XAA", person, Ground.FULL_POWERS, null, KindOfAct.TERMINATION,
                "MULTINATIONAL_FORCE", day, null), 1, Label.openToAll());
        as("xaa.editor", 3).body("{\"person\": \"%s\", \"reason\": \"r\"}".formatted(person)).post(path + "/withdrawals").then()
                .statusCode(200).body("state", equalTo("WITHDRAWN"));

        List<String> samples = List.of("commitment.filed.v1.acted", "commitment.judged.v1", "commitment.withdrawn.v1.acted");
        List<String> states = rows.of("select state::text from change where subject = ? and not withheld order by id", id);
        for (int i = 0; i < samples.size(); i++) {
            assertThat(Sample.shape(Sample.json(states.get(i)))).as(samples.get(i))
                    .isEqualTo(Sample.shape(Sample.file(samples.get(i)).get("data")));
        }
        keepTheirSchemas(id, 3);
    }

    @Test
    void readinessAndDeliveriesHaveTheShapeOfTheirSamples() {
        known.parties("XAA", "XAB");
        String path = "/api/v1/commitments/" + as("xaa.editor").body("""
                {"party": "XAA", "basis": "GUARANTEE", "kind": "FORCE_CONTRIBUTION", "title": "A brigade",
                 "quantity": {"quantity": 4000, "unit": "soldiers"}, "label": {"release": "PUBLIC"}}""").post("/api/v1/commitments")
                .then().statusCode(201).extract().path("id");
        as("xaa.editor", 1).body(act("XAA", "")).post(path + "/filings").then().statusCode(200);
        String ready = ", \"level\": \"%s\", \"doneOn\": \"2026-04-02\", \"validUntil\": \"2026-06-30\"%s";
        as("xaa.editor", 2).body(act("XAA", ready.formatted("IN_PREPARATION", ""))).post(path + "/readiness-statements").then()
                .statusCode(200);
        as("xaa.editor", 3).body(act("XAA", ready.formatted("READY_WITH_NOTICE", ", \"noticeDays\": 10")))
                .post(path + "/readiness-statements").then().statusCode(200);
        String commitment = path.substring(path.lastIndexOf('/') + 1);
        keepTheirSchemas(commitment, 3);
        JsonNode stated = Sample.json(rows.of("select state::text from change where subject = ? and not withheld order by id desc",
                commitment).get(0));
        assertThat(Sample.shape(stated.get("readiness")))
                .isEqualTo(Sample.shape(Sample.of("commitment.readiness-stated").at("/data/readiness")));

        String delivery = as("xaa.editor")
                .body("""
                        {"recipient": "XAB", "stage": "DISPATCHED", "day": "2026-08-03", "quantity": {"quantity": 1000, "unit": "soldiers"}}""")
                .post(path + "/deliveries").then().statusCode(201).extract().path("id");
        String of = "/api/v1/deliveries/" + delivery;
        as("xaa.editor", 1).body("{\"stage\": \"HANDED_OVER\", \"day\": \"2026-08-09\"}").post(of + "/movements").then()
                .statusCode(200);
        as("xab.editor", 2).body(act("XAB", ", \"day\": \"2026-08-10\", \"quantity\": {\"quantity\": 800, \"unit\": \"soldiers\"}"))
                .post(of + "/confirmations").then().statusCode(200);
        as("xaa.editor", 3).body("{\"day\": \"2026-08-09\", \"quantity\": {\"quantity\": 800, \"unit\": \"soldiers\"}}").put(of)
                .then().statusCode(200);
        as("xaa.editor", 4).body("{\"reason\": \"r\"}").post(of + "/withdrawals").then().statusCode(200);
        haveTheShapes(delivery, "delivery.stated", "delivery.moved", "delivery.confirmed", "delivery.corrected",
                "delivery.withdrawn");
        String payment = as("xaa.editor").body("""
                {"recipient": "XAB", "stage": "PAID", "day": {"undisclosed": "UNKNOWN"}, "overDelivery": true,
                 "quantity": {"undisclosed": "WITHHELD", "unit": "soldiers"}}""").post(path + "/deliveries").then().statusCode(201)
                .extract().path("id");
        keepTheirSchemas(payment, 1);
    }

    private void haveTheShapes(String subject, String... samples) {
        List<String> states = rows.of("select state::text from change where subject = ? and not withheld order by id", subject);
        for (int i = 0; i < samples.length; i++) {
            assertThat(Sample.shape(Sample.json(states.get(i)))).as(samples[i])
                    .isEqualTo(Sample.shape(Sample.of(samples[i]).get("data")));
        }
        keepTheirSchemas(subject, samples.length);
    }

    @Test
    void whatIsPromisedUnderAnInstrumentHasTheShapeOfItsSample() {
        known.parties("XAA");
        UUID one = known.requirement("soldiers", Kind.FORCE_CONTRIBUTION);
        UUID two = known.requirement("soldiers", Kind.FORCE_CONTRIBUTION);
        UUID person = known.person("XAA", Rank.SPECIAL_ENVOY, Label.openToAll());
        String instrument = as("xaa.editor")
                .body("""
                        {"party": "XAA", "kind": "AGREEMENT", "title": "On the force", "binding": "LEGAL", "label": {"release": "PUBLIC"}}""")
                .post("/api/v1/instruments").then().statusCode(201).extract().path("id");
        String id = as("xaa.editor").body(("{\"party\": \"XAA\", \"basis\": \"GUARANTEE\", " + SAID).formatted(one, two)
                .replace("\"group\"",
                        "\"pointOfContact\": \"%s\", \"instrument\": \"%s\", \"group\"".formatted(person, instrument)))
                .post("/api/v1/commitments").then().statusCode(201).extract().path("id");
        as("xaa.editor", 1).body("{\"person\": \"%s\", \"binding\": \"LEGAL\", \"doneOn\": \"2026-03-11\"}".formatted(person))
                .post("/api/v1/commitments/" + id + "/filings").then().statusCode(200);
        assertThat(
                Sample.shape(Sample.json(rows.of("select state::text from change where subject = ? and not withheld", id).get(0))))
                .isEqualTo(Sample.shape(Sample.file("commitment.filed.v1.under").get("data")));
        keepTheirSchemas(id, 1);
        assertThat(Sample.shape(Sample.json(rows.of("select state::text from change where subject = ?", instrument).get(0))))
                .isEqualTo(Sample.shape(Sample.file("instrument.recorded.v1.smallest").get("data")));
    }

    /** The first samples are older than the acts. */
    private static JsonNode withoutActs(String state) {
        ObjectNode json = (ObjectNode) Sample.json(state);
        return json.without(List.of("binding", "acts", "authority"));
    }

    private void keepTheirSchemas(String id, int changes) {
        List<String> types = rows.of("select type from change where subject = ? and not withheld order by id", id);
        List<String> states = rows.of("select state::text from change where subject = ? and not withheld order by id", id);
        assertThat(states).hasSize(changes);
        for (int i = 0; i < changes; i++) {
            assertThat(EventSchemas.strict().faultsOfData(types.get(i), states.get(i))).as(types.get(i) + " " + states.get(i))
                    .isEmpty();
        }
    }
}
