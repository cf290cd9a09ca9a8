package org.surety.commitments.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
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

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.commitments.Known;
import org.surety.commitments.RealParts;
import org.surety.commitments.Rows;
import org.surety.contracts.DeliveryStage;
import org.surety.contracts.DisclosedDay;
import org.surety.contracts.Quantity;
import org.surety.contracts.Rank;
import org.surety.contracts.Series;
import org.surety.contracts.Undisclosed;
import org.surety.kit.label.Label;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@RealParts
class DeliveryResourceTest {

    private static final String DELIVERIES = "/api/v1/deliveries";
    private static final LocalDate DAY = LocalDate.of(2026, 8, 1);

    @Inject
    Known known;

    @Inject
    Rows rows;

    @Inject
    ObjectMapper json;

    @BeforeEach
    void parties() {
        known.parties("XAA", "XAB", "XAC", "DEU");
    }

    private static String said(String title, String quantity, String label) {
        return """
                "kind": "WEAPONRY", "title": "%s", "quantity": %s, "label": %s}""".formatted(title, quantity, label);
    }

    private static String filed(String label) {
        String path = "/api/v1/commitments/" + as("xaa.editor").body("{\"party\": \"XAA\", \"basis\": \"GUARANTEE\", "
                + said("Aircraft", "{\"quantity\": 10, \"unit\": \"aircraft\"}", label)).post("/api/v1/commitments").then()
                .statusCode(201).extract().path("id");
        as("xaa.editor", 1).body(act("XAA", "")).post(path + "/filings").then().statusCode(200);
        return path;
    }

    private static String body(String stage, int quantity, String more) {
        return """
                {"recipient": "XAB", "stage": "%s", "day": "%s", "quantity": {"quantity": %d, "unit": "aircraft"} %s}"""
                .formatted(stage, DAY, quantity, more);
    }

    private static String delivered(String commitment, String stage, int quantity) {
        return DELIVERIES + "/" + as("xaa.editor").body(body(stage, quantity, "")).post(commitment + "/deliveries").then()
                .statusCode(201).extract().path("id");
    }

