package org.surety.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The schemas say of each record what its Java form says: the same fields, of the same types, with the same words. */
class SchemaFilesTest {

    private static final Path SCHEMAS = Sample.RESOURCES.resolve("schemas");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Class<? extends Record>> STATES = Map.ofEntries(Map.entry("party", PartyState.class),
            Map.entry("group", PartyGroupState.class), Map.entry("person", PersonState.class),
            Map.entry("gathering", GatheringState.class), Map.entry("delegation", DelegationState.class),
            Map.entry("accreditation", AccreditationState.class), Map.entry("credentials", CredentialsState.class),
            Map.entry("authority", AuthorityState.class), Map.entry("priority", PriorityState.class),
            Map.entry("requirement", RequirementState.class), Map.entry("commitment", CommitmentState.class),
            Map.entry("approval", ApprovalState.class), Map.entry("delivery", DeliveryState.class),
            Map.entry("instrument", InstrumentState.class),
            Map.entry("position", PositionState.class),
            Map.entry("question", QuestionState.class),
            Map.entry("deliberation", DeliberationState.class),
            Map.entry("text", TextState.class),
            Map.entry("situation", SituationState.class),
            Map.entry("obligation", ObligationState.class),
            Map.entry("criterion", CriterionState.class),
            Map.entry("coverage", CoverageState.class),
            Map.entry("scenario", ScenarioState.class));
    /** The definitions that are an enum of the contracts, and that enum. */
    private static final Map<String, Class<? extends Enum<?>>> ENUMS = Map.ofEntries(Map.entry("series", Series.class),
            Map.entry("undisclosed", Undisclosed.class), Map.entry("priorityCode", PriorityCode.class),
            Map.entry("kind", Kind.class), Map.entry("instrumentKind", InstrumentKind.class),
            Map.entry("domain", Domain.class), Map.entry("basis", Basis.class), Map.entry("bindingForm", BindingForm.class),
            Map.entry("level", Level.class), Map.entry("rank", Rank.class), Map.entry("partyKind", PartyKind.class),
            Map.entry("partyAttribute", PartyAttribute.class), Map.entry("kindOfAct", KindOfAct.class),
            Map.entry("ground", Ground.class), Map.entry("office", Office.class),
            Map.entry("authorityAnswer", AuthorityAnswer.class), Map.entry("approvalKind", ApprovalKind.class),
            Map.entry("approvalEffect", ApprovalEffect.class), Map.entry("approvalStatus", ApprovalStatus.class),
            Map.entry("readinessLevel", ReadinessLevel.class), Map.entry("deliveryStage", DeliveryStage.class),

            Map.entry("caveatKind", CaveatKind.class), Map.entry("conditionKind", ConditionKind.class),
            Map.entry("valueBasis", ValueBasis.class), Map.entry("shareState", ShareState.class),
            Map.entry("triggerKind", TriggerKind.class),
            Map.entry("stance", Stance.class),
            Map.entry("questionActKind", QuestionActKind.class),
            Map.entry("deliberationStage", DeliberationStage.class),
            Map.entry("textStatus", TextStatus.class),
            Map.entry("situationKind", SituationKind.class),
            Map.entry("criterionKind", CriterionKind.class),
            Map.entry("scenarioStepKind", ScenarioStepKind.class));
    /** The definitions that are a plain Java type. */
    private static final Map<String, Class<?>> TYPES = Map.of("id", java.util.UUID.class, "partyCode", String.class, "day",
            java.time.LocalDate.class, "instant", java.time.Instant.class, "number", BigDecimal.class, "money", Money.class,
            "quantity", Quantity.class, "disclosedDay",
            DisclosedDay.class, "disclosedInstant", DisclosedInstant.class, "disclosedLevel", DisclosedLevel.class);

    @ParameterizedTest
    @ValueSource(strings = { "party", "group", "person", "gathering", "delegation", "accreditation", "credentials", "authority",
            "priority",
            "requirement", "commitment", "approval", "delivery", "instrument", "position", "question", "deliberation", "text",
            "situation", "obligation", "criterion", "coverage",
            "scenario"})
    void theFieldsOfAStateAreThoseOfItsRecord(String name) {
        JsonNode schema = schema("states/" + name + ".v1.json");
        assertEquals(STATES.get(name).getSimpleName(), schema.get("title").asText());
        sameFields(schema, schema, STATES.get(name));
    }

    @Test
    void theFieldsOfAmountsAndOfTheEnvelopeAreThoseOfTheirRecords() {
        JsonNode common = schema("common.v1.json").get("$defs");
        assertEquals(names(Money.class), names(common.get("money").get("properties")));
        assertEquals(names(Quantity.class), names(common.get("quantity").get("properties")));
        JsonNode envelope = schema("envelope.v1.json").get("properties");
        assertEquals(names(Envelope.class), names(envelope));
        Set<String> headers = names(envelope).stream().filter(name -> !Set.of("data", "datacontenttype").contains(name))
                .map(name -> Envelope.HEADER_PREFIX + name).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(headers, names(schema("headers.v1.json").get("properties")));
    }

