package org.surety.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.fasterxml.jackson.databind.JsonNode;

/** What is on record of the summit of 6 January 2026 comes back out of the register as data, no more and no less. */
@ExtendWith(SuiteExtension.class)
class ParisSummitIT {
    private static final String READER = "xaj.reader";
    private static Api api;
    private static String gathering;
    private static Map<String, JsonNode> delegations;

    @BeforeAll
    static void findTheSummit(Api running) {
        api = running;
        JsonNode summit = api.list("/api/v1/gatherings?series=REAL", READER).stream()
                .filter(found -> found.path("place").asText().equals("Paris")).findFirst().orElseThrow();
        gathering = summit.path("id").asText();
        delegations = new HashMap<>();
        api.list("/api/v1/delegations?gathering=" + gathering, READER)
                .forEach(delegation -> delegations.put(delegation.path("party").asText(), delegation));
    }

    @Test
    void tallyIsThirtyFiveStatesTwentySevenOfThemAtLeaderLevelAndSixUndisclosed() {
        JsonNode states = ofKind("STATE");
        assertEquals(35, states.path("delegations").asInt());
        assertEquals("{\"LEADER\":27,\"MINISTERIAL\":1,\"ENVOY\":1}", states.path("levels").toString());
        assertEquals(6, states.path("undisclosed").asInt());
    }

    @Test
    void organisationsAreCountedBesideTheStates() {
        JsonNode organisations = ofKind("ORGANISATION");
        assertEquals(2, organisations.path("delegations").asInt());
        assertEquals("{\"LEADER\":2}", organisations.path("levels").toString());
        assertEquals(0, organisations.path("undisclosed").asInt());
    }

    @Test
    void listHasTheSameThirtySevenDelegationsWithTheSameLevels() {
        assertEquals(37, delegations.size());
        Set<String> leaders = new TreeSet<>();
        Set<String> undisclosed = new TreeSet<>();
        delegations.forEach((party, delegation) -> {
            if (delegation.path("level").asText().equals("LEADER")) {
                leaders.add(party);
            } else if (delegation.path("level").has("undisclosed")) {
                assertEquals("UNKNOWN", delegation.path("level").path("undisclosed").asText(), party);
                undisclosed.add(party);
            }
        });
        assertEquals(Set.of("ALB", "BEL", "BGR", "CAN", "CZE", "DEU", "DNK", "ESP", "EST", "FIN", "FRA", "GBR", "GRC", "HRV", "ISL",
                "ITA", "LTU", "LUX", "LVA", "NLD", "NOR", "POL", "PRT", "ROU", "SVN", "SWE", "UKR", "EU", "NATO"), leaders);
        assertEquals(Set.of("AUS", "AUT", "CYP", "IRL", "JPN", "NZL"), undisclosed);
    }

    @Test
    void filterByLevelFindsTheTwentyNineLeadersOfStatesAndOrganisations() {
        assertEquals(29, api.list("/api/v1/delegations?level=LEADER&gathering=" + gathering, READER).size());
    }

    @Test
    void unionHasThreePrincipalsAndTheAllianceASingleHead() {
        JsonNode union = delegations.get("EU").path("head");
        assertEquals("JOINT", union.path("kind").asText());
        assertEquals(List.of("Ursula von der Leyen", "Antonio Costa", "Kaja Kallas"), names(union));
        JsonNode alliance = delegations.get("NATO").path("head");
        assertEquals("SINGLE", alliance.path("kind").asText());
        assertEquals(List.of("Mark Rutte"), names(alliance));
    }

    @Test
    void unitedStatesCameWithTwoEnvoysInsteadOfTheSecretary() {
        JsonNode delegation = delegations.get("USA");
        assertEquals("ENVOY", delegation.path("level").asText());
        assertEquals("MINISTERIAL", delegation.path("plannedLevel").asText());
        assertEquals("JOINT", delegation.path("head").path("kind").asText());
        assertEquals(List.of("Steve Witkoff", "Jared Kushner"), names(delegation.path("head")));
        assertEquals("President of the United States", delegation.path("represents").asText());
    }