    private static String received(int quantity, String more) {
        return "{\"quantity\": {\"quantity\": %d, \"unit\": \"aircraft\"}, \"day\": \"%s\"%s}".formatted(quantity, DAY.plusDays(2),
                more);
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private List<String> changes(String path) {
        return rows.of("select c.type || ' ' || c.subject_version || ' ' || a.key || ' ' || c.changed::text from change c "
                + "join audience a on a.id = c.audience_id where c.subject = ? order by c.id", id(path));
    }

    @Test
    void giverSaysTenAndRecipientSaysEight() {
        String commitment = filed("{\"release\": \"COALITION\"}");
        String path = delivered(commitment, "DISPATCHED", 10);
        String handedOver = "{\"stage\": \"HANDED_OVER\", \"day\": \"%s\", \"evidence\": [{\"text\": \"act of transfer 4\"}]}"
                .formatted(DAY.plusDays(1));
        as("xaa.editor", 1).body(handedOver).post(path + "/movements").then().statusCode(200).header("ETag", "\"2\"")
                .body("stage", equalTo("HANDED_OVER")).body("steps.stage", contains("DISPATCHED", "HANDED_OVER"))
                .body("steps[1].evidence[0].text", equalTo("act of transfer 4"));
        as("xaa.editor", 2).body(handedOver).post(path + "/movements").then().statusCode(200).header("ETag", "\"2\"");
        as("xab.reader").get(DELIVERIES + "?recipient=XAB&awaiting=CONFIRMATION&limit=500").then()
                .body("items.id", hasItem(id(path)));
        as("xab.editor", 2).body(received(8, ", \"source\": \"inventory\", \"person\": \"" + Known.actor("XAB") + "\""))
                .post(path + "/confirmations").then().statusCode(200).header("ETag", "\"3\"")
                .body("confirmation.status", equalTo("CONTESTED")).body("confirmation.giver.quantity.quantity", equalTo(10))
                .body("confirmation.recipient.quantity.quantity", equalTo(8)).body("quantity.quantity", equalTo(10));
        as("xac.reader").get(commitment).then().body("delivery.delivered.quantity.quantity", equalTo(10))
                .body("delivery.confirmed.quantity.quantity", equalTo(8)).body("delivery.contested", equalTo(1))
                .body("delivery.delivered.undisclosed", equalTo(0)).header("ETag", startsWith("\"2."));
        as("xab.reader").get(DELIVERIES + "?recipient=XAB&awaiting=CONFIRMATION&limit=500").then()
                .body("items.id", not(hasItem(id(path))));
        as("xab.reader").get(commitment + "/deliveries?status=CONTESTED").then().body("items.id", contains(id(path)));
        as("xab.editor", 3).body(received(9, "")).post(path + "/confirmations").then().statusCode(200).header("ETag", "\"4\"");
        as("xab.editor", 4).body(received(9, "")).post(path + "/confirmations").then().statusCode(200).header("ETag", "\"4\"");
        as("xaa.editor", 4).body(correction(9, "")).put(path).then().statusCode(200).header("ETag", "\"5\"")
                .body("confirmation.status", equalTo("CONFIRMED"));
        as("xaa.editor", 5).body(correction(9, "")).put(path).then().statusCode(200).header("ETag", "\"5\"");
        as("xaa.editor", 5).body("{\"reason\": \"sent back\"}").post(path + "/withdrawals").then().statusCode(200)
                .body("withdrawal.reason", equalTo("sent back")).body("confirmation.recipient.quantity.quantity", equalTo(9));
        as("xab.editor", 6).body(received(8, "")).post(path + "/confirmations").then().statusCode(409)
                .body("type", equalTo(PROBLEMS + "delivery-act-not-allowed")).body("detail", containsString("Allowed: nothing."));
        as("xac.reader").get(commitment).then().body("delivery", nullValue()).header("ETag", "\"2\"");
        String type = "org.surety.delivery.";
        assertThat(changes(path)).containsExactly(type + "stated.v1 1 COALITION|EXERCISE|XAA {}",
                type + "moved.v1 2 COALITION|EXERCISE|XAA {steps}", type + "confirmed.v1 3 COALITION|EXERCISE|XAA {claim}",
                type + "confirmed.v1 4 COALITION|EXERCISE|XAA {claim}",
                type + "corrected.v1 5 COALITION|EXERCISE|XAA {quantity,evidence}",
                type + "withdrawn.v1 6 COALITION|EXERCISE|XAA {withdrawal}");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> as("xab.reader").get(path + "/history").then()
                .body("items.type", hasSize(6)).body("items.reason", contains("NEW_FACT", "NEW_FACT", "NEW_FACT", "CORRECTION",
                        "CORRECTION", "CORRECTION")));
        String then = as("xab.reader").get(path + "/history").then().extract().path("items[2].recordedAt");
        as("xab.reader").get(path + "?knownAt=" + then).then().body("confirmation.recipient.quantity.quantity", equalTo(8))
                .header("ETag", "\"3\"");
    }

    private static String correction(int quantity, String more) {
        return "{\"quantity\": {\"quantity\": %d, \"unit\": \"aircraft\"}, \"day\": \"%s\"%s}".formatted(quantity,
                DAY.plusDays(1), more);
    }

    @Test
    void whoDoesNotSeeTheCommitmentSeesNoDeliveryWhateverItsLabel() {
        String commitment = filed("{\"release\": \"COALITION\"}");
        String path = delivered(commitment, "HANDED_OVER", 4);
        String then = path + "?knownAt=" + await().until(() -> rows.of(
                "select to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from change "
                        + "where subject = ? and recorded_at is not null",
                id(path)), found -> !found.isEmpty()).get(0);
        as("xac.reader").get(path).then().statusCode(200);
        as("xac.reader").get(then).then().statusCode(200);
        rows.change(
                "update commitment set version = version + 1, audience_id = (select id from audience where key = 'NATIONAL|EXERCISE|XAA') where id = ?::uuid",
                id(commitment));
        as("xac.reader").get(path).then().statusCode(404);
        as("xac.reader").get(then).then().statusCode(404);
        as("xac.reader").get(DELIVERIES + "?party=XAA&limit=500").then().body("items.id", not(hasItem(id(path))));
        as("xaa.reader").get(path).then().statusCode(200);
    }

