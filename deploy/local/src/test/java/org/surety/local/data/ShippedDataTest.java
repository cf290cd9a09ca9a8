package org.surety.local.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

/** The files of {@code deploy/local/data} themselves: complete, consistent, and saying of the summit what is on record. */
class ShippedDataTest {
    private static final Path FOLDER = Path.of(System.getProperty("surety.root"), "deploy", "local", "data");
    private static LoadPlan plan;

    @BeforeAll
    static void read() {
        plan = LoadPlan.read(FOLDER);
    }

    @Test
    void comesInTheOrderInWhichRecordsReferToEachOther() {
        assertEquals(
                List.of("parties-real.json", "parties-exercise.json", "paris-2026/gathering.json", "paris-2026/persons.json",
                        "paris-2026/delegations.json", "paris-2026/instruments.json", "paris-2026/positions.json",
                        "exercise/gathering.json",
                        "exercise/persons.json", "exercise/offices.json",
                        "exercise/delegations.json", "exercise/requirements.json", "exercise/deliberations.json",
                        "exercise/positions.json",
                        "exercise/questions.json",
                        "exercise/approvals.json",
                        "exercise/commitments.json", "exercise/situations.json", "exercise/scenarios.json",
                        "kiel-release-7.csv"),
                plan.steps().stream().map(LoadPlan.Step::file).toList());
    }