    @Test
    void restructureOfTheUnitedStatesKeepsWhatWasAndSaysThatTheLevelFellWithUndisclosedNotice() {
        JsonNode answer = api.get("/api/v1/delegations/" + delegations.get("USA").path("id").asText() + "/restructures", READER)
                .expect(200).json();
        assertEquals(1, answer.path("items").size());
        JsonNode restructure = answer.path("items").path(0);
        assertEquals(List.of("Marco Rubio"), names(restructure.path("from").path("head")));
        assertEquals("MINISTERIAL", restructure.path("from").path("level").asText());
        assertEquals(List.of("Steve Witkoff", "Jared Kushner"), names(restructure.path("to").path("head")));
        assertEquals("ENVOY", restructure.path("to").path("level").asText());
        assertEquals("FELL", restructure.path("levelChange").asText());
        assertEquals("UNKNOWN", restructure.path("notice").path("undisclosed").asText());
        assertTrue(restructure.path("notice").path("quantity").isMissingNode(), restructure.toString());
        assertEquals("office of the President of the French Republic", restructure.path("announcedBy").asText());
        assertEquals("engagement with Venezuela", restructure.path("reason").asText());
    }

    @Test
    void unitedStatesOfTheDayBeforeAndOfTheDay() {
        String path = "/api/v1/delegations/" + delegations.get("USA").path("id").asText();
        JsonNode before = api.get(path + "?asOf=2026-01-05", READER).expect(200).json();
        assertEquals(List.of("Marco Rubio"), names(before.path("head")));
        assertEquals("MINISTERIAL", before.path("level").asText());
        JsonNode day = api.get(path + "?asOf=2026-01-06", READER).expect(200).json();
        assertEquals(List.of("Steve Witkoff", "Jared Kushner"), names(day.path("head")));
        assertEquals("ENVOY", day.path("level").asText());
        assertEquals(1, day.path("former").size());
        // Nobody has published when it changed: the day is that of the summit, and the answer says why.
        JsonNode restructure = api.get(path + "/restructures", READER).expect(200).json().path("items").path(0);
        assertEquals("2026-01-06", restructure.path("effectiveOn").asText());
        assertEquals("GATHERING", restructure.path("effectiveBasis").asText());
        assertEquals("UNKNOWN", restructure.path("effectiveAt").path("undisclosed").asText());
        assertEquals("UNKNOWN", before.path("formedOn").path("undisclosed").asText());
        assertEquals("{\"LEADER\":27,\"MINISTERIAL\":2}", ofKind("STATE", "?asOf=2026-01-05").path("levels").toString());
    }

    @Test
    void participantsBeginWithTheHostAndEndWithTheOrganisations() {
        JsonNode all = api.get("/api/v1/gatherings/" + gathering + "/participants?limit=500", READER).expect(200).json();
        List<String> parties = new ArrayList<>();
        all.path("items").forEach(participant -> {
            String party = participant.path("party").asText();
            if (parties.isEmpty() || !parties.get(parties.size() - 1).equals(party)) {
                parties.add(party);
            }
        });
        assertEquals(37, parties.size());
        assertEquals("FRA", parties.get(0));
        assertEquals(Set.of("EU", "NATO"), Set.copyOf(parties.subList(35, 37)));
        assertEquals("Emmanuel Macron", all.path("items").path(0).path("name").asText());
    }

    @Test
    void everyDelegationHasASource() {
        delegations.forEach((party, delegation) -> assertTrue(!delegation.path("sources").isEmpty(), party));
    }

    private static JsonNode ofKind(String kind) {
        return ofKind(kind, "");
    }

    private static JsonNode ofKind(String kind, String question) {
        JsonNode tally = api.get("/api/v1/gatherings/" + gathering + "/tally" + question, READER).expect(200).json();
        assertEquals("REAL", tally.path("series").asText());
        for (JsonNode row : tally.path("kinds")) {
            if (row.path("partyKind").asText().equals(kind)) {
                return row;
            }
        }
        throw new AssertionError("no " + kind + " in " + tally);
    }

    /** Delegations name persons by id only; their names stand in one place. */
    private static List<String> names(JsonNode head) {
        List<String> names = new ArrayList<>();
        head.path("persons").forEach(
                id -> names.add(api.get("/api/v1/persons/" + id.asText(), READER).expect(200).json().path("name").asText()));
        return names;
    }
}