    @Test
    void eachWritesTheOwnClaimAlone() {
        String commitment = filed("{\"release\": \"PUBLIC\"}");
        String statement = body("HANDED_OVER", 4, "");
        given().contentType("application/json").body(statement).post(commitment + "/deliveries").then().statusCode(401);
        for (String other : List.of("xaa.reader", "xab.editor", "coordinator", "auditor")) {
            as(other).body(statement).post(commitment + "/deliveries").then().statusCode(403);
        }
        String path = delivered(commitment, "HANDED_OVER", 4);
        String later = "{\"stage\": \"PAID\", \"day\": \"2026-08-02\"}";
        for (String other : List.of("xaa.reader", "xab.editor", "coordinator")) {
            as(other, 1).body(later).post(path + "/movements").then().statusCode(403);
            as(other, 1).body(correction(4, "")).put(path).then().statusCode(403);
            as(other, 1).body("{\"reason\": \"r\"}").post(path + "/withdrawals").then().statusCode(403);
        }
        for (String other : List.of("xab.reader", "xaa.editor", "xac.editor", "coordinator")) {
            as(other, 1).body(received(4, "")).post(path + "/confirmations").then().statusCode(403);
        }
        as("xab.editor").body(received(4, "")).post(path + "/confirmations").then().statusCode(428);
        as("xab.editor", 2).body(received(4, "")).post(path + "/confirmations").then().statusCode(412);
        as("xaa.editor").body(later).post(path + "/movements").then().statusCode(428);
        as("xab.editor", 1).body(received(4, ", \"person\": \"" + Known.actor("XAA") + "\"")).post(path + "/confirmations").then()
                .statusCode(400).body("violations.field", contains("person"));
        as("xab.editor", 1).body("{\"day\": \"2026-08-02\"}").post(path + "/confirmations").then().statusCode(400)
                .body("violations.field", contains("quantity"));
        as("auditor").get(path).then().statusCode(403);
        as("auditor").get(DELIVERIES).then().statusCode(403);
    }

    @Test
    void moreThanWasPromisedIsStated() {
        String commitment = filed("{\"release\": \"PUBLIC\"}");
        delivered(commitment, "PREPARED", 8);
        as("xaa.editor").body(body("PAID", 3, "")).post(commitment + "/deliveries").then().statusCode(400)
                .body("violations.field", contains("quantity.quantity"))
                .body("violations[0].message", containsString("makes 11 in all, and 10 are promised"));
        as("xaa.editor").body(body("PAID", 3, ", \"overDelivery\": true")).post(commitment + "/deliveries").then().statusCode(201)
                .body("overDelivery", equalTo(true));
        as("xaa.editor").body(body("PAID", 1, "").replace("{\"quantity\": 1, ", "{\"undisclosed\": \"WITHHELD\", "))
                .post(commitment + "/deliveries").then().statusCode(201);
        as("xaa.reader").get(commitment).then().body("delivery.delivered.quantity.quantity", equalTo(3))
                .body("delivery.delivered.undisclosed", equalTo(1)).body("delivery.onTheWay", equalTo(1))
                .body("delivery.overDelivered", equalTo(false));
        as("xaa.editor", 2).body("{" + said("Fewer", "{\"quantity\": 7, \"unit\": \"aircraft\"}", "{\"release\": \"PUBLIC\"}"))
                .put(commitment).then().statusCode(400).body("violations.field", contains("quantity.quantity"));
        as("xaa.editor", 2).body("{" + said("Others", "{\"quantity\": 10, \"unit\": \"ships\"}", "{\"release\": \"PUBLIC\"}"))
                .put(commitment).then().statusCode(400).body("violations.field", contains("quantity.unit"));
        as("xaa.editor", 2).body("{" + said("Eight", "{\"quantity\": 8, \"unit\": \"aircraft\"}", "{\"release\": \"PUBLIC\"}"))
                .put(commitment).then().statusCode(200);
    }

