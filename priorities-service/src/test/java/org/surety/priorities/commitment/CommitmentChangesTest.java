package org.surety.priorities.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.contracts.CommitmentState.Contribution;
import org.surety.contracts.Kind;
import org.surety.contracts.Money;
import org.surety.contracts.Series;
import org.surety.kit.follow.ReceivedChange;
import org.surety.kit.label.Label;
import org.surety.kit.label.Release;
import org.surety.priorities.DatabaseOfTest;
import org.surety.priorities.Known;
import org.surety.priorities.RealParts;
import org.surety.priorities.Sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@RealParts
class CommitmentChangesTest {

    private static final String REMEMBERED = "select coalesce(string_agg(c::text, E'\\n' order by id), '') from commitment_reference c";
    private static final String PAST = "select coalesce(string_agg(p::text, E'\\n' order by id, version), '') from commitment_reference_past p";
    private static final String COVERAGE = "select coalesce(string_agg(c::text, E'\\n' order by c::text), '') from coverage_delta c";
    private static final String TOTALS = "select coalesce(string_agg(t::text, E'\\n' order by t::text), '') from earlier_support_total t";

    /** By requirement, of which the last digits tell enough, and day. */
    private static final String BY_DAY = "select string_agg(concat_ws(' ', right(requirement_id::text, 6), what, day, quantity, commitments, "
            + "undisclosed), E'\\n' order by requirement_id, day, what) from coverage_delta "
            + "where what in ('PLEDGED', 'COMMITTED')";

    private static final UUID LAND = UUID.randomUUID();

    @Inject
    DatabaseOfTest database;

    @Inject
    Known known;

    @BeforeEach
    void empty() {
        database.clear();
    }

    /** Two commitments and one piece of aid: contributed, decided, released further, withdrawn. */
    private static List<SampleCommitment> story() {
        SampleCommitment first = SampleCommitment.of("XAA");
        SampleCommitment contributed = first.contributing(LAND, "300");
        SampleCommitment released = contributed.released(Label.of(Release.COALITION, Series.EXERCISE, "XAA", List.of()));
        SampleCommitment decided = released.decided(LocalDate.of(2026, 4, 2), null);
        SampleCommitment second = SampleCommitment.of("XAB").contributing(LAND, "20");
        SampleCommitment aid = SampleCommitment.earlier("XAB", "MILITARY", Kind.WEAPONRY, Money.of("12.345", "EUR"));
        SampleCommitment more = SampleCommitment.earlier("XAB", "MILITARY", Kind.WEAPONRY, Money.of("1", "EUR"));
        return List.of(first, second, contributed, aid, released, second.withdrawn(), more, decided, more.withdrawn());
    }

    private List<String> state() {
        return List.of(database.value(REMEMBERED), database.value(COVERAGE), database.value(TOTALS));
    }

    /** The same of the generation that a rebuild fills. */
    private List<String> secondGeneration() {
        return List.of(database.value(REMEMBERED.replace("from ", "from rebuild.")),
                database.value(COVERAGE.replace("from ", "from rebuild.")),
                database.value(TOTALS.replace("from ", "from rebuild.")));
    }

    @Test
    void onceTwiceShuffledOrWithAHoleTheEndIsTheSame() {
        List<SampleCommitment> story = story();
        known.commitments(story);
        List<String> end = state();
        String past = database.value(PAST);
        assertThat(past.lines()).hasSize(5);
        assertThat(end.get(0).lines()).hasSize(4);
        assertThat(end.get(1).lines().map(line -> line.replaceAll(",[0-9]+,,(2026)", ",$1"))).containsExactly(
                "(EXERCISE," + LAND + ",,XAA,COMMITTED,,2026-04-02,300,1,0)",
                "(EXERCISE," + LAND + ",,XAA,NOT_DECIDED,,2026-01-06,300,1,0)",
                "(EXERCISE," + LAND + ",,XAA,NOT_DECIDED,,2026-04-02,-300,-1,0)",
                "(EXERCISE," + LAND + ",,XAA,PLEDGED,,2026-01-06,300,1,0)",
                "(EXERCISE," + LAND + ",,XAA,READINESS_NOT_STATED,,2026-04-02,300,1,0)");
        assertThat(end.get(2)).matches("\\(EXERCISE,XAB,MILITARY,WEAPONRY,[0-9]+,1,12.345,0,\\)");

        known.commitments(story);
        assertThat(state()).as("twice").isEqualTo(end);

        database.clear();
        story.forEach(known::commitments);
        assertThat(state()).as("one by one").isEqualTo(end);
        assertThat(database.value(PAST)).as("what was known in between").isEqualTo(past);
        story.forEach(known::commitments);
        assertThat(state()).as("one by one again").isEqualTo(end);

        for (int seed = 0; seed < 5; seed++) {
            database.clear();
            List<SampleCommitment> shuffled = new ArrayList<>(story);
            Collections.shuffle(shuffled, new Random(seed));
            shuffled.forEach(known::commitments);
            assertThat(state()).as("shuffled by %d", seed).isEqualTo(end);
        }

        database.clear();
        known.commitments(
                story.stream().filter(change -> change.version() != 2 || change.type().equals("commitment.withdrawn")).toList());
        assertThat(state().get(1)).as("with a hole").isEqualTo(end.get(1));
        story.forEach(known::commitments);
        assertThat(state()).as("filled later").isEqualTo(end);
    }

