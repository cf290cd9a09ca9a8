package org.surety.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The golden samples keep the schemas, and what is broken in one place does not. */
class EventSchemasTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final EventSchemas PUBLISHED = EventSchemas.asPublished();
    private static final EventSchemas STRICT = EventSchemas.strict();

    @ParameterizedTest
    @MethodSource("org.surety.contracts.Sample#all")
    void everySampleKeepsTheSchemaOfItsType(Sample sample) {
        assertEquals(List.of(), PUBLISHED.faultsOfEnvelope(sample.envelope()));
        assertEquals(List.of(), STRICT.faultsOfEnvelope(sample.envelope()));
    }

    @ParameterizedTest
    @MethodSource("org.surety.contracts.Sample#all")
    void aFieldOfAnotherTypeIsRefused(Sample sample) {
        sample.data().fieldNames().forEachRemaining(field -> {
            ObjectNode broken = sample.data().deepCopy();
            JsonNode value = broken.get(field);
            broken.set(field,
                    value.isBoolean() ? JsonNodeFactory.instance.textNode("no") : JsonNodeFactory.instance.booleanNode(true));
            assertFalse(PUBLISHED.faultsOfData(sample.type(), broken).isEmpty(), field);
            broken.putNull(field);
            assertFalse(PUBLISHED.faultsOfData(sample.type(), broken).isEmpty(), field + " null");
        });
    }

    @ParameterizedTest
    @MethodSource("org.surety.contracts.Sample#all")
    void anAdditionPassesForConsumersAndNotForProducers(Sample sample) {
        for (List<String> place : objects(sample.data())) {
            ObjectNode grown = sample.data().deepCopy();
            ObjectNode object = (ObjectNode) grown.at(String.join("", place));
            object.put("addedLater", "x");
            assertEquals(List.of(), PUBLISHED.faultsOfData(sample.type(), grown).stream()
                    .filter(fault -> !place.equals(List.of("/names"))).toList());
            assertFalse(STRICT.faultsOfData(sample.type(), grown).isEmpty(), place.toString());
        }
    }

    /** Where there are objects: the whole, and those one step below. */
    private static List<List<String>> objects(JsonNode data) {
        List<List<String>> places = new ArrayList<>(List.of(List.of()));
        data.fields().forEachRemaining(field -> {
            if (field.getValue().isObject()) {
                places.add(List.of("/" + field.getKey()));
            } else if (field.getValue().path(0).isObject()) {
                places.add(List.of("/" + field.getKey(), "/0"));
            }
        });
        return places;
    }

    @Test
    void nothingCanBeLeftOutOfTheSmallestSamples() {
        List<Sample> smallest = Sample.all().stream().filter(Sample::isSmallest).toList();
        assertEquals(
                List.of("commitment", "delegation", "gathering", "instrument", "party", "position", "requirement", "scenario",
                        "situation"),
                smallest.stream().map(Sample::record).toList());
        for (Sample sample : smallest) {
            for (String field : required(sample)) {
                assertFalse(PUBLISHED.faultsOfData(sample.type(), ((ObjectNode) sample.data().deepCopy()).without(field)).isEmpty(),
                        sample + " without " + field);
            }
            assertFalse(sample.envelope().has("traceparent"));
        }
    }

    private static List<String> required(Sample sample) {
        List<String> fields = new ArrayList<>();
        sample.data().fieldNames().forEachRemaining(fields::add);
        return fields;
    }

    @Test
    void theStepsOfALifeAreToldByWhatTheyMustSay() {
        refused("commitment.decided", "commitment.filed");
        refused("commitment.withdrawn", "commitment.decided");
        refused("commitment.filed", "commitment.withdrawn");
        refused("commitment.readiness-stated", "commitment.withdrawn");
        refused("delivery.stated", "delivery.confirmed");
        refused("delivery.moved", "delivery.stated");
        refused("delivery.confirmed", "delivery.moved");
        refused("delivery.withdrawn", "delivery.corrected");
        refused("requirement.withdrawn", "requirement.amended");
        refused("requirement.stated", "requirement.withdrawn");
        refused("position.withdrawn", "position.amended");
        refused("position.stated", "position.withdrawn");
        refused("question.raised", "question.resolved");
        refused("question.resolved", "question.reopened");
        refused("question.reopened", "question.raised");
        refused("instrument.signed", "instrument.recorded");
        refused("instrument.denounced", "instrument.signed");
        refused("instrument.worded", "instrument.recorded");
        refused("instrument.entered", "instrument.signed");
        refused("instrument.terminated", "instrument.entered");
        refused("obligation.done", "obligation.reported-ready");
        refused("obligation.reported-ready", "obligation.acknowledged");
        refused("situation.determined", "situation.confirmed");
        refused("situation.confirmed", "situation.proposed");
        refused("situation.contested", "situation.determined");
        refused("situation.rescission-proposed", "situation.rescinded");
        refused("situation.rescinded", "situation.rescission-proposed");
        refused("delegation.restructured", "delegation.amended");
        refused("delegation.amended", "delegation.restructured");
    }

    /** The data of one type is not data of the other. */
    private static void refused(String type, String other) {
        JsonNode data = Sample.all().stream().filter(sample -> sample.file().equals(other + ".v1.json")).findFirst().orElseThrow()
                .data();
        assertFalse(PUBLISHED.faultsOfData("org.surety." + type + ".v1", data).isEmpty(), other + " as " + type);
    }

    @Test
    void wordsNumbersAndDaysAreHeldToTheirForm() {
        broken("commitment.filed", "/money", "{\"amount\": \"1E+3\", \"currency\": \"EUR\"}");
        broken("commitment.filed", "/money", "{\"amount\": 12.5, \"currency\": \"EUR\"}");
        broken("commitment.filed", "/money", "{\"amount\": \"12.5\"}");
        broken("commitment.filed", "/money", "{\"amount\": \"1\", \"currency\": \"EUR\", \"undisclosed\": \"UNKNOWN\"}");
        broken("commitment.filed", "/quantity", "{\"quantity\": -1, \"unit\": \"soldiers\"}");
        broken("commitment.filed", "/quantity", "{\"unit\": \"soldiers\"}");
        broken("commitment.filed", "/contributions/0", "{\"requirement\": \"0f6d1c2e-5a3b-4c8d-9e7f-1a2b3c4d5e6f\"}");
        broken("commitment.filed", "/announcedOn", "{\"undisclosed\": \"SECRET\"}");
        broken("commitment.filed", "/announcedOn", "\"2026-02-30\"");
        broken("commitment.filed", "/id", "\"seven\"");
        broken("commitment.filed", "/kind", "\"PRAYER\"");
        broken("delegation.restructured", "/heads", "[]");
        broken("delegation.restructured", "/restructure/announcedAt", "\"2026-03-08T09:00:00+01:00\"");
        broken("delivery.stated", "/quantity", "{\"unit\": \"soldiers\"}");
        broken("delivery.stated", "/steps", "[]");
        broken("delivery.confirmed", "/claim/day", "\"yesterday\"");
        broken("commitment.readiness-stated", "/readiness/1/noticeDays", "366");
        broken("party.amended", "/names", "{\"fr\": \"Alba\"}");
    }

    @Test
    void aTriggerHasADayWhereItIsADateAndNowhereElse() {
        String dormant = "commitment.amended.v1.dormant";
        broken(dormant, "/triggers/0", "{\"kind\": \"CEASEFIRE_IN_FORCE\", \"day\": \"2027-01-01\"}");
        broken(dormant, "/triggers/1", "{\"kind\": \"DATE\"}");
        broken(dormant, "/triggers/1", "{\"day\": \"2027-01-01\"}");
        broken(dormant, "/triggers/0/kind", "\"FULL_MOON\"");
        broken(dormant, "/triggers", "[]");
    }

    /** @param type the short form of a type, or the name of a further sample of one. */
    private static void broken(String type, String pointer, String value) {
        String name = type.contains(".v1") ? type : type + ".v1";
        Sample sample = Sample.all().stream().filter(one -> one.file().equals(name + ".json")).findFirst().orElseThrow();
        JsonNode data = sample.data();
        JsonNode broken = data.deepCopy();
        int last = pointer.lastIndexOf('/');
        JsonNode parent = broken.at(pointer.substring(0, last));
        assertTrue(!data.at(pointer).isMissingNode(), pointer);
        try {
            JsonNode put = JSON.readTree(value);
            if (parent instanceof ObjectNode object) {
                object.set(pointer.substring(last + 1), put);
            } else {
                ((com.fasterxml.jackson.databind.node.ArrayNode) parent).set(Integer.parseInt(pointer.substring(last + 1)), put);
            }
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
        assertFalse(PUBLISHED.faultsOfData(sample.type(), broken).isEmpty(), pointer + " " + value);
    }

    @Test
    void theEnvelopeNamesWhatEveryChangeHas() {
        Sample sample = Sample.all().get(0);
        for (String attribute : List.of("specversion", "id", "source", "type", "subject", "datacontenttype", "sequence", "logid",
                "subjectversion", "recordedat", "label", "data")) {
            assertFalse(PUBLISHED.faultsOfEnvelope(((ObjectNode) sample.envelope().deepCopy()).without(attribute)).isEmpty(),
                    attribute);
        }
        ObjectNode withheld = sample.envelope().deepCopy();
        withheld.put("type", Envelope.WITHHELD).put("subjectversion", 0);
        assertFalse(PUBLISHED.faultsOfEnvelope(withheld).isEmpty(), "a withheld change that tells");
        withheld.remove(List.of("label", "datacontenttype", "data"));
        assertEquals(List.of(), STRICT.faultsOfEnvelope(withheld));
        assertThrows(RuntimeException.class, () -> PUBLISHED.faultsOfData("org.surety.party.celebrated.v1", "{}"));
    }

    @Test
    void headersAreTheEnvelopeWithoutTheData() {
        ObjectNode headers = headers(Sample.all().get(0).envelope());
        assertEquals(List.of(), STRICT.faultsOfHeaders(headers));
        assertFalse(STRICT.faultsOfHeaders(headers.deepCopy().put("cloudEvents:colour", "red")).isEmpty());
        assertFalse(PUBLISHED.faultsOfHeaders(headers.deepCopy().put("cloudEvents:sequence", "44")).isEmpty());
        assertFalse(PUBLISHED.faultsOfHeaders(headers.deepCopy().put("cloudEvents:label", "EVERYBODY")).isEmpty());
        assertFalse(PUBLISHED.faultsOfHeaders(headers.deepCopy().without("cloudEvents:label")).isEmpty());
        ObjectNode withheld = headers.deepCopy().put("cloudEvents:type", Envelope.WITHHELD).put("cloudEvents:subjectversion", 0);
        assertFalse(PUBLISHED.faultsOfHeaders(withheld).isEmpty(), "a withheld change with a label");
        assertEquals(List.of(), STRICT.faultsOfHeaders(withheld.without("cloudEvents:label")));
    }

    private static ObjectNode headers(JsonNode envelope) {
        ObjectNode headers = JSON.createObjectNode();
        envelope.fields().forEachRemaining(field -> {
            if (!List.of("data", "datacontenttype").contains(field.getKey())) {
                headers.set(Envelope.HEADER_PREFIX + field.getKey(), field.getValue());
            }
        });
        return headers;
    }
}
