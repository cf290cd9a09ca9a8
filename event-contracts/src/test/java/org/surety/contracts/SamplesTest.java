package org.surety.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Each golden sample is an envelope with the contract record of its type, and nothing of it is lost in reading and writing. */
class SamplesTest {

    private static final Path SAMPLES = Path.of("src/main/resources/samples");

    /** The record that a type's data is, by the first word of its short form. */
    private static final Map<String, Class<?>> CONTRACTS = Map.of("party", PartyState.class, "person", PersonState.class,
            "gathering",
            GatheringState.class, "delegation", DelegationState.class, "priority", PriorityState.class, "requirement",
            RequirementState.class, "commitment", CommitmentState.class);

    private final ObjectMapper json = JsonMapper.builder().addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    @TestFactory
    Stream<DynamicTest> everySampleIsItsContract() throws IOException {
        return samples().stream().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }

    @Test
    void everyRecordHasASample() throws IOException {
        List<String> records = samples().stream().map(file -> file.getFileName().toString().replaceAll("\\..*", "")).distinct()
                .sorted().toList();
        assertEquals(CONTRACTS.keySet().stream().sorted().toList(), records);
    }

    private void check(Path file) throws IOException {
        JsonNode sample = json.readTree(file.toFile());
        String type = sample.get("type").asText();
        assertEquals(Envelope.TYPE_PREFIX + file.getFileName().toString().replace(".json", ""), type);
        Class<?> contract = CONTRACTS.get(Envelope.shortType(type).replaceAll("\\..*", ""));
        assertNotNull(contract, "no contract for " + type);
        Object state = json.treeToValue(sample.get("data"), contract);
        assertEquals(sample.get("data"), json.readTree(json.writeValueAsString(state)));
        Envelope<?> envelope = json.readValue(sample.toString(),
                json.getTypeFactory().constructParametricType(Envelope.class, contract));
        assertEquals(sample, json.readTree(json.writeValueAsString(envelope)));
        assertTrue(List.of("/delegations", "/priorities", "/commitments").contains(envelope.source()));
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.sorted().toList();
        }
    }
}
