package org.surety.delegations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.surety.contracts.EventSchemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.junit.QuarkusTest;

/** Real commands make the shapes that the golden samples promise, and nothing that the schemas do not know. */
@QuarkusTest
@RealParts
class EventSamplesTest {

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void partyChangesHaveTheShapeOfTheirSamples() throws IOException {
        Map<String, Object> attribute = Map.of("attribute", "COALITION_MEMBER", "from", "2026-01-06", "source",
                "exercise order 1/2026");
        Map<String, Object> names = Map.of("en", "Exercise state", "fr", "État d'exercice");
        As.coordinator()
                .body(Map.of("code", "XTA", "kind", "STATE", "names", names, "attributes",
                        List.of(attribute, Map.of("attribute", "EUROPEAN"))))
                .post("/api/v1/parties").then().statusCode(201);
        Map<String, Object> ended = Map.of("attribute", "COALITION_MEMBER", "from", "2026-01-06", "until", "2026-12-31", "source",
                "o");
        As.coordinator().header("If-Match", "\"1\"")
                .body(Map.of("names", names, "attributes", List.of(ended, Map.of("attribute", "EUROPEAN"))))
                .put("/api/v1/parties/XTA").then().statusCode(200);
        sameShapes("XTA", "party.registered.v1", "party.amended.v1");
    }

    @Test
    void personChangesHaveTheShapeOfTheirSamples() throws IOException {
        SampleRecords.party("XAA", "COALITION_MEMBER");
        String id = SampleRecords.person("xaa.editor", "XAA", "MINISTER");
        As.user("xaa.editor").header("If-Match", "\"1\"").body(Map.of("name", "n", "rank", "HEAD_OF_GOVERNMENT"))
                .put("/api/v1/persons/" + id)
                .then().statusCode(200);
        sameShapes(id, "person.recorded.v1", "person.amended.v1");
    }

    @Test
    void gatheringChangesHaveTheShapeOfTheirSamples() throws IOException {
        SampleRecords.party("XAA", "COALITION_MEMBER");
        Map<String, Object> body = Map.of("title", "t", "place", "p", "host", "XAA", "coChairs", List.of("XAA"), "startsOn",
                "2026-03-10");
        String id = As.coordinator().body(body).post("/api/v1/gatherings").then().statusCode(201).extract().path("id");
        Map<String, Object> held = new java.util.HashMap<>(body);
        held.put("status", "HELD");
        As.coordinator().header("If-Match", "\"1\"").body(held).put("/api/v1/gatherings/" + id).then().statusCode(200);
        sameShapes(id, "gathering.planned.v1", "gathering.amended.v1");
    }

    @Test
    void delegationChangesHaveTheShapeOfTheirSamples() throws IOException {
        SampleRecords.party("XAA", "COALITION_MEMBER");
        String gathering = SampleRecords.gathering("XAA");
        String minister = SampleRecords.person("xaa.editor", "XAA", "MINISTER");
        String one = SampleRecords.person("xaa.editor", "XAA", "SPECIAL_ENVOY");
        String two = SampleRecords.person("xaa.editor", "XAA", "SPECIAL_ENVOY");
        Map<String, Object> planned = Map.of("formedOn", "2026-03-02", "plannedLevel", "LEADER", "plannedHead",
                Map.of("kind", "SINGLE", "persons", List.of(two)), "plannedMembers", List.of(one));
        Map<String, Object> formation = new HashMap<>(planned);
        formation.putAll(
                Map.of("gathering", gathering, "party", "XAA", "head", Map.of("kind", "SINGLE", "persons", List.of(minister)),
                        "members", List.of(one)));
        String id = As.user("xaa.editor").body(formation).post("/api/v1/delegations").then().statusCode(201).extract().path("id");
        Map<String, Object> amended = new HashMap<>(planned);
        amended.put("plannedLevel", "MINISTERIAL");
        As.user("xaa.editor").header("If-Match", "\"1\"").body(amended).put("/api/v1/delegations/" + id).then().statusCode(200);
        Map<String, Object> envoys = new HashMap<>(Map.of("reason", "r", "announcedBy", "h", "announcedAt", "2026-03-08T09:00:00Z",
                "head", Map.of("kind", "JOINT", "persons", List.of(one, two)), "represents", "p"));
        String restructure = As.user("xaa.editor").header("If-Match", "\"2\"").body(envoys)
                .post("/api/v1/delegations/" + id + "/restructures").then().statusCode(201).extract().path("id");
        envoys.put("announcedAt", "2026-03-07T19:00:00Z");
        As.user("xaa.editor").header("If-Match", "\"3\"")
                .body(Map.of("restructure", restructure, "corrected", envoys, "reason", "the evening before"))
                .post("/api/v1/delegations/" + id + "/corrections").then().statusCode(201);
        sameShapes(id, "delegation.formed.v1.planned", "delegation.amended.v1.planned", "delegation.restructured.v1.dated",
                "delegation.corrected.v1");
    }

