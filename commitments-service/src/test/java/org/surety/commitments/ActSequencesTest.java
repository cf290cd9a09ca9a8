package org.surety.commitments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.surety.commitments.Known.act;
import static org.surety.commitments.Rest.as;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Whatever is asked in whatever order, the rules hold: each request is answered as a small model of them says, and leaves what it says. */
@QuarkusTest
@RealParts
class ActSequencesTest {

    private static final List<String> STAGES = List.of("PREPARED", "DISPATCHED", "HANDED_OVER", "DEPLOYED", "PAID");
    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);

    @Inject
    Known known;

    private Random random;
    private Model model;
    private final Map<String, Integer> outcomes = new TreeMap<>();

    /** What the rules leave of a commitment. */
    private static final class Model {
        private final String path;
        private final boolean guarantee;
        private long version = 1;
        private String state = "DRAFT";
        private boolean decided;
        private int promised = 10;
        private int statements;
        private String share = "AWAITED";
        private final Map<String, Part> parts = new LinkedHashMap<>();

        Model(String path, boolean guarantee) {
            this.path = path;
            this.guarantee = guarantee;
        }

        boolean isFiled() {
            return state.equals("FILED");
        }

        int standing(String without, boolean unstatedOnly) {
            return parts.entrySet().stream()
                    .filter(one -> !one.getKey().equals(without) && !one.getValue().withdrawn
                            && !(unstatedOnly && one.getValue().over))
                    .mapToInt(one -> one.getValue().given).sum();
        }
    }

    /** What they leave of a delivery; what the recipient says is null until it says something. */
    private static final class Part {
        private long version = 1;
        private int stage;
        private int given;
        private boolean over;
        private Integer received;
        private boolean withdrawn;
    }

    @BeforeEach
    void parties() {
        known.parties("XAA", "XAB");
    }

    @Test
    void noSequenceOfRequestsReachesAStateThatTheRulesForbid() {
        random = new Random(33);
        for (int round = 0; round < 8; round++) {
            begin(round % 4 != 3);
            for (int step = 0; step < 20; step++) {
                request();
                holds();
            }
        }
        for (String act : List.of("amend", "decide", "withdraw", "state readiness", "deliver", "move", "correct", "confirm",
                "take back", "confirm share", "withdraw share")) {
            assertThat(outcomes).as("done and refused").containsKeys(act + " done", act + " refused");
        }
        assertThat(outcomes).containsKeys("file done", "file refused", "discard refused");
    }

    private void begin(boolean guarantee) {
        String id = as("xaa.editor")
                .body("{\"party\": \"XAA\", \"basis\": \"%s\", ".formatted(guarantee ? "GUARANTEE" : "EARLIER_SUPPORT")
                        + said(guarantee, 10, 0))
                .post("/api/v1/commitments").then().statusCode(201).extract().path("id");
        model = new Model("/api/v1/commitments/" + id, guarantee);
    }

    /** A guarantee is one of two parties. */
    private static String said(boolean guarantee, int quantity, int title) {
        return (guarantee ? "\"shares\": [{\"party\": \"XAB\", \"percent\": 40}], " : "")
                + """
                        "kind": "WEAPONRY", "title": "T%d", "quantity": {"quantity": %d, "unit": "aircraft"}, "label": {"release": "PUBLIC"}}"""
                        .formatted(title, quantity);
    }

    private void request() {
        boolean filedFirst = model.state.equals("DRAFT") && random.nextInt(3) > 0;
        int die = filedFirst ? 0 : random.nextInt(30);
        switch (die) {
            case 0 -> file();
            case 1, 2, 3 -> amend();
            case 4 -> decide();
            case 5 -> withdraw();
            case 6 -> discard();
            case 7, 8 -> stateReadiness();
            case 9, 10, 11, 12 -> deliver();
            case 26, 27 -> share("confirm share", "/share-confirmations", "", "CONFIRMED");
            case 28, 29 -> share("withdraw share", "/share-withdrawals", ", \"reason\": \"r\"", "WITHDRAWN");
            default -> part(die);
        }
    }

    /** Of what the other party does not see it has no share either; what it has said already is said, and nothing changes. */
    private void share(String act, String acts, String more, String becomes) {
        boolean allowed = model.isFiled() && model.guarantee;
        Response answer = as("xab.editor", model.version).body(act("XAB", more)).post(model.path + acts);
        int refusal = model.state.equals("DRAFT") ? 404 : model.guarantee ? 409 : 403;
        if (sent(act, answer, allowed, refusal) && !model.share.equals(becomes)) {
            model.share = becomes;
            model.version++;
        }
    }

    private void file() {
        boolean allowed = model.state.equals("DRAFT");
        if (sent("file", as("xaa.editor", model.version).body(act("XAA", "")).post(model.path + "/filings"), allowed, 409)) {
            model.state = "FILED";
            model.version++;
        }
    }

    /** No fewer than are delivered or on their way, but for what was stated as over-delivery. */
    private void amend() {
        int quantity = 6 + random.nextInt(8);
        boolean fits = model.standing(null, true) <= quantity;
        boolean allowed = !model.state.equals("WITHDRAWN");
        Response answer = as("xaa.editor", model.version).body("{" + said(model.guarantee, quantity, (int) model.version))
                .put(model.path);
        if (sent("amend", answer, allowed && fits, allowed ? 400 : 409)) {
            model.share = quantity != model.promised && model.share.equals("CONFIRMED") ? "AWAITED" : model.share;
            model.promised = quantity;
            model.version++;
        }
    }

    private void decide() {
        boolean allowed = model.isFiled() && !model.decided;
        Response answer = as("xaa.editor", model.version)
                .body("{\"decidedOn\": \"2026-03-01\", \"source\": \"order %d\"}".formatted(random.nextInt(1000)))
                .post(model.path + "/decisions");
        if (sent("decide", answer, allowed, 409)) {
            model.decided = true;
            model.version++;
        }
    }

    private void withdraw() {
        Response answer = as("xaa.editor", model.version).body(act("XAA", ", \"reason\": \"r%d\"".formatted(random.nextInt(1000))))
                .post(model.path + "/withdrawals");
        if (sent("withdraw", answer, model.isFiled(), 409)) {
            model.state = "WITHDRAWN";
            model.version++;
        }
    }

    /** Only what was filed: a draft would be gone, and the sequence with it. */
    private void discard() {
        if (!model.state.equals("DRAFT")) {
            sent("discard", as("xaa.editor", model.version).delete(model.path), false, 409);
        }
    }

    private void stateReadiness() {
        boolean inTime = random.nextInt(4) > 0;
        LocalDate until = inTime ? DAY.plusDays(model.version) : DAY.plusYears(2).plusDays(1);
        boolean allowed = model.isFiled() && model.guarantee;
        Response answer = as("xaa.editor", model.version).body(act("XAA", ", \"level\": \"READY\", \"doneOn\": \"" + DAY
                + "\", \"validUntil\": \"" + until + "\"")).post(model.path + "/readiness-statements");
        if (sent("state readiness", answer, allowed && inTime, inTime ? 409 : 400)) {
            model.statements++;
            model.version++;
        }
    }

    private void deliver() {
        Part part = new Part();
        part.stage = random.nextInt(STAGES.size());
        part.given = 1 + random.nextInt(6);
        part.over = random.nextInt(4) == 0;
        boolean fits = part.over || model.standing(null, false) + part.given <= model.promised;
        Response answer = as("xaa.editor")
                .body("""
                        {"recipient": "XAB", "stage": "%s", "day": "%s", "quantity": {"quantity": %d, "unit": "aircraft"}, "overDelivery": %s}"""
                        .formatted(STAGES.get(part.stage), DAY, part.given, part.over))
                .post(model.path + "/deliveries");
        if (sent("deliver", answer, model.isFiled() && fits, model.isFiled() ? 400 : 409)) {
            model.parts.put(answer.path("id"), part);
        }
    }

    private void part(int die) {
        if (model.parts.isEmpty()) {
            return;
        }
        String id = new ArrayList<>(model.parts.keySet()).get(random.nextInt(model.parts.size()));
        Part part = model.parts.get(id);
        String path = "/api/v1/deliveries/" + id;
        switch (die) {
            case 13, 14, 15 -> move(path, part);
            case 16, 17, 18, 19 -> correct(id, path, part);
            case 20, 21, 22, 23 -> confirm(path, part);
            default -> takeBack(path, part);
        }
    }

    private void move(String path, Part part) {
        int to = random.nextInt(STAGES.size());
        // Other evidence each time, so that it is not the same said again.
        Response answer = as("xaa.editor", part.version)
                .body("""
                        {"stage": "%s", "day": {"undisclosed": "UNKNOWN"}, "evidence": [{"text": "e%d"}]}"""
                        .formatted(STAGES.get(to), part.version))
                .post(path + "/movements");
        if (sent("move", answer, !part.withdrawn && to > part.stage, 409)) {
            part.stage = to;
            part.version++;
        }
    }

    private void correct(String id, String path, Part part) {
        int given = 1 + random.nextInt(8);
        boolean over = random.nextInt(3) == 0;
        boolean fits = over || model.standing(id, false) + given <= model.promised;
        Response answer = as("xaa.editor", part.version).body("""
                {"day": "%s", "quantity": {"quantity": %d, "unit": "aircraft"}, "overDelivery": %s, "note": "n%d"}"""
                .formatted(DAY.plusYears(1), given, over, part.version)).put(path);
        if (sent("correct", answer, !part.withdrawn && fits, fits ? 409 : 400)) {
            part.given = given;
            part.over = over;
            part.version++;
        }
    }

    private void confirm(String path, Part part) {
        int received = random.nextInt(8);
        Response answer = as("xab.editor", part.version).body("""
                {"day": "%s", "quantity": {"quantity": %d, "unit": "aircraft"}, "source": "s%d"}""".formatted(DAY, received,
                part.version)).post(path + "/confirmations");
        if (sent("confirm", answer, !part.withdrawn && part.stage >= 2, 409)) {
            part.received = received;
            part.version++;
        }
    }

    private void takeBack(String path, Part part) {
        Response answer = as("xaa.editor", part.version).body("{\"reason\": \"r%d\"}".formatted(part.version))
                .post(path + "/withdrawals");
        if (sent("take back", answer, !part.withdrawn, 409)) {
            part.withdrawn = true;
            part.version++;
        }
    }

    private boolean sent(String act, Response answer, boolean allowed, int otherwise) {
        outcomes.merge(act + (allowed ? " done" : " refused"), 1, Integer::sum);
        if (allowed) {
            assertThat(answer.statusCode()).as(act + ": " + answer.asString()).isIn(200, 201);
        } else {
            assertThat(answer.statusCode()).as(act + ": " + answer.asString()).isEqualTo(otherwise);
        }
        return allowed;
    }

    /** What can be read is what the model says, and what it says keeps the rules. */
    private void holds() {
        JsonNode commitment = read(model.path);
        assertThat(commitment.path("version").asLong()).isEqualTo(model.version);
        assertThat(commitment.path("state").asText()).isEqualTo(model.state);
        assertThat(commitment.at("/shares/0/state").asText()).isEqualTo(model.guarantee ? model.share : "");
        assertThat(commitment.has("decision")).isEqualTo(model.decided);
        assertThat(commitment.at("/quantity/quantity").asInt()).isEqualTo(model.promised);
        assertThat(commitment.at("/readiness/statements").asInt()).isEqualTo(model.statements);
        int delivered = 0;
        int contested = 0;
        int unstated = 0;
        for (JsonNode one : read(model.path + "/deliveries").path("items")) {
            Part part = model.parts.get(one.path("id").asText());
            String status = one.at("/confirmation/status").asText();
            assertThat(one.path("version").asLong()).isEqualTo(part.version);
            assertThat(one.path("stage").asText()).isEqualTo(STAGES.get(part.stage));
            assertThat(one.at("/quantity/quantity").asInt()).isEqualTo(part.given);
            assertThat(one.has("withdrawal")).isEqualTo(part.withdrawn);
            assertThat(status).isEqualTo(part.received == null
                    ? "UNCONFIRMED"
                    : part.received == part.given ? "CONFIRMED" : "CONTESTED");
            boolean counts = !part.withdrawn && part.stage >= 2;
            delivered += counts ? part.given : 0;
            contested += counts && status.equals("CONTESTED") ? 1 : 0;
            unstated += part.withdrawn || one.path("overDelivery").asBoolean() ? 0 : one.at("/quantity/quantity").asInt();
        }
        assertThat(unstated).isLessThanOrEqualTo(model.promised);
        assertThat(commitment.at("/delivery/delivered/quantity/quantity").asInt()).isEqualTo(delivered);
        assertThat(commitment.at("/delivery/contested").asInt()).isEqualTo(contested);
    }

    private static JsonNode read(String path) {
        return Sample.json(as("xaa.reader").get(path).then().statusCode(200).extract().asString());
    }
}