    @Test
    void twoAtTheSameMomentDoNotMakeMoreThanWasPromised() {
        String commitment = filed("{\"release\": \"PUBLIC\"}");
        List<CompletableFuture<Integer>> both = IntStream.range(0, 2).mapToObj(i -> CompletableFuture.supplyAsync(
                () -> as("xaa.editor").body(body("PAID", 6, "")).post(commitment + "/deliveries").statusCode())).toList();
        assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(201, 400);
    }

    @Test
    void theRecipientIsAnotherPartyThatSeesTheCommitment() {
        String commitment = filed("{\"release\": \"NAMED\", \"parties\": [\"XAB\"]}");
        for (String recipient : List.of("XAA", "XAC", "DEU", "XZZ")) {
            as("xaa.editor").body(body("PAID", 1, "").replace("XAB", recipient)).post(commitment + "/deliveries").then()
                    .statusCode(400).body("violations.field", hasItem("recipient"));
        }
        String path = delivered(commitment, "PAID", 1);
        as("xac.reader").get(path).then().statusCode(404);
        as("xac.reader").get(commitment + "/deliveries").then().statusCode(404);
        as("xac.reader").get(DELIVERIES + "?party=XAA&limit=500").then().body("items.id", not(hasItem(id(path))));
        as("xac.editor", 1).body(received(1, "")).post(path + "/confirmations").then().statusCode(404);
        as("xaa.editor").body(body("PAID", 1, "")).post("/api/v1/commitments/" + UUID.randomUUID() + "/deliveries").then()
                .statusCode(404);
    }

    @Test
    void deliveriesFollowTheLabelOfTheirCommitment() {
        String commitment = filed("{\"release\": \"COALITION\"}");
        String path = delivered(commitment, "PAID", 1);
        String withdrawn = delivered(commitment, "PAID", 2);
        as("xaa.editor", 1).body("{\"reason\": \"r\"}").post(withdrawn + "/withdrawals").then().statusCode(200);
        String aircraft = "{\"quantity\": 10, \"unit\": \"aircraft\"}";
        as("xaa.editor", 2).body("{" + said("Aircraft", aircraft, "{\"release\": \"NATIONAL\"}")).put(commitment).then()
                .statusCode(400).body("violations.field", contains("label")).body("violations[0].message", containsString("XAB"));
        as("xac.reader").get(path).then().statusCode(200);
        as("xaa.editor", 2).body("{" + said("Aircraft", aircraft, "{\"release\": \"NAMED\", \"parties\": [\"XAB\"]}"))
                .put(commitment).then().statusCode(200);
        for (String one : List.of(path, withdrawn)) {
            as("xac.reader").get(one).then().statusCode(404);
            as("xab.reader").get(one).then().statusCode(200).body("label.release", equalTo("NAMED"));
        }
        assertThat(changes(path)).last().isEqualTo("org.surety.delivery.corrected.v1 2 NAMED|EXERCISE|XAA|XAB {label}");
        as("xab.editor", 2).body(received(1, "")).post(path + "/confirmations").then().statusCode(200);
    }

    @Test
    void onlyWhatIsFiledIsDeliveredAndAWithdrawnOneKeepsItsDeliveries() {
        String draft = "/api/v1/commitments/" + as("xaa.editor").body("{\"party\": \"XAA\", \"basis\": \"GUARANTEE\", "
                + said("Draft", "{\"quantity\": 10, \"unit\": \"aircraft\"}", "{\"release\": \"PUBLIC\"}"))
                .post("/api/v1/commitments").then().statusCode(201).extract().path("id");
        as("xaa.editor").body(body("PAID", 1, "")).post(draft + "/deliveries").then().statusCode(409)
                .body("type", equalTo(PROBLEMS + "act-not-allowed"))
                .body("detail", containsString("Allowed: amendment, deletion, filings"));
        String commitment = filed("{\"release\": \"PUBLIC\"}");
        String path = delivered(commitment, "HANDED_OVER", 4);
        as("xaa.editor", 2).body(act("XAA", ", \"reason\": \"r\"")).post(commitment + "/withdrawals").then().statusCode(200);
        as("xaa.editor").body(body("PAID", 1, "")).post(commitment + "/deliveries").then().statusCode(409)
                .body("type", equalTo(PROBLEMS + "act-not-allowed"));
        as("xab.editor", 1).body(received(4, "")).post(path + "/confirmations").then().statusCode(200);
        as("xaa.reader").get(commitment).then().body("delivery.confirmed.quantity.quantity", equalTo(4))
                .body("state", equalTo("WITHDRAWN"));
    }

