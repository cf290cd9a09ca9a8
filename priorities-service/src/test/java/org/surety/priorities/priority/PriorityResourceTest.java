package org.surety.priorities.priority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.surety.contracts.EventSchemas;
import org.surety.priorities.As;
import org.surety.priorities.DatabaseOfTest;
import org.surety.priorities.LogOfTest;
import org.surety.priorities.RealParts;
import org.surety.priorities.Sample;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@RealParts
class PriorityResourceTest {

    private static final String PATH = "/api/v1/priorities";

    @Inject
    DatabaseOfTest database;

    private static RequestSpecification coordinator(int version) {
        return As.coordinator().header("If-Match", "\"" + version + "\"");
    }

    @Test
    void thereAreFiveInTheirOrder() {
        As.user("xaa.reader").get(PATH).then().statusCode(200).body("items.code",
                equalTo(List.of("CEASEFIRE_MONITORING", "ARMED_FORCES_SUPPORT", "MULTINATIONAL_FORCE",
                        "RENEWED_AGGRESSION_RESPONSE",
                        "LONG_TERM_DEFENCE_COOPERATION")))
                .body("next", nullValue());
        As.user("fra.reader").get(PATH + "/CEASEFIRE_MONITORING").then().statusCode(200).header("ETag", "\"1\"")
                .body("title", equalTo("Ceasefire monitoring mechanisms")).body("label.release", equalTo("PUBLIC"));
        As.user("fra.reader").header("If-None-Match", "\"1\"").get(PATH + "/CEASEFIRE_MONITORING").then().statusCode(304);
        As.nobody().get(PATH).then().statusCode(401);
        As.nobody().get(PATH + "/CEASEFIRE_MONITORING").then().statusCode(401);
        As.user("operator").get(PATH).then().statusCode(403);
        As.user("auditor").get(PATH + "/CEASEFIRE_MONITORING").then().statusCode(403);
    }

    @Test
    void eachEnteredTheLogWhenItWasEstablished() {
        JsonNode sample = Sample.of("priority.established");
        List<LogOfTest.Entry> log = LogOfTest.changesOf("CEASEFIRE_MONITORING");
        assertThat(log).hasSize(1);
        assertThat(log.get(0).type()).isEqualTo(sample.get("type").asText());
        assertThat(log.get(0).version()).isEqualTo(sample.get("subjectversion").asLong());
        assertThat(log.get(0).label()).isEqualTo(sample.get("label").asText());
        assertThat(log.get(0).actor()).isEqualTo("migration");
        assertThat(EventSchemas.strict().faultsOfData(log.get(0).type(), log.get(0).state())).isEmpty();
        assertThat(Sample.json(log.get(0).state())).isEqualTo(sample.get("data"));
        assertThat(database.value("select count(*) from priority_version where version = 1")).isEqualTo("5");
    }

    @Test
    void thereIsNoSixthAndNoneGoes() {
        As.coordinator().body(Map.of("title", "World peace")).post(PATH).then().statusCode(405)
                .contentType("application/problem+json")
                .body("type", equalTo("https://surety.example/problems/method-not-allowed"));
        As.coordinator().delete(PATH + "/CEASEFIRE_MONITORING").then().statusCode(405).contentType("application/problem+json")
                .body("type", equalTo("https://surety.example/problems/method-not-allowed"));
        coordinator(1).body(Map.of("title", "World peace")).put(PATH + "/WORLD_PEACE").then().statusCode(404)
                .contentType("application/problem+json");
        As.user("xaa.reader").get(PATH + "/WORLD_PEACE").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void theCoordinatorWordsThem() {
        String path = PATH + "/LONG_TERM_DEFENCE_COOPERATION";
        Map<String, Object> wording = Map.of("title", "Long-term defence cooperation", "description",
                "Agreements that outlast the ceasefire: training, production, intelligence.");
        As.coordinator().body(wording).put(path).then().statusCode(428);
        As.nobody().body(wording).put(path).then().statusCode(401);
        As.user("xaa.editor").header("If-Match", "\"1\"").body(wording).put(path).then().statusCode(403)
                .body("type", equalTo("https://surety.example/problems/not-permitted"));
        coordinator(1).body(wording).put(path).then().statusCode(200).header("ETag", "\"2\"")
                .body("title", equalTo("Long-term defence cooperation"));
        coordinator(1).body(wording).put(path).then().statusCode(412);
        coordinator(2).body(wording).put(path).then().statusCode(200).header("ETag", "\"2\"");
        coordinator(2).body(Map.of("title", " ")).put(path).then().statusCode(400).body("violations.field", hasItem("title"));
        coordinator(2).body(Map.of("title", "t", "code", "X")).put(path).then().statusCode(400).body("violations.field",
                hasItem("code"));
        coordinator(2).put(path).then().statusCode(400).contentType("application/problem+json");

        List<LogOfTest.Entry> log = LogOfTest.changesOf("LONG_TERM_DEFENCE_COOPERATION");
        JsonNode sample = Sample.of("priority.amended");
        assertThat(log).hasSize(2);
        assertThat(log.get(1).type()).isEqualTo(sample.get("type").asText());
        assertThat(log.get(1).version()).isEqualTo(sample.get("subjectversion").asLong());
        assertThat(log.get(1).changed()).containsExactly("title", "description");
        assertThat(EventSchemas.strict().faultsOfData(log.get(1).type(), log.get(1).state())).isEmpty();
        assertThat(Sample.json(log.get(1).state())).isEqualTo(sample.get("data"));
    }
}
