package org.surety.delegations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.contracts.EventSchemas;
import org.surety.delegations.grant.SampleGrants;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.junit.QuarkusTest;

/** Real grants make the shapes that the golden samples promise, with their resolved periods, and nothing that the schemas do not know. */
@QuarkusTest
@RealParts
class GrantEventSamplesTest {

    private final ObjectMapper json = new ObjectMapper();

    private String minister;
    private String envoy;

    @BeforeEach
    void persons() {
        SampleRecords.party("XAA", "COALITION_MEMBER");
        minister = SampleRecords.person("xaa.editor", "XAA", "MINISTER");
        envoy = SampleRecords.person("xaa.editor", "XAA", "SPECIAL_ENVOY");
    }

    @Test
    void powersThatAreGrantedCorrectedAndRevoked() throws IOException {
        SampleGrants.office("xaa.editor", "XAA", minister, "FOREIGN_MINISTER");
        Map<String, Object> said = SampleGrants.with(SampleGrants.with(
                SampleGrants.powers("XAA", envoy, "CONSENT_TO_BE_BOUND", minister), "scope", "MULTINATIONAL_FORCE"), "from",
                "2026-03-01");
        String id = SampleGrants.grant("xaa.editor", "full-powers", said);
        As.user("xaa.editor").header("If-Match", "\"1\"")
                .body(SampleGrants.without(SampleGrants.with(said, "until", "2026-06-30"), "party", "person"))
                .put("/api/v1/full-powers/" + id).then().statusCode(200);
        As.user("xaa.editor").header("If-Match", "\"2\"").body(Map.of("revokedOn", "2026-05-01", "reason", "recalled"))
                .post("/api/v1/full-powers/" + id + "/revocations").then().statusCode(200);
        List<LogOfTest.Entry> changes = LogOfTest.changesOf(id);
        assertThat(changes).hasSize(3);
        likeTheSample(changes.get(0), "authority.granted.v1", id, envoy);
        likeTheSample(changes.get(1), "authority.amended.v1", id, envoy);
        likeTheSample(changes.get(2), "authority.revoked.v1", id, envoy);
    }

    @Test
    void anOfficeWithoutEnd() throws IOException {
        String id = SampleGrants.grant("xaa.editor", "offices",
                Map.of("party", "XAA", "person", minister, "office", "FOREIGN_MINISTER", "from", "2025-05-06"));
        likeTheSample(LogOfTest.changesOf(id).get(0), "authority.granted.v1.office", id, minister);
    }

    @Test
    void theOtherGroundsKeepTheSchemaToo() {
        SampleGrants.office("xaa.editor", "XAA", minister, "FOREIGN_MINISTER");
        String practice = SampleGrants.grant("xaa.editor", "accepted-practices",
                Map.of("party", "XAA", "person", envoy, "act", "ADOPTION_OF_TEXT", "from", "2026-01-01"));
        String confirmation = SampleGrants.grant("xaa.editor", "confirmations", SampleGrants.with(
                SampleGrants.with(SampleGrants.powers("XAA", envoy, "TERMINATION", minister), "until", "2026-01-31"), "issuedOn",
                "2026-02-01"));
        for (String id : List.of(practice, confirmation)) {
            LogOfTest.Entry change = LogOfTest.changesOf(id).get(0);
            assertThat(EventSchemas.strict().faultsOfData(change.type(), change.state())).isEmpty();
        }
    }

    /** The same fields with the same values, but for the ids of the record and the person. */
    private void likeTheSample(LogOfTest.Entry change, String sample, String id, String person) throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/samples/" + sample + ".json")) {
            JsonNode envelope = json.readTree(in);
            Map<String, String> expected = fields(envelope.get("data"));
            expected.put("id", id);
            expected.put("person", person);
            assertThat(change.type()).isEqualTo(envelope.get("type").textValue());
            assertThat(fields(json.readTree(change.state()))).as(sample).isEqualTo(expected);
        }
        assertThat(EventSchemas.strict().faultsOfData(change.type(), change.state())).isEmpty();
    }

    private static Map<String, String> fields(JsonNode state) {
        Map<String, String> fields = new TreeMap<>();
        for (Iterator<Map.Entry<String, JsonNode>> all = state.fields(); all.hasNext();) {
            Map.Entry<String, JsonNode> field = all.next();
            fields.put(field.getKey(), field.getValue().textValue());
        }
        return fields;
    }
}
