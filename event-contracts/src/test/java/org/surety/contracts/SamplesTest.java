package org.surety.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * Each golden sample is an envelope with the contract record of its type, and nothing of it is lost in reading and writing. What was once a
 * sample stays one.
 */
class SamplesTest {

    private static final Path LISTED = Sample.RESOURCES.resolve("samples.sha256");

    /** The record that a type's data is, by the first word of its short form. */
    private static final Map<String, Class<?>> CONTRACTS = Map.ofEntries(Map.entry("party", PartyState.class),
            Map.entry("group", PartyGroupState.class), Map.entry("person", PersonState.class),
            Map.entry("gathering", GatheringState.class), Map.entry("delegation", DelegationState.class),
            Map.entry("approval", ApprovalState.class), Map.entry("accreditation", AccreditationState.class),
            Map.entry("credentials", CredentialsState.class),
            Map.entry("authority", AuthorityState.class), Map.entry("priority", PriorityState.class),
            Map.entry("requirement", RequirementState.class), Map.entry("commitment", CommitmentState.class),
            Map.entry("delivery", DeliveryState.class), Map.entry("instrument", InstrumentState.class),
            Map.entry("position", PositionState.class),
            Map.entry("question", QuestionState.class),
            Map.entry("deliberation", DeliberationState.class),
            Map.entry("text", TextState.class),
            Map.entry("situation", SituationState.class),
            Map.entry("obligation", ObligationState.class),
            Map.entry("criterion", CriterionState.class),
            Map.entry("coverage", CoverageState.class),
            Map.entry("scenario", ScenarioState.class));

    private final ObjectMapper json = JsonMapper.builder().addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    @ParameterizedTest
    @MethodSource("org.surety.contracts.Sample#all")
    void everySampleIsItsContract(Sample sample) throws IOException {
        String type = sample.envelope().get("type").asText();
        assertEquals(sample.type(), type);
        Class<?> contract = CONTRACTS.get(sample.record());
        assertNotNull(contract, "no contract for " + type);
        Object state = json.treeToValue(sample.data(), contract);
        assertEquals(sample.data(), json.readTree(json.writeValueAsString(state)));
        Envelope<?> envelope = json.readValue(sample.envelope().toString(),
                json.getTypeFactory().constructParametricType(Envelope.class, contract));
        assertEquals(sample.envelope(), json.readTree(json.writeValueAsString(envelope)));
        assertTrue(List.of("/delegations", "/priorities", "/commitments").contains(envelope.source()));
    }

    @Test
    void everyRecordHasASample() {
        assertEquals(CONTRACTS.keySet().stream().sorted().toList(),
                Sample.all().stream().map(Sample::record).distinct().sorted().toList());
    }

    @Test
    void whatIsListedStaysAsItWasAndWhatIsNewIsListed() throws IOException {
        Map<String, String> listed = new TreeMap<>();
        for (String line : Files.readAllLines(LISTED)) {
            assertTrue(line.matches("[0-9a-f]{64}  samples/[a-z0-9.-]+\\.json"), line);
            assertNull(listed.put(line.substring(line.indexOf('/') + 1), line.substring(0, 64)), "listed twice: " + line);
        }
        Map<String, String> found = new TreeMap<>();
        for (Sample sample : Sample.all()) {
            found.put(sample.file(), sha256(Sample.RESOURCES.resolve("samples").resolve(sample.file())));
        }
        assertEquals(listed, found, "docs/events.md says how samples are added");
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