    @Test
    void refilledAndCompletedTheEndIsTheSame() {
        List<SampleCommitment> story = story();
        known.commitments(story);
        List<String> end = state();

        known.refilled(List.of(story));
        assertThat(secondGeneration()).as("at once").isEqualTo(end);
        assertThat(database.value(PAST.replace("from ", "from rebuild."))).isEqualTo(database.value(PAST));
        known.refilled(List.of(story, story));
        assertThat(secondGeneration()).as("twice, and completed again").isEqualTo(end);
        for (int seed = 0; seed < 5; seed++) {
            database.clear();
            List<SampleCommitment> shuffled = new ArrayList<>(story);
            Collections.shuffle(shuffled, new Random(seed));
            known.refilled(shuffled.stream().map(List::of).toList());
            assertThat(secondGeneration()).as("one by one, shuffled by %d", seed).isEqualTo(end);
        }
        assertThat(state()).as("the first generation").containsExactly("", "", "");
    }

    @Test
    void whatIsRefilledAfterAHoleIsCompletedToo() {
        List<SampleCommitment> story = story();
        List<SampleCommitment> holed = story.stream()
                .filter(change -> change.version() != 2 || change.type().equals("commitment.withdrawn")).toList();
        known.commitments(holed);
        known.refilled(List.of(holed));
        assertThat(secondGeneration()).isEqualTo(state());
    }

    @Test
    void theSmallestSampleIsEnough() {
        known.received(List.of(Sample.received(Sample.file("commitment.filed.v1.smallest"))));
        assertThat(database
                .value("select party || ' ' || version || ' ' || state || ' ' || kind || ' ' || basis from commitment_reference"))
                .isEqualTo("XAD 2 FILED SANCTIONS GUARANTEE");
        assertThat(state().subList(1, 3)).containsExactly("", "");
    }

    @Test
    void whatIsAddedLaterChangesNothing() {
        known.received(List.of(Sample.received("commitment.decided")));
        List<String> end = state();
        database.clear();
        JsonNode grown = Sample.of("commitment.decided");
        for (String place : List.of("/data", "/data/quantity", "/data/contributions/0", "/data/decision")) {
            ((ObjectNode) grown.at(place)).putArray("addedLater").add(7);
        }
        known.received(List.of(Sample.received(grown)));
        assertThat(state()).isEqualTo(end);
    }

    @Test
    void samplesInAnyOrderAndRepeatedEndTheSame() {
        List<ReceivedChange> samples = new ArrayList<>(Stream.of("filed", "amended", "decided", "imported", "withdrawn", "judged")
                .map(act -> Sample.received("commitment." + act)).toList());
        known.received(samples);
        List<String> end = state();
        for (int seed = 0; seed < 5; seed++) {
            database.clear();
            Collections.shuffle(samples, new Random(seed));
            samples.forEach(change -> known.received(List.of(change)));
            known.received(samples);
            assertThat(state()).as("shuffled by %d", seed).isEqualTo(end);
        }
    }

    @Test
    void goldenSamplesBecomeCoverageAndTotals() {
        List<ReceivedChange> samples = Stream.of("filed", "amended", "decided", "imported", "withdrawn")
                .map(act -> Sample.received("commitment." + act)).toList();

        known.received(samples.subList(0, 4));
        assertThat(database.value(
                "select string_agg(party || ' ' || version || ' ' || state || ' ' || coalesce(euro::text, euro_undisclosed), "
                        + "', ' order by party) from commitment_reference"))
                .isEqualTo("EST 1 FILED 1423.2534, XAA 4 FILED UNKNOWN");
        assertThat(database.value(BY_DAY)).isEqualTo("""
                4d5e6f PLEDGED 2026-03-11 3600 1 0
                4d5e6f COMMITTED 2026-04-01 3600 1 0
                4d5e6f COMMITTED 2028-03-01 -3600 -1 0
                4d5e6f PLEDGED 2028-03-01 -3600 -1 0
                4d5e70 PLEDGED 2026-03-11 0 1 1
                4d5e70 COMMITTED 2026-04-01 0 1 1
                4d5e70 COMMITTED 2028-03-01 0 -1 -1
                4d5e70 PLEDGED 2028-03-01 0 -1 -1""");
        assertThat(database
                .value("select party || ' ' || category || ' ' || kind || ' ' || commitments || ' ' || euro || ' ' || undisclosed "
                        + "from earlier_support_total"))
                .isEqualTo("EST MILITARY WEAPONRY 1 1423.2534 0");

        known.received(samples.subList(4, 5));
        assertThat(database.value(COVERAGE)).isEmpty();
        assertThat(database.value(TOTALS)).isNotEmpty();
    }

    @Test
    void whatIsNoKnownChangeOfACommitmentIsIgnored() {
        known.received(List.of(
                known.change("commitment.delivered", UUID.randomUUID().toString(), 1, Label.openToAll(), List.of()),
                known.change("instrument.adopted", UUID.randomUUID().toString(), 1, Label.openToAll(), List.of())));
        assertThat(state()).containsExactly("", "", "");
    }

    @Test
    void contributionWithoutAQuantityOrAReasonIsUnknownAndNotNothing() {
        known.commitments(SampleCommitment.of("XAA").contributing(new Contribution(LAND, null, null)));
        assertThat(database
                .value("select quantity || '|' || commitments || '|' || undisclosed from coverage_delta where what = 'PLEDGED'"))
                .isEqualTo("0|1|1");
    }

    @Test
    void coverageNotesTheDayAfterTheLastOne() {
        known.commitments(
                SampleCommitment.of("XAA").contributing(LAND, "3").during(LocalDate.of(2026, 3, 1), LocalDate.of(2028, 2, 29)),
                SampleCommitment.of("XAB").contributing(LAND, "5").during(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 2, 28)));
        assertThat(database
                .value("select string_agg(day || ':' || quantity || ':' || commitments, ' ' order by day) from coverage_delta where what = 'PLEDGED'"))
                .isEqualTo("2026-03-01:3:1 2028-03-01:-3:-1");
    }
}
