package org.surety.commitments.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.surety.commitments.Rest.PROBLEMS;
import static org.surety.commitments.Rest.as;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.commitments.Known;
import org.surety.commitments.OwnersFeed;
import org.surety.commitments.RealParts;
import org.surety.commitments.Rows;
import org.surety.commitments.Sample;
import org.surety.commitments.authority.Judge;
import org.surety.contracts.AuthorityState;
import org.surety.contracts.EventSchemas;
import org.surety.contracts.Ground;
import org.surety.contracts.KindOfAct;
import org.surety.contracts.Rank;
import org.surety.contracts.Series;
import org.surety.kit.label.Label;
import org.surety.kit.label.Release;
import org.surety.kit.label.SystemViewer;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;

/** Who adopts, signs and denounces, with what authority, and what of it is of the public record. */
@QuarkusTest
@RealParts
class InstrumentActsTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 11);
    private static final UUID GATHERING = UUID.randomUUID();

    @Inject
    Known known;

    @Inject
    Rows rows;

    @Inject
    Judge judge;

    @BeforeEach
    void parties() {
        known.parties("XAA", "XAB", "XAC", "FRA");
        await().atMost(LIMIT).until(() -> SystemViewer.transaction(judge::isInformed));
    }

    @AfterEach
    void rest() {
        OwnersFeed.beAtRest();
    }

    private static String recorded(String binding, String release) {
        return recorded("xaa.editor", "XAA", binding, "{\"release\": \"" + release + "\"}");
    }

    private static String recorded(String user, String party, String binding, String label) {
        return "/api/v1/instruments/" + as(user).body("""
                {"party": "%s", "kind": "AGREEMENT", "title": "On the force", "binding": "%s", "place": "Amber", "gathering": "%s",
                 "sources": [{"text": "order 3"}], "label": %s}""".formatted(party, binding, GATHERING, label))
                .post("/api/v1/instruments").then().statusCode(201).extract().path("id");
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String signed(UUID person) {
        return "{\"kind\": \"SIGNED\", \"person\": \"%s\", \"doneOn\": \"%s\"}".formatted(person, DAY);
    }

    private static String onRecord(String party, String kind) {
        return "{\"party\": \"%s\", \"kind\": \"%s\", \"doneOn\": \"%s\", \"source\": \"press\"}".formatted(party, kind, DAY);
    }

    private UUID envoy() {
        return known.person("XAB", Rank.SPECIAL_ENVOY, Label.openToAll());
    }

    private UUID grant(UUID person, KindOfAct act, String scope, Label label) {
        UUID id = UUID.randomUUID();
        known.grant(new AuthorityState(id, "XAB", person, Ground.FULL_POWERS, null, act, scope, DAY.minusYears(1), null), 1, label);
        return id;
    }

    private static void becomes(String path, String state) {
        await().atMost(LIMIT).untilAsserted(() -> as("xaa.reader").get(path).then().body("state", equalTo(state)));
    }

    @Test
    void aPartySignsTheRecordOfAnotherByWhoeverHasPowersForItsGathering() {
        String path = recorded("LEGAL", "COALITION");
        UUID envoy = envoy();
        UUID powers = grant(envoy, KindOfAct.CONSENT_TO_BE_BOUND, GATHERING.toString(), Label.openToAll());
        as("xab.editor", 1).body(signed(envoy)).post(path + "/signatures").then().statusCode(200).body("state", equalTo("SIGNED"))
                .body("participants", contains("XAB")).body("acts[0].party", equalTo("XAB"))
                .body("acts[0].authority", equalTo("YES"))
                .body("acts[0].act", equalTo("CONSENT_TO_BE_BOUND")).body("acts[0].ground", equalTo("FULL_POWERS"))
                .body("acts[0].grants", contains(powers.toString())).body("acts[0].publicRecord", equalTo(false));
        as("xab.editor", 2).body(signed(envoy)).post(path + "/signatures").then().statusCode(200).header("ETag", "\"2\"");
        as("xab.editor", 2).body(signed(envoy).replace("11\"", "12\"")).post(path + "/signatures").then().statusCode(409)
                .body("type", equalTo(PROBLEMS + "act-not-allowed"))
                .body("detail", containsString("XAB has SIGNED this instrument"));
        as("xab.editor", 2).body("{\"kind\": \"ADOPTED\", \"person\": \"%s\"}".formatted(envoy)).post(path + "/signatures").then()
                .statusCode(200).body("acts[1].act", equalTo("ADOPTION_OF_TEXT")).body("acts[1].authority", equalTo("NO"));
    }

    @Test
    void aSignatureWithoutAuthorityIsUnconfirmedUntilItIsConfirmed() {
        String path = recorded("LEGAL", "COALITION");
        UUID envoy = envoy();
        as("xab.editor", 1).body(signed(envoy)).post(path + "/signatures").then().statusCode(200).body("state", equalTo("DRAFTED"))
                .body("participants", empty()).body("acts[0].authority", equalTo("NO"))
                .body("acts[0].missing", containsString("CONSENT_TO_BE_BOUND"));
        grant(envoy, KindOfAct.CONSENT_TO_BE_BOUND, id(path), Label.openToAll());
        becomes(path, "SIGNED");
        as("xaa.reader").get(path).then().body("participants", contains("XAB")).header("ETag", "\"3\"");
        assertThat(rows.of("select type || ' ' || actor from change where subject = ? and type like '%judged%'", id(path)))
                .containsExactly("org.surety.instrument.judged.v1 commitments-service");
        assertThat(rows.count("open_act where instrument = ?::uuid", id(path))).isZero();
    }

    @Test
    void whatIsJudgedByOldKnowledgeIsProvisionalAndJudgedAgain() {
        String path = recorded("LEGAL", "COALITION");
        UUID envoy = envoy();
        grant(envoy, KindOfAct.CONSENT_TO_BE_BOUND, AuthorityState.EVERYTHING, Label.openToAll());
        OwnersFeed.goAhead();
        as("xab.editor", 1).body(signed(envoy)).post(path + "/signatures").then().statusCode(200)
                .body("acts[0].authority", equalTo("PROVISIONAL")).body("state", equalTo("DRAFTED"));
        OwnersFeed.beAtRest();
        becomes(path, "SIGNED");
    }

    @Test
    void anybodyOfThePartyAdoptsAPoliticalText() {
        String path = recorded("POLITICAL", "COALITION");
        as("xab.editor", 1).body("{\"kind\": \"ADOPTED\", \"person\": \"%s\"}".formatted(Known.actor("XAB")))
                .post(path + "/signatures").then().statusCode(200).body("state", equalTo("ADOPTED"))
                .body("acts[0].act", equalTo("POLITICAL_PROMISE")).body("acts[0].ground", nullValue());
    }

    @Test
    void thePublicRecordNamesASourceAndNobodyAndLeavesAuthorityUndetermined() {
        String path = recorded("coordinator", "XAA", "LEGAL", "{\"release\": \"PUBLIC\"}");
        for (String user : List.of("coordinator", "xaa.editor")) {
            as(user, 1).body(onRecord("XAB", "SIGNED").replace("press", " ")).post(path + "/signatures").then().statusCode(400)
                    .body("violations.field", contains("source"));
            as(user, 1).body(onRecord("XAB", "SIGNED").replace("}", ", \"person\": \"%s\"}".formatted(Known.actor("XAB"))))
                    .post(path + "/signatures").then().statusCode(400).body("violations.field", contains("person"));
        }
        as("coordinator", 1).body("{\"kind\": \"SIGNED\"}").post(path + "/signatures").then().statusCode(400)
                .body("violations.field", contains("party", "doneOn", "source"));
        as("coordinator", 1).body(onRecord("FRA", "SIGNED")).post(path + "/signatures").then().statusCode(400)
                .body("violations[0].message", containsString("of the series REAL"));
        as("xac.editor", 1).body(onRecord("XAB", "SIGNED")).post(path + "/signatures").then().statusCode(403);
        as("coordinator", 1).body(onRecord("XAB", "SIGNED")).post(path + "/signatures").then().statusCode(200)
                .body("acts[0].authority", equalTo("UNDETERMINED")).body("acts[0].publicRecord", equalTo(true))
                .body("acts[0].person", nullValue()).body("participants", contains("XAB")).body("state", equalTo("SIGNED"));
        as("xaa.editor", 2).body(onRecord("XAC", "ADOPTED")).post(path + "/signatures").then().statusCode(200)
                .body("participants", contains("XAB", "XAC"));
        assertThat(rows.count("open_act where instrument = ?::uuid", id(path))).isZero();
        String hidden = recorded("LEGAL", "COALITION");
        as("coordinator", 1).body(onRecord("XAB", "SIGNED")).post(hidden + "/signatures").then().statusCode(403);
    }

    @Test
    void badStepsNameTheField() {
        String path = recorded("LEGAL", "COALITION");
        as("xab.editor", 1).body("{}").post(path + "/signatures").then().statusCode(400).body("violations.field",
                contains("kind", "person"));
        as("xab.editor", 1).body(signed(Known.actor("XAA"))).post(path + "/signatures").then().statusCode(400)
                .body("violations[0].message", containsString("is a person of XAA"));
        as("xab.editor", 1).body(signed(envoy()).replace("SIGNED", "DENOUNCED")).post(path + "/signatures").then().statusCode(400)
                .body("violations[0].field", equalTo("kind"));
        as("xab.editor", 1).body("{\"person\": \"%s\"}".formatted(envoy())).post(path + "/denunciations").then().statusCode(400)
                .body("violations.field", contains("reason"));
        as("xab.editor").body(signed(envoy())).post(path + "/signatures").then().statusCode(428);
        as("xab.editor", 7).body(signed(envoy())).post(path + "/signatures").then().statusCode(412);
        as("fra.editor", 1).body(signed(envoy())).post(path + "/signatures").then().statusCode(404);
        as("xab.reader", 1).body(signed(envoy())).post(path + "/signatures").then().statusCode(403);
        String open = recorded("LEGAL", "PUBLIC");
        as("fra.editor", 1).body(signed(Known.actor("FRA"))).post(open + "/signatures").then().statusCode(400)
                .body("violations[0].field", equalTo("party"));
    }

    @Test
    void aDenunciationWaitsForAuthorityAndThenCountsFromItsDay() {
        String path = recorded("LEGAL", "COALITION");
        UUID envoy = envoy();
        grant(envoy, KindOfAct.CONSENT_TO_BE_BOUND, id(path), Label.openToAll());
        as("xab.editor", 1).body(signed(envoy)).post(path + "/signatures").then().statusCode(200);
        String body = "{\"person\": \"%s\", \"reason\": \"r\", \"doneOn\": \"%s\"}".formatted(envoy, DAY.plusDays(30));
        as("xac.editor", 2).body(body.replace(envoy.toString(), Known.actor("XAC").toString())).post(path + "/denunciations").then()
                .statusCode(409).body("detail", containsString("XAC has neither adopted nor signed"));
        as("xab.editor", 2).body(body).post(path + "/denunciations").then().statusCode(200).body("state", equalTo("SIGNED"))
                .body("acts[1].authority", equalTo("NO")).body("acts[1].act", equalTo("TERMINATION"));
        as("xab.editor", 3).body(body).post(path + "/denunciations").then().statusCode(200).header("ETag", "\"3\"");
        grant(envoy, KindOfAct.TERMINATION, id(path), Label.openToAll());
        becomes(path, "DRAFTED");
        as("xaa.reader").get(path + "?asOf=" + DAY.plusDays(29)).then().body("state", equalTo("SIGNED"))
                .body("participants", contains("XAB")).body("acts", hasSize(1));
        as("xaa.reader").get(path).then().body("participants", empty()).body("acts", hasSize(2));
    }

    @Test
    void whatNotAllWhoSeeTheInstrumentMaySeeDoesNotCountForIt() {
        UUID envoy = envoy();
        grant(envoy, KindOfAct.CONSENT_TO_BE_BOUND, AuthorityState.EVERYTHING,
                Label.of(Release.NAMED, Series.EXERCISE, "XAB", List.of("XAC")));
        String named = recorded("xaa.editor", "XAA", "LEGAL", "{\"release\": \"NAMED\", \"parties\": [\"XAB\", \"XAC\"]}");
        as("xab.editor", 1).body(signed(envoy)).post(named + "/signatures").then().body("acts[0].authority", equalTo("NO"));
        UUID other = envoy();
        grant(other, KindOfAct.CONSENT_TO_BE_BOUND, AuthorityState.EVERYTHING,
                Label.of(Release.NAMED, Series.EXERCISE, "XAB", List.of("XAA", "XAC")));
        as("xab.editor", 2).body(signed(other)).post(named + "/signatures").then().statusCode(200)
                .body("acts[1].authority", equalTo("YES"));
        as("xaa.editor", 3).body("""
                {"kind": "AGREEMENT", "title": "On the force", "binding": "LEGAL", "place": "Amber", "gathering": "%s",
                 "sources": [{"text": "order 3"}], "label": {"release": "COALITION"}}""".formatted(GATHERING)).put(named).then()
                .statusCode(409).body("type", equalTo(PROBLEMS + "released-too-widely"))
                .body("detail", containsString("NAMED to XAA, XAC"));
    }

    @Test
    void aPersonWhoIsNotReleasedIsUndisclosed() {
        String path = recorded("POLITICAL", "COALITION");
        UUID person = known.person("XAB", Rank.MINISTER, Label.national("XAB"));
        as("xab.editor", 1).body(signed(person)).post(path + "/signatures").then().statusCode(200)
                .body("acts[0].person", equalTo(person.toString()));
        as("xaa.reader").get(path).then().body("acts[0].person.undisclosed", equalTo("NOT_RELEASED")).body("version", equalTo(2))
                .header("ETag", not(equalTo("\"2\"")));
    }

    @Test
    void everyStepIsAnEventOfTheShapeOfItsSample() throws IOException {
        String path = recorded("LEGAL", "COALITION");
        UUID envoy = envoy();
        String adopted = """
                {"kind": "AGREEMENT", "title": "On the force", "binding": "LEGAL", "place": "Amber", "gathering": "%s",
                 "adoptedOn": "2026-03-10", "sources": [{"text": "order 3"}], "label": {"release": "COALITION"}}"""
                .formatted(GATHERING);
        as("xaa.editor", 1).body(adopted).put(path).then().statusCode(200);
        as("xaa.editor", 2).body(adopted.replaceFirst("\"adoptedOn\": \"[0-9-]+\",", "")).put(path).then().statusCode(200);
        as("xaa.editor", 3).body("""
                {"status": "DRAFT", "language": "en", "day": "2026-03-02", "clauses": [{"number": "1", "text": "a"}]}""")
                .post(path + "/texts").then().statusCode(200);
        as("xaa.editor", 4).body(onRecord("XAC", "ADOPTED")).post(path + "/signatures").then().statusCode(200);
        as("xab.editor", 5).body(signed(envoy)).post(path + "/signatures").then().statusCode(200);
        grant(envoy, KindOfAct.CONSENT_TO_BE_BOUND, id(path), Label.openToAll());
        becomes(path, "SIGNED");
        String day = "{\"effectiveOn\": \"2026-%s-01\", \"source\": \"s\"}";
        as("xaa.editor", 7).body(day.formatted("04")).post(path + "/entries-into-force").then().statusCode(200);
        as("xab.editor", 8).body("{\"person\": \"%s\", \"reason\": \"r\"}".formatted(envoy)).post(path + "/denunciations").then()
                .statusCode(200);
        as("xaa.editor", 9).body(day.formatted("12")).post(path + "/terminations").then().statusCode(200);

        List<String> types = new ArrayList<>();
        List<String> states = rows.of("select state::text from change where subject = ? order by id", id(path));
        List<String> recorded = rows.of("select type from change where subject = ? order by id", id(path));
        for (int i = 0; i < states.size(); i++) {
            String type = recorded.get(i).replaceAll("org\\.surety\\.(.*)\\.v1", "$1");
            types.add(type);
            assertThat(EventSchemas.strict().faultsOfData(recorded.get(i), states.get(i))).as(type + " " + states.get(i)).isEmpty();
            if (i != 2 && i != 4) {
                assertThat(Sample.shape(Sample.json(states.get(i)))).as(type).isEqualTo(Sample.shape(sample(type)));
            }
        }
        assertThat(types).containsExactly("instrument.recorded", "instrument.amended", "instrument.amended", "instrument.worded",
                "instrument.signed", "instrument.signed", "instrument.judged", "instrument.entered", "instrument.denounced",
                "instrument.terminated");
    }

    private static JsonNode sample(String type) {
        return Sample.of(type).get("data");
    }
}