    @Test
    void stagesGoForward() {
        String path = delivered(filed("{\"release\": \"PUBLIC\"}"), "HANDED_OVER", 4);
        as("xaa.editor", 1).body("{\"stage\": \"DISPATCHED\", \"day\": \"2026-08-01\"}").post(path + "/movements").then()
                .statusCode(409).body("type", equalTo(PROBLEMS + "delivery-act-not-allowed"))
                .body("detail", containsString("Allowed: movements to DEPLOYED, PAID."));
        as("xaa.editor", 1).body("{\"stage\": \"PAID\", \"day\": \"2026-07-31\"}").post(path + "/movements").then().statusCode(400)
                .body("violations.field", contains("day"));
        as("xaa.editor", 1).body("{\"stage\": \"PAID\", \"day\": {\"undisclosed\": \"UNKNOWN\"}}").post(path + "/movements").then()
                .statusCode(200).body("steps[1].day.undisclosed", equalTo("UNKNOWN"));
    }

    @Test
    void aPersonWhoIsNotReleasedIsNotShown() {
        String path = delivered(filed("{\"release\": \"PUBLIC\"}"), "HANDED_OVER", 4);
        UUID hidden = known.person("XAB", Rank.SENIOR_OFFICIAL, Label.national("XAB"));
        as("xab.editor", 1).body(received(4, ", \"person\": \"" + hidden + "\"")).post(path + "/confirmations").then()
                .statusCode(200);
        as("xab.reader").get(path).then().body("confirmation.recipient.person", equalTo(hidden.toString()))
                .header("ETag", "\"2\"");
        String tag = as("xaa.reader").get(path).then()
                .body("confirmation.recipient.person.undisclosed", equalTo("NOT_RELEASED")).extract().header("ETag");
        as("xaa.editor").header("If-Match", tag).body(correction(4, ", \"note\": \"n\"")).put(path).then().statusCode(200)
                .header("ETag", "\"3\"");
    }

    @Test
    void listsAreFilteredAndPaged() {
        String commitment = filed("{\"release\": \"PUBLIC\"}");
        String one = delivered(commitment, "DISPATCHED", 1);
        String two = delivered(commitment, "PAID", 2);
        String three = delivered(commitment, "PAID", 3);
        as("xab.editor", 1).body(received(2, "")).post(two + "/confirmations").then().statusCode(200);
        listed(commitment, "", one, two, three);
        listed(commitment, "?stage=PAID", two, three);
        listed(commitment, "?status=CONFIRMED", two);
        listed(commitment, "?status=UNCONFIRMED", one, three);
        listed(commitment, "?awaiting=CONFIRMATION&recipient=XAB&party=XAA&series=EXERCISE", three);
        listed(commitment, "?status=CONFIRMED&asOf=" + DAY);
        listed(commitment, "?awaiting=CONFIRMATION&asOf=" + DAY, two, three);
        listed(commitment, "?asOf=" + DAY.minusDays(1));
        listed(commitment, "?recipient=XAC");
        as("xac.reader").get(DELIVERIES + "?commitment=" + id(commitment)).then().body("items", hasSize(3));
        String next = as("xac.reader").get(commitment + "/deliveries?limit=2").then().body("items", hasSize(2)).extract()
                .path("next");
        as("xac.reader").get(commitment + "/deliveries?limit=2&cursor=" + next).then().body("items.id", contains(id(three)));
        as("xac.reader").get(one + "?asOf=" + DAY.minusDays(1)).then().statusCode(404);
        as("xac.reader").get(DELIVERIES + "?stage=LOST").then().statusCode(400).body("violations[0].field", equalTo("stage"));
        as("xac.reader").get(DELIVERIES + "?knownAt=" + Instant.now().plusSeconds(3600)).then().statusCode(409)
                .body("type", equalTo(PROBLEMS + "not-yet-known"));
    }