    @Test
    void theWordsOfAnEnumAreThoseOfItsJavaForm() {
        JsonNode common = schema("common.v1.json").get("$defs");
        ENUMS.forEach((name, type) -> assertEquals(Arrays.stream(type.getEnumConstants()).map(Enum::name).toList(),
                words(common.get(name)),
                name));
        Set<String> others = new TreeSet<>(names(common));
        others.removeIf(name -> !common.get(name).has("enum") || ENUMS.containsKey(name));
        assertEquals(Set.of("source"), others, "enums that no Java form is compared with");
    }

    @Test
    void everyDefinitionIsUsedAndEveryReferenceLeadsSomewhere() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path file : files()) {
            JsonNode schema = JSON.readTree(file.toFile());
            assertEquals(EventSchemas.BASE + SCHEMAS.relativize(file), schema.get("$id").asText());
            assertEquals("https://json-schema.org/draft/2020-12/schema", schema.get("$schema").asText());
            visit(schema, node -> {
                if (node.path("$ref").isTextual()) {
                    String reference = node.get("$ref").asText();
                    int hash = reference.indexOf('#');
                    Path target = hash == 0
                            ? file
                            : file.resolveSibling(hash < 0 ? reference : reference.substring(0, hash)).normalize();
                    assertTrue(Files.exists(target), file + " refers to " + reference);
                    String pointer = hash < 0 ? "" : reference.substring(hash + 1);
                    assertFalse(read(target).at(pointer).isMissingNode(), file + " refers to " + reference);
                    used.add(SCHEMAS.relativize(target) + pointer);
                }
            });
        }
        JsonNode common = schema("common.v1.json").get("$defs");
        for (String name : names(common)) {
            assertTrue(used.contains("common.v1.json/$defs/" + name), "not used: " + name);
        }
    }

    @Test
    void theContractGrowsByAdditionsSoNoSchemaIsClosed() throws IOException {
        for (Path file : files()) {
            visit(JSON.readTree(file.toFile()), node -> {
                assertFalse(node.path("additionalProperties").isBoolean(), file.toString());
                assertFalse(node.has("unevaluatedProperties"), file.toString());
            });
        }
    }

    private static void sameFields(JsonNode file, JsonNode schema, Class<?> record) {
        JsonNode properties = schema.get("properties");
        assertEquals(names(record), names(properties), record.getSimpleName());
        Set<String> required = new TreeSet<>();
        schema.get("required").forEach(name -> required.add(name.asText()));
        assertTrue(names(record).containsAll(required), record.getSimpleName() + " requires " + required);
        for (RecordComponent component : record.getRecordComponents()) {
            String where = record.getSimpleName() + "." + component.getName();
            if (component.getType().isPrimitive()) {
                assertTrue(required.contains(component.getName()), where + " is always there");
            }
            sameType(file, properties.get(component.getName()), component, where);
        }
    }

    private static void sameType(JsonNode file, JsonNode property, RecordComponent component, String where) {
        Class<?> type = component.getType();
        String reference = property.path("$ref").asText();
        String definition = reference.substring(reference.lastIndexOf('/') + 1);
        if (reference.startsWith("#")) {
            sameFields(file, file.get("$defs").get(definition), type);
        } else if (!reference.isEmpty()) {
            assertEquals(type, ENUMS.containsKey(definition) ? ENUMS.get(definition) : TYPES.get(definition), where);
        } else if (List.class.isAssignableFrom(type)) {
            assertEquals("array", property.get("type").asText(), where);
            sameItems(file, property.get("items"), component, where);
        } else {
            String expected = type == String.class
                    ? "string"
                    : type == boolean.class || type == Boolean.class
                            ? "boolean"
                            : type == Integer.class || type == int.class ? "integer" : Map.class == type ? "object" : "none";
            assertEquals(expected, property.get("type").asText(), where);
        }
    }

    private static void sameItems(JsonNode file, JsonNode items, RecordComponent component, String where) {
        Class<?> item = (Class<?>) ((java.lang.reflect.ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
        String reference = items.get("$ref").asText();
        String definition = reference.substring(reference.lastIndexOf('/') + 1);
        if (reference.startsWith("#")) {
            sameFields(file, file.get("$defs").get(definition), item);
        } else {
            assertEquals(item, ENUMS.containsKey(definition) ? ENUMS.get(definition) : TYPES.get(definition), where);
        }
    }

    private static JsonNode schema(String name) {
        return read(SCHEMAS.resolve(name));
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(SCHEMAS)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void visit(JsonNode node, Consumer<JsonNode> visitor) {
        visitor.accept(node);
        node.forEach(child -> visit(child, visitor));
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> names(Class<?> record) {
        return Arrays.stream(record.getRecordComponents()).map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> words(JsonNode definition) {
        List<String> words = new ArrayList<>();
        definition.get("enum").forEach(word -> words.add(word.asText()));
        return words;
    }
}