    @Test
    void theLeastThatCanBeSaidKeepsTheSchemasToo() {
        As.coordinator().body(Map.of("code", "XTB", "kind", "STATE", "names", Map.of("en", "Exercise state")))
                .post("/api/v1/parties").then().statusCode(201);
        sameFields("XTB", "party.registered.v1.smallest");
        String gathering = As.coordinator().body(Map.of("title", "t", "host", "XTB", "startsOn", "2026-03-10"))
                .post("/api/v1/gatherings").then().statusCode(201).extract().path("id");
        sameFields(gathering, "gathering.planned.v1.smallest");
        SampleRecords.party("XAA", "COALITION_MEMBER");
        String delegation = As.user("xaa.editor").body(Map.of("gathering", gathering, "party", "XAA")).post("/api/v1/delegations")
                .then().statusCode(201).extract().path("id");
        sameFields(delegation, "delegation.formed.v1.undated");
        String member = SampleRecords.person("xaa.editor", "XAA", "OTHER");
        As.user("xaa.editor").header("If-Match", "\"1\"").body(Map.of("reason", "r", "members", List.of(member)))
                .post("/api/v1/delegations/" + delegation + "/restructures").then().statusCode(201);
        keepTheirSchemas(LogOfTest.changesOf(delegation));
    }

    private void sameShapes(String subject, String... samples) throws IOException {
        List<LogOfTest.Entry> changes = LogOfTest.changesOf(subject);
        assertThat(changes).extracting(LogOfTest.Entry::type)
                .containsExactly(Arrays.stream(samples).map(sample -> "org.surety." + sample.replaceFirst("(\\.v1).*", "$1"))
                        .toArray(String[]::new));
        for (int i = 0; i < samples.length; i++) {
            assertThat(shape(json.readTree(changes.get(i).state()))).as(samples[i]).isEqualTo(shape(sample(samples[i])));
        }
        keepTheirSchemas(changes);
    }

    private void sameFields(String subject, String sample) {
        List<LogOfTest.Entry> changes = LogOfTest.changesOf(subject);
        keepTheirSchemas(changes);
        assertThat(fields(tree(changes.get(0).state()))).as(sample).isEqualTo(fields(sample(sample)));
    }

    private static void keepTheirSchemas(List<LogOfTest.Entry> changes) {
        assertThat(changes).isNotEmpty().allSatisfy(
                change -> assertThat(EventSchemas.strict().faultsOfData(change.type(), change.state())).as(change.type())
                        .isEmpty());
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode sample(String name) {
        try (InputStream in = getClass().getResourceAsStream("/samples/" + name + ".json")) {
            return json.readTree(in).get("data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> fields(JsonNode node) {
        Set<String> fields = new TreeSet<>();
        node.fieldNames().forEachRemaining(fields::add);
        return fields;
    }

    /** The fields and the kinds of their values; a list is the shape of what it holds, whatever their number. */
    private static String shape(JsonNode node) {
        if (node.isObject()) {
            TreeSet<String> fields = new TreeSet<>();
            node.fields().forEachRemaining(field -> fields.add(field.getKey() + ":" + shape(field.getValue())));
            return fields.toString();
        }
        if (node.isArray()) {
            TreeSet<String> items = new TreeSet<>();
            node.forEach(item -> items.add(shape(item)));
            return "list" + (items.isEmpty() || items.stream().allMatch("STRING"::equals) ? "" : items);
        }
        return node.getNodeType().name();
    }
}