    private static void listed(String commitment, String query, String... paths) {
        List<String> ids = as("xac.reader").get(commitment + "/deliveries" + query).then().statusCode(200).extract()
                .path("items.id");
        assertThat(ids).as(query).containsExactly(List.of(paths).stream().map(DeliveryResourceTest::id).toArray(String[]::new));
    }

    @Test
    void aCommitmentHasNoMoreThanCanFollowIt() {
        String commitment = filed("{\"release\": \"PUBLIC\"}");
        String one = delivered(commitment, "PAID", 1);
        rows.change(
                """
                        insert into delivery (id, version, commitment_id, party, recipient, series, steps, quantity_undisclosed, over_delivery, audience_id)
                        select gen_random_uuid(), 1, commitment_id, party, recipient, series, steps, 'UNKNOWN', false, audience_id
                        from delivery, generate_series(2, 500) where id = ?""",
                UUID.fromString(id(one)));
        as("xaa.editor").body(body("PAID", 1, "")).post(commitment + "/deliveries").then().statusCode(409)
                .body("type", equalTo(PROBLEMS + "too-many-deliveries"));
        as("xaa.reader").get(commitment).then().body("delivery.delivered.undisclosed", equalTo(499));
    }

    @Test
    void theDatabaseAndTheClassTellTheSame() throws JsonProcessingException {
        Random random = new Random(3);
        Promise promise = new Promise(UUID.randomUUID(), "XAA", Series.EXERCISE, Label.openToAll(), Label.openToAll(),
                Quantity.of(10, "aircraft"),
                null);
        for (int round = 0; round < 150; round++) {
            LocalDate today = DAY.plusDays(random.nextInt(8));
            List<DeliveryStage> stages = new ArrayList<>(List.of(DeliveryStage.values()));
            stages.removeIf(stage -> random.nextInt(3) == 0);
            if (stages.isEmpty()) {
                continue;
            }
            Delivery delivery = Delivery.stated(promise,
                    new DeliveryStatement("XAB", stages.get(0), day(random), figure(random), null,
                            false, null, null),
                    today);
            for (DeliveryStage stage : stages.subList(1, stages.size())) {
                delivery.move(new Movement(stage, day(random), null), today.plusDays(random.nextInt(3)));
            }
            if (delivery.stage().counts() && random.nextBoolean()) {
                delivery.confirm(new Receipt(figure(random), null, day(random), null, null).claim(today));
            }
            LocalDate asOf = DAY.plusDays(random.nextInt(8));
            assertThat(rows.of("select coalesce(delivery_stage_on(?::jsonb, ?), 'NONE')", json.writeValueAsString(delivery.steps()),
                    asOf)).containsExactly(delivery.stageOn(asOf).map(Enum::name).orElse("NONE"));
            assertThat(rows.of("select delivery_confirmation_on(?::numeric, null, ?::jsonb, ?)",
                    delivery.figure().number() == null ? null : delivery.figure().number().toPlainString(),
                    delivery.claim() == null ? null : json.writeValueAsString(delivery.claim()), asOf))
                    .containsExactly(delivery.confirmationOn(asOf).name());
        }
    }

    private static DisclosedDay day(Random random) {
        return random.nextInt(4) == 0
                ? DisclosedDay.undisclosed(Undisclosed.UNKNOWN)
                : DisclosedDay.of(DAY.plusDays(random.nextInt(7)));
    }

    private static Quantity figure(Random random) {
        return random.nextInt(4) == 0
                ? Quantity.undisclosed(Undisclosed.WITHHELD, null)
                : Quantity.of(1 + random.nextInt(2), "aircraft");
    }
}
