package org.surety.delegations.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.contracts.EventSchemas;
import org.surety.delegations.As;
import org.surety.delegations.LogOfTest;
import org.surety.delegations.RealParts;
import org.surety.delegations.SampleRecords;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;

import io.quarkus.test.junit.QuarkusTest;

/** What is kept with a host makes the shapes that the golden samples promise, and nothing that the schemas do not know. */
@QuarkusTest
@RealParts
class HostingEventSamplesTest {

    private final ObjectMapper json = new ObjectMapper();

    private String delegation;
    private String person;

    @BeforeEach
    void guests() {
        SampleGuests.parties();
        person = SampleRecords.person("xaa.editor", "XAA", "MINISTER");
        delegation = SampleGuests.delegation("XAA", SampleGuests.gathering(), person);
    }

    @Test
    void accreditationChangesHaveTheShapeOfTheirSamples() throws IOException {
        String id = SampleGuests.accreditation("XAA", delegation, person);
        post("xab.editor", "/api/v1/accreditations/" + id + "/decisions", 1, Map.of("decision", "GRANTED", "reason", "r"));
        post("xaa.editor", "/api/v1/accreditations/" + id + "/withdrawals", 2, Map.of("reason", "r"));
        sameShapes(id, "accreditation.requested", "accreditation.decided", "accreditation.withdrawn");
        assertThat(LogOfTest.changesOf(id)).extracting(change -> json.readTree(change.state()).get("status").asText())
                .containsExactly("REQUESTED", "GRANTED", "WITHDRAWN");
    }

    @Test
    void credentialsChangesHaveTheShapeOfTheirSamples() throws IOException {
        String issuer = SampleRecords.person("xaa.editor", "XAA", "HEAD_OF_STATE");
        Map<String, Object> body = Map.of("delegation", delegation, "persons", List.of(person), "issuedBy", issuer, "issuedOn",
                "2026-03-01");
        String id = As.user("xaa.editor").body(body).post("/api/v1/credentials").then().statusCode(201).extract().path("id");
        post("xab.editor", "/api/v1/credentials/" + id + "/examinations", 1, Map.of("outcome", "PROVISIONAL", "reason", "r"));
        sameShapes(id, "credentials.presented", "credentials.examined");
    }

    @Test
    void theLeastThatCanBeSaidKeepsTheSchemasToo() {
        String id = SampleGuests.credentials("XAA", delegation, person);
        post("xab.editor", "/api/v1/credentials/" + id + "/examinations", 1, Map.of("outcome", "CHALLENGED"));
        As.user("xaa.editor").header("If-Match", "\"2\"").body(Map.of("persons", List.of(person), "issuedOn", "2026-03-02"))
                .put("/api/v1/credentials/" + id).then().statusCode(200);
        String refused = SampleGuests.accreditation("XAA", delegation, person);
        post("xab.editor", "/api/v1/accreditations/" + refused + "/decisions", 1, Map.of("decision", "REFUSED"));
        keepTheirSchemas(id);
        keepTheirSchemas(refused);
    }

    private void sameShapes(String subject, String... types) throws IOException {
        List<LogOfTest.Entry> changes = LogOfTest.changesOf(subject);
        assertThat(changes).extracting(LogOfTest.Entry::type)
                .containsExactly(List.of(types).stream().map(type -> "org.surety." + type + ".v1").toArray(String[]::new));
        for (int i = 0; i < types.length; i++) {
            try (InputStream sample = getClass().getResourceAsStream("/samples/" + types[i] + ".v1.json")) {
                assertThat(shape(json.readTree(changes.get(i).state()))).as(types[i])
                        .isEqualTo(shape(json.readTree(sample).get("data")));
            }
        }
        keepTheirSchemas(subject);
    }

    private static void keepTheirSchemas(String subject) {
        assertThat(LogOfTest.changesOf(subject)).isNotEmpty().allSatisfy(
                change -> assertThat(EventSchemas.strict().faultsOfData(change.type(), change.state())).as(change.type())
                        .isEmpty());
    }

    /** These states are flat: the fields and the kinds of their values. */
    private static Map<String, JsonNodeType> shape(JsonNode state) {
        Map<String, JsonNodeType> shape = new TreeMap<>();
        state.fields().forEachRemaining(field -> shape.put(field.getKey(), field.getValue().getNodeType()));
        return shape;
    }

    private static void post(String user, String act, int version, Map<String, Object> body) {
        As.user(user).header("If-Match", "\"" + version + "\"").body(body).post(act).then().statusCode(200);
    }
}