    @Test
    void everyFileOfTheFolderIsLoaded() throws IOException {
        Set<String> loaded = plan.steps().stream().map(LoadPlan.Step::file).collect(Collectors.toCollection(TreeSet::new));
        try (var files = Files.walk(FOLDER)) {
            Set<String> present = files.filter(Files::isRegularFile).map(file -> FOLDER.relativize(file).toString())
                    .filter(name -> !name.endsWith(".md") && !name.equals("load.json"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(present, loaded);
        }
    }

    @Test
    void parisIsThirtyFiveStatesAndTwoOrganisations() {
        Map<String, JsonNode> delegations = ofParis();
        assertEquals(35, delegations.keySet().stream().filter(ShippedDataTest::isState).count());
        assertEquals(Set.of("EU", "NATO"),
                delegations.keySet().stream().filter(party -> !isState(party)).collect(Collectors.toSet()));
    }

    @Test
    void parisIsTwentySevenStatesAtLeaderLevelAndSixOfUndisclosedLevel() {
        Map<String, JsonNode> delegations = ofParis();
        assertEquals(27,
                delegations.entrySet().stream()
                        .filter(entry -> isState(entry.getKey()) && entry.getValue().path("level").asText().equals("LEADER"))
                        .count());
        assertEquals(Set.of("AUS", "AUT", "CYP", "IRL", "JPN", "NZL"),
                delegations.entrySet().stream()
                        .filter(entry -> entry.getValue().path("level").path("undisclosed").asText().equals("UNKNOWN"))
                        .map(Map.Entry::getKey).collect(Collectors.toSet()));
    }

    @Test
    void unionCameWithThreePrincipalsAndTheAllianceWithOne() {
        assertEquals("JOINT", ofParis().get("EU").path("head").path("kind").asText());
        assertEquals(3, ofParis().get("EU").path("head").path("persons").size());
        assertEquals("SINGLE", ofParis().get("NATO").path("head").path("kind").asText());
    }

    @Test
    void unitedStatesWentFromTheSecretaryToTwoEnvoysWithoutAStatedMoment() {
        DataRecord delegation = records("paris-2026/delegations.json").stream()
                .filter(record -> record.body().path("party").asText().equals("USA")).findFirst().orElseThrow();
        assertEquals("@person/marco-rubio", delegation.body().path("head").path("persons").path(0).asText());
        JsonNode change = delegation.acts().get(0).body();
        assertEquals(List.of("@person/steve-witkoff", "@person/jared-kushner"), texts(change.path("head").path("persons")));
        assertEquals("ENVOY", change.path("level").asText());
        assertEquals("UNKNOWN", change.path("announcedAt").path("undisclosed").asText());
        assertEquals("UNKNOWN", change.path("effectiveAt").path("undisclosed").asText());
    }

    @Test
    void ofTheTwoTextsNoMoreIsSaidThanWhoseTheyAre() {
        Map<String, List<String>> parties = new HashMap<>();
        for (DataRecord instrument : records("paris-2026/instruments.json")) {
            assertTrue(!instrument.body().path("sources").isEmpty(), instrument.key());
            assertEquals("PUBLIC", instrument.body().path("label").path("release").asText());
            assertEquals("@paris-2026-01-06", instrument.body().path("gathering").asText());
            for (DataRecord.Act act : instrument.acts()) {
                assertEquals("signatures ADOPTED", act.name() + " " + act.body().path("kind").asText());
                assertTrue(!act.body().has("person") && !act.body().path("source").asText().isBlank(), instrument.key());
            }
            parties.put(instrument.body().path("kind").asText(),
                    instrument.acts().stream().map(act -> act.body().path("party").asText()).toList());
        }
        assertEquals(Map.of("DECLARATION", List.of(), "DECLARATION_OF_INTENT", List.of("FRA", "GBR", "UKR")), parties);
    }

    @Test
    void noPublishedPositionIsGivenAQuantity() {
        for (DataRecord position : records("paris-2026/positions.json")) {
            assertEquals("UNKNOWN", position.body().path("quantity").path("undisclosed").asText(), position.key());
            assertTrue(position.body().path("contributions").isEmpty(), position.key());
            assertTrue(!position.body().path("sources").isEmpty(), position.key());
        }
    }

    @Test
    void noRealStateIsSaidToHaveDecided() {
        for (DataRecord position : records("paris-2026/positions.json")) {
            assertEquals(List.of("filings"), position.acts().stream().map(DataRecord.Act::name).toList(), position.key());
        }
    }

    @Test
    void exerciseHasRequirementsAndPromisesUnderAllFivePriorities() {
        Set<String> all = Set.of("CEASEFIRE_MONITORING", "ARMED_FORCES_SUPPORT", "MULTINATIONAL_FORCE",
                "RENEWED_AGGRESSION_RESPONSE",
                "LONG_TERM_DEFENCE_COOPERATION");
        assertEquals(all, priorities("exercise/requirements.json"));
        assertEquals(all, priorities("exercise/commitments.json"));
    }

    @Test
    void everyoneWhoActsForAPartyIsOfThatParty() {
        for (DataRecord commitment : records("exercise/commitments.json")) {
            assertEquals(commitment.body().path("party").asText().toLowerCase() + ".editor", commitment.as(), commitment.key());
        }
        Map<String, String> partyOf = new HashMap<>();
        for (String file : List.of("paris-2026/persons.json", "exercise/persons.json")) {
            records(file).forEach(person -> partyOf.put("@" + person.key(), person.body().path("party").asText()));
        }
        for (String file : List.of("paris-2026/positions.json", "exercise/commitments.json")) {
            for (DataRecord commitment : records(file)) {
                commitment.acts().stream().filter(act -> act.name().equals("filings"))
                        .forEach(act -> assertEquals(commitment.body().path("party").asText(),
                                partyOf.get(act.body().path("person").asText()), commitment.key()));
            }
        }
    }

    @Test
    void whatWaitsByItsWordsHasThatTriggerAndNothingRealWaits() {
        Map<String, String> words = Map.of("once a ceasefire is in force", "CEASEFIRE_IN_FORCE", "if the attack is renewed",
                "RENEWED_ARMED_ATTACK", "the host asks for it", "HOST_REQUEST", "a breach is confirmed", "CONFIRMED_BREACH");
        Set<String> seen = new TreeSet<>();
        for (DataRecord commitment : records("exercise/commitments.json")) {
            Set<String> said = words.keySet().stream().filter(commitment.body().path("text").asText()::contains).map(words::get)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(said, new TreeSet<>(commitment.body().path("triggers").findValuesAsText("kind")), commitment.key());
            seen.addAll(said);
        }
        assertEquals(new TreeSet<>(words.values()), seen);
        assertTrue(records("paris-2026/positions.json").stream().noneMatch(position -> position.body().has("triggers")));
    }

    @Test
    void whatIsPlayedAndWhatIsAskedSayThatTheyAreOfTheExercise() {
        for (DataRecord situation : records("exercise/situations.json")) {
            assertEquals("EXERCISE true",
                    situation.body().path("series").asText() + " " + situation.body().path("exercise").asText());
            assertEquals(List.of(), situation.acts(), situation.key());
        }
        for (DataRecord scenario : records("exercise/scenarios.json")) {
            assertEquals("EXERCISE", scenario.body().path("series").asText(), scenario.key());
            assertTrue(scenario.body().path("title").asText().endsWith("Invented for the exercise"), scenario.key());
        }
    }

    @Test
    void noAuthorityIsClaimedOfARealPerson() {
        for (DataRecord office : records("exercise/offices.json")) {
            assertTrue(office.body().path("party").asText().startsWith("XA"), office.key());
        }
        for (DataRecord position : records("paris-2026/positions.json")) {
            assertTrue(position.acts().stream().noneMatch(act -> act.body().has("binding")), position.key());
        }
    }

    private static Set<String> priorities(String file) {
        return records(file).stream().map(record -> record.body().path("priority").asText()).collect(Collectors.toSet());
    }

    private static Map<String, JsonNode> ofParis() {
        Map<String, JsonNode> byParty = new HashMap<>();
        records("paris-2026/delegations.json").forEach(record -> byParty.put(record.body().path("party").asText(), record.body()));
        return byParty;
    }

    private static boolean isState(String party) {
        return records("parties-real.json").stream().filter(record -> record.key().equals(party))
                .anyMatch(record -> record.body().path("kind").asText().equals("STATE"));
    }

    private static List<DataRecord> records(String file) {
        return plan.steps().stream().filter(step -> step.file().equals(file)).map(LoadPlan.Records.class::cast).findFirst()
                .orElseThrow()
                .records();
    }

    private static List<String> texts(JsonNode array) {
        return IntStream.range(0, array.size()).mapToObj(i -> array.get(i).asText()).toList();
    }
}
