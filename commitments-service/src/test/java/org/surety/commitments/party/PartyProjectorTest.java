package org.surety.commitments.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.surety.commitments.Known;
import org.surety.commitments.RealParts;
import org.surety.commitments.Rows;
import org.surety.commitments.Sample;
import org.surety.contracts.PartyAttribute;
import org.surety.contracts.PartyKind;
import org.surety.contracts.PartyState;
import org.surety.contracts.Series;
import org.surety.kit.follow.ReceivedChange;
import org.surety.kit.label.Label;
import org.surety.kit.label.SystemViewer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@RealParts
class PartyProjectorTest {

    @Inject
    PartyProjector projector;

    @Inject
    Known known;

    @Inject
    Rows rows;

    private void apply(List<ReceivedChange> changes) {
        SystemViewer.transaction(() -> projector.apply(changes));
    }

    private ReceivedChange version(String code, long version) {
        return known.change(version == 1 ? "party.registered" : "party.amended", code, version, Label.openToAll(),
                new PartyState(code, Series.EXERCISE, PartyKind.STATE, Map.of("en", "Name " + version),
                        List.of(new PartyState.Attribute(PartyAttribute.BENEFICIARY, null, null, null)), null));
    }

    /** The golden sample, of a party that no other test knows. */
    private static ReceivedChange sampleOf(String code) {
        ReceivedChange sample = Sample.received("party.registered");
        return new ReceivedChange(sample.id(), sample.type(), code, sample.version(), sample.sequence(), sample.logId(),
                sample.recordedAt(), sample.label(), ((ObjectNode) sample.data()).put("code", code));
    }

    private List<String> remembered(String code) {
        return rows.of(
                "select p.id || ' ' || p.version || ' ' || p.series || ' ' || p.name || ' ' || jsonb_array_length(p.attributes) || ' ' "
                        + "|| a.key from party_reference p join audience a on a.id = p.audience_id where p.id = ?",
                code);
    }

    @Test
    void theSampleBecomesAPartyOnceAndTwice() {
        String code = "XPS";
        ReceivedChange sample = sampleOf(code);
        PartyState state = sample.state(PartyState.class);
        apply(List.of(sample));
        List<String> once = remembered(code);
        assertThat(once).containsExactly(code + " " + sample.version() + " " + state.series() + " " + state.names().get("en") + " "
                + state.attributes().size() + " PUBLIC");
        apply(List.of(sample));
        apply(List.of(sample, sample));
        assertThat(remembered(code)).isEqualTo(once);
    }

    @Test
    void theSmallestSampleIsEnough() {
        apply(List.of(Sample.received(Sample.file("party.registered.v1.smallest"))));
        assertThat(remembered("XAD")).containsExactly("XAD 1 EXERCISE Exercise state Dune 0 PUBLIC");
    }

    @Test
    void whatIsAddedLaterChangesNothing() {
        JsonNode grown = Sample.of("party.amended");
        ((ObjectNode) grown).put("subject", "XPG");
        ((ObjectNode) grown.get("data")).put("code", "XPG").putObject("addedLater").put("en", "x");
        ((ObjectNode) grown.at("/data/attributes/0")).put("addedLater", 7);
        apply(List.of(Sample.received(grown)));
        assertThat(remembered("XPG")).containsExactly("XPG 2 EXERCISE Exercise state Alba 2 PUBLIC");
    }

    @Test
    void theNewestVersionStaysWhateverTheOrder() {
        List<ReceivedChange> changes = new ArrayList<>();
        for (long version = 1; version <= 6; version++) {
            changes.add(version("XPA", version));
            changes.add(version("XPB", version));
        }
        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(changes, new Random(seed));
            apply(changes.subList(0, 5));
            apply(changes.subList(5, 12));
            apply(changes.subList(2, 9));
        }
        assertThat(remembered("XPA")).containsExactly("XPA 6 EXERCISE Name 6 1 PUBLIC");
        assertThat(remembered("XPB")).containsExactly("XPB 6 EXERCISE Name 6 1 PUBLIC");
    }

    @Test
    void aHoleIsNoHarmBecauseEachChangeCarriesTheWholeState() {
        apply(List.of(version("XPC", 1), version("XPC", 4)));
        apply(List.of(version("XPC", 2), version("XPC", 3)));
        assertThat(remembered("XPC")).containsExactly("XPC 4 EXERCISE Name 4 1 PUBLIC");
    }

    @Test
    void whatItDoesNotKnowIsPassedOver() {
        long before = rows.count("party_reference");
        apply(List.of(known.change("party.celebrated", "XPD", 1, Label.openToAll(), Map.of("cake", true)),
                Sample.received("gathering.planned")));
        assertThat(rows.count("party_reference")).isEqualTo(before);
    }
}
