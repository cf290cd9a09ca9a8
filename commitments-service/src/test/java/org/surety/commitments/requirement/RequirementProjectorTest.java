package org.surety.commitments.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.surety.commitments.Known;
import org.surety.commitments.RealParts;
import org.surety.commitments.Rows;
import org.surety.commitments.Sample;
import org.surety.contracts.RequirementState;
import org.surety.kit.follow.ReceivedChange;
import org.surety.kit.label.Label;
import org.surety.kit.label.SystemViewer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@RealParts
class RequirementProjectorTest {

    @Inject
    RequirementProjector projector;

    @Inject
    Known known;

    @Inject
    Rows rows;

    private void apply(List<ReceivedChange> changes) {
        SystemViewer.transaction(() -> projector.apply(changes));
    }

    private ReceivedChange version(UUID id, long version) {
        return known.change(version == 4 ? "requirement.withdrawn" : version == 1 ? "requirement.stated" : "requirement.amended",
                id.toString(), version, Label.openToAll(),
                Map.of("id", id, "series", "EXERCISE", "priority", "MULTINATIONAL_FORCE", "title",
                        "t", "unit", "unit " + version, "quantity", 1, "minimum", 1, "domain", "LAND", "withdrawn", version == 4));
    }

    private List<String> remembered(UUID id) {
        return rows.of(
                "select r.version || ' ' || r.series || ' ' || r.priority || ' ' || r.unit || ' ' || r.kinds::text || ' ' || "
                        + "r.withdrawn || ' ' || a.key from requirement_reference r join audience a on a.id = r.audience_id where r.id = ?",
                id);
    }

    @Test
    void theSampleBecomesARequirementOnceAndTwice() {
        ReceivedChange sample = Sample.received("requirement.stated");
        UUID id = UUID.fromString(sample.subject());
        RequirementState state = sample.state(RequirementState.class);
        apply(List.of(sample));
        List<String> once = remembered(id);
        assertThat(once)
                .containsExactly(sample.version() + " " + state.series() + " " + state.priority() + " " + state.unit() + " {"
                        + String.join(",", state.kinds().stream().map(Enum::name).toList()) + "} false " + sample.label().key());
        apply(List.of(sample));
        apply(List.of(sample, sample));
        assertThat(remembered(id)).isEqualTo(once);
        apply(List.of(Sample.received("requirement.withdrawn")));
        UUID withdrawn = UUID.fromString(Sample.received("requirement.withdrawn").subject());
        assertThat(rows.of("select withdrawn::text from requirement_reference where id = ?", withdrawn)).containsExactly("true");
    }

    @Test
    void theSmallestSampleIsEnough() {
        ReceivedChange smallest = Sample.received(Sample.file("requirement.stated.v1.smallest"));
        apply(List.of(smallest));
        assertThat(remembered(UUID.fromString(smallest.subject())))
                .containsExactly("1 EXERCISE MULTINATIONAL_FORCE soldiers {} false COALITION|EXERCISE|");
    }

    @Test
    void whatIsAddedLaterOrNotKnownChangesNothing() {
        UUID id = UUID.randomUUID();
        JsonNode grown = Sample.of("requirement.amended");
        ((ObjectNode) grown).put("subject", id.toString());
        ((ObjectNode) grown.get("data")).put("id", id.toString()).putArray("addedLater").add(7);
        ((ObjectNode) grown.at("/data")).put("alsoLater", "x");
        apply(List.of(Sample.received(grown)));
        List<String> end = remembered(id);
        assertThat(end).containsExactly(
                "2 EXERCISE CEASEFIRE_MONITORING observers {MONITORING,FORCE_CONTRIBUTION} false COALITION|EXERCISE|");
        apply(List.of(known.change("requirement.celebrated", id.toString(), 9, Label.openToAll(), Map.of("cake", true)),
                Sample.received("priority.amended")));
        assertThat(remembered(id)).isEqualTo(end);
    }

    @Test
    void theNewestVersionStaysWhateverTheOrderAndWithAHole() {
        UUID one = UUID.randomUUID();
        UUID two = UUID.randomUUID();
        List<ReceivedChange> changes = new ArrayList<>(List.of(version(one, 1), version(one, 2), version(one, 4), version(two, 1),
                version(two, 2), version(two, 3)));
        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(changes, new Random(seed));
            apply(changes.subList(0, 4));
            apply(changes.subList(2, 6));
        }
        apply(List.of(version(one, 3)));
        assertThat(remembered(one)).containsExactly("4 EXERCISE MULTINATIONAL_FORCE unit 4 {} true PUBLIC");
        assertThat(remembered(two)).containsExactly("3 EXERCISE MULTINATIONAL_FORCE unit 3 {} false PUBLIC");
    }
}
