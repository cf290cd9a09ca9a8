package org.surety.priorities.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.surety.priorities.requirement.SampleRequirement.observers;
import static org.surety.priorities.requirement.SampleRequirement.stated;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.contracts.PartyAttribute;
import org.surety.contracts.PartyState.Attribute;
import org.surety.kit.follow.ReceivedChange;
import org.surety.kit.label.Label;
import org.surety.priorities.As;
import org.surety.priorities.DatabaseOfTest;
import org.surety.priorities.Known;
import org.surety.priorities.RealParts;
import org.surety.priorities.Sample;
import org.surety.priorities.SettableClock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@RealParts
class PartyChangesTest {

    private static final String REMEMBERED = "select coalesce(string_agg(p::text, E'\\n' order by code), '') from party_reference p";

    private static final Attribute EUROPEAN = new Attribute(PartyAttribute.EUROPEAN, null, null, null);

    @Inject
    DatabaseOfTest database;

    @Inject
    Known known;

    @Inject
    SettableClock clock;

    @BeforeEach
    void empty() {
        database.clear();
    }

    @AfterEach
    void machineTime() {
        clock.set(null);
    }

    private List<ReceivedChange> changes() {
        return List.of(known.party("XAA", 1), known.party("XAB", 1), known.party("XAA", 2, EUROPEAN),
                known.party("XAA", 3, member("2026-01-06", "2026-05-31")), known.party("XAB", 2, EUROPEAN));
    }

    private static Attribute member(String from, String until) {
        return new Attribute(PartyAttribute.COALITION_MEMBER, LocalDate.parse(from), until == null ? null : LocalDate.parse(until),
                "declaration");
    }

    @Test
    void onceTwiceShuffledOrWithAHoleTheEndIsTheSame() {
        known.parties(changes());
        String end = database.value(REMEMBERED);
        assertThat(end).contains("XAA,3,EXERCISE,STATE").contains("2026-05-31").contains("XAB,2,EXERCISE,STATE");

        known.parties(changes());
        assertThat(database.value(REMEMBERED)).as("twice").isEqualTo(end);

        database.clear();
        changes().forEach(change -> known.parties(List.of(change)));
        assertThat(database.value(REMEMBERED)).as("one by one").isEqualTo(end);

        for (int seed = 0; seed < 5; seed++) {
            database.clear();
            List<ReceivedChange> shuffled = new ArrayList<>(changes());
            Collections.shuffle(shuffled, new Random(seed));
            shuffled.forEach(change -> known.parties(List.of(change)));
            assertThat(database.value(REMEMBERED)).as("shuffled by %d", seed).isEqualTo(end);
        }

        database.clear();
        known.parties(List.of(changes().get(0), changes().get(3), changes().get(4)));
        assertThat(database.value(REMEMBERED)).as("with a hole").isEqualTo(end);
        known.parties(List.of(changes().get(1), changes().get(2)));
        assertThat(database.value(REMEMBERED)).as("filled later").isEqualTo(end);
    }

    @Test
    void theSmallestSampleIsEnough() {
        known.parties(List.of(Sample.received(Sample.file("party.registered.v1.smallest"))));
        assertThat(database
                .value("select code || ' ' || version || ' ' || kind || ' ' || names || ' ' || attributes from party_reference"))
                .isEqualTo("XAD 1 STATE {\"en\": \"Exercise state Dune\"} []");
    }

    @Test
    void whatIsAddedLaterChangesNothing() {
        known.parties(List.of(Sample.received("party.amended")));
        String end = database.value(REMEMBERED);
        database.clear();
        JsonNode grown = Sample.of("party.amended");
        ((ObjectNode) grown.get("data")).putObject("addedLater").put("en", "x");
        ((ObjectNode) grown.at("/data/attributes/0")).put("addedLater", 7);
        known.parties(List.of(Sample.received(grown)));
        assertThat(database.value(REMEMBERED)).isEqualTo(end);
    }

    @Test
    void goldenSamplesBecomeWhatIsRemembered() {
        known.parties(List.of(Sample.received("party.registered"), Sample.received("party.amended"),
                Sample.received("party.registered")));
        assertThat(database.value("select code || ' ' || version || ' ' || series || ' ' || kind || ' ' || (names ->> 'fr') "
                + "from party_reference")).isEqualTo("XAA 2 EXERCISE STATE État d'exercice Alba");
        assertThat(Sample.json(database.value("select attributes from party_reference")))
                .isEqualTo(Sample.of("party.amended").get("data").get("attributes"));
    }

    @Test
    void whatIsNoChangeOfAPartyIsIgnored() {
        known.parties(List.of(known.change("person.recorded", UUID.randomUUID().toString(), 1, Label.openToAll(), List.of()),
                known.change("party.dissolved", "XAA", 9, Label.openToAll(), List.of())));
        assertThat(database.value(REMEMBERED)).isEmpty();
    }

    @Test
    void membershipOpensTheCoalitionsRecordsFromItsFirstToItsLastDay() {
        known.parties(changes());
        UUID coalitions = stated(observers());
        for (var expected : List.of(List.of("2026-01-05", 404), List.of("2026-01-06", 200), List.of("2026-05-31", 200),
                List.of("2026-06-01", 404))) {
            clock.set(LocalDate.parse((String) expected.get(0)));
            assertThat(As.user("xaa.reader").get("/api/v1/requirements/" + coalitions).statusCode()).as("on %s", expected.get(0))
                    .isEqualTo(expected.get(1));
            assertThat(As.user("xab.reader").get("/api/v1/requirements/" + coalitions).statusCode()).isEqualTo(404);
        }
        known.parties(List.of(known.party("XAB", 3, new Attribute(PartyAttribute.BENEFICIARY, null, null, null)),
                known.party("FRA", 1, member("2026-01-06", null))));
        assertThat(As.user("xab.reader").get("/api/v1/requirements/" + coalitions).statusCode()).as("beneficiary").isEqualTo(200);
        assertThat(As.user("fra.reader").get("/api/v1/requirements/" + coalitions).statusCode()).as("of the other series")
                .isEqualTo(404);
    }
}
