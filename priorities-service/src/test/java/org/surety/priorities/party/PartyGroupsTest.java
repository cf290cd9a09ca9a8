package org.surety.priorities.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.contracts.PartyGroupState.Member;
import org.surety.kit.actor.Actor;
import org.surety.kit.actor.OnBehalf;
import org.surety.kit.actor.Role;
import org.surety.kit.follow.ReceivedChange;
import org.surety.kit.label.Label;
import org.surety.priorities.DatabaseOfTest;
import org.surety.priorities.Known;
import org.surety.priorities.RealParts;
import org.surety.priorities.Sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

/** Which groups are remembered, and who belongs to them on a day, now and as it was known. */
@QuarkusTest
@RealParts
class PartyGroupsTest {

    private static final String REMEMBERED = "select coalesce(string_agg(g::text, E'\\n' order by id), '') from party_group_reference g";
    private static final String PAST = "select coalesce(string_agg(p::text, E'\\n' order by id, version), '') from party_group_reference_past p";

    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final Instant FORMED = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant AMENDED = Instant.parse("2026-03-02T08:00:00Z");

    @Inject
    DatabaseOfTest database;

    @Inject
    Known known;

    @Inject
    PartyGroups groups;

    private final UUID north = UUID.randomUUID();
    private final UUID south = UUID.randomUUID();

    @BeforeEach
    void empty() {
        database.clear();
    }

    private static Member member(String party) {
        return new Member(party, null, null);
    }

    private List<ReceivedChange> changes() {
        List<ReceivedChange> changes = new ArrayList<>();
        known.recordedAt(FORMED, () -> {
            changes.add(known.group(north, 1, Label.openToAll(), member("XAA")));
            changes.add(known.group(south, 1, Label.openToAll(), member("XAC")));
        });
        known.recordedAt(AMENDED, () -> {
            changes.add(known.group(north, 2, Label.openToAll(), member("XAA"), member("XAB")));
            changes.add(known.group(north, 3, Label.openToAll(), member("XAB")));
            changes.add(known.group(south, 2, Label.openToAll(), member("XAC"), member("XAD")));
        });
        return changes;
    }

    private void formedAndAmended(Label then, Label now) {
        known.recordedAt(FORMED, () -> known.groups(List.of(known.group(north, 1, then, member("XAA"), member("XAB")))));
        known.recordedAt(AMENDED, () -> known.groups(List.of(known.group(north, 2, now, member("XAB"), member("XAC")))));
    }

    /** As somebody of the party sees it. */
    private Optional<Set<String>> members(String viewer, String code, LocalDate day, Instant knownAt) {
        Actor actor = new Actor("somebody", "test", viewer, Set.of(Role.READER));
        return OnBehalf.transaction(actor, () -> groups.members(code, day, knownAt));
    }

    private Optional<Set<String>> members(String viewer, Instant knownAt) {
        return members(viewer, north.toString(), DAY, knownAt);
    }

    private static Optional<Set<String>> just(String... parties) {
        return Optional.of(Set.of(parties));
    }

    @Test
    void onceTwiceOrShuffledTheEndIsTheSame() {
        known.groups(changes());
        String end = database.value(REMEMBERED);
        String past = database.value(PAST);
        assertThat(end).contains(north + ",3,EXERCISE").contains(south + ",2,EXERCISE");
        assertThat(past.lines()).as("also what was replaced within the batch").hasSize(3);

        known.groups(changes());
        assertThat(database.value(REMEMBERED)).as("twice").isEqualTo(end);
        assertThat(database.value(PAST)).as("twice").isEqualTo(past);

        database.clear();
        changes().forEach(change -> known.groups(List.of(change)));
        assertThat(database.value(REMEMBERED)).as("one by one").isEqualTo(end);
        assertThat(database.value(PAST)).as("one by one").isEqualTo(past);

        for (int seed = 0; seed < 5; seed++) {
            database.clear();
            List<ReceivedChange> shuffled = new ArrayList<>(changes());
            Collections.shuffle(shuffled, new Random(seed));
            known.groups(shuffled);
            assertThat(database.value(REMEMBERED)).as("shuffled by %d within a batch", seed).isEqualTo(end);
        }
    }

    @Test
    void aRebuildBringsTheSameAndItsPast() {
        known.groups(changes());
        known.refilledWithGroups(changes());
        known.refilledWithGroups(changes());
        assertThat(database.value(REMEMBERED.replace("from ", "from rebuild."))).isEqualTo(database.value(REMEMBERED));
        assertThat(database.value(PAST.replace("from ", "from rebuild."))).isEqualTo(database.value(PAST)).isNotEmpty();
    }

    @Test
    void goldenSamplesBecomeWhatIsRememberedAndWhatIsAddedLaterChangesNothing() {
        JsonNode grown = Sample.of("group.amended");
        ((ObjectNode) grown.get("data")).putObject("addedLater").put("en", "x");
        ((ObjectNode) grown.at("/data/members/0")).put("addedLater", 7);
        known.groups(List.of(Sample.received("group.formed"), Sample.received(grown), Sample.received("group.formed")));
        String id = grown.get("subject").asText();
        assertThat(database
                .value("select id || ' ' || version || ' ' || series || ' ' || (names ->> 'fr') from party_group_reference"))
                .isEqualTo(id + " 2 EXERCISE Groupe d'exercice du nord");
        assertThat(members("XAD", id, LocalDate.of(2026, 3, 1), null)).isEqualTo(just("XAA", "XAB"));
        assertThat(members("XAD", id, LocalDate.of(2026, 3, 2), null)).isEqualTo(just("XAB"));
    }

    @Test
    void whatIsNoChangeOfAGroupIsIgnored() {
        known.groups(
                List.of(known.party("XAA", 1), known.change("group.dissolved", north.toString(), 9, Label.openToAll(), List.of())));
        assertThat(database.value(REMEMBERED)).isEmpty();
    }

    @Test
    void aPartyBelongsToTheGroupFromTheFirstToTheLastDayOfEachOfItsPeriods() {
        known.groups(List.of(known.group(north, 1, Label.openToAll(),
                new Member("XAA", null, LocalDate.of(2026, 1, 31)), new Member("XAA", LocalDate.of(2026, 3, 1), null),
                new Member("XAB", LocalDate.of(2026, 1, 6), LocalDate.of(2026, 2, 10)))));
        String code = north.toString();
        assertThat(members("XAD", code, LocalDate.of(2026, 1, 5), null)).isEqualTo(just("XAA"));
        assertThat(members("XAD", code, LocalDate.of(2026, 1, 6), null)).isEqualTo(just("XAA", "XAB"));
        assertThat(members("XAD", code, LocalDate.of(2026, 1, 31), null)).isEqualTo(just("XAA", "XAB"));
        assertThat(members("XAD", code, LocalDate.of(2026, 2, 1), null)).isEqualTo(just("XAB"));
        assertThat(members("XAD", code, LocalDate.of(2026, 2, 11), null)).as("all have left").isEqualTo(just());
        assertThat(members("XAD", code.toUpperCase(Locale.ROOT), LocalDate.of(2026, 3, 1), null)).isEqualTo(just("XAA"));
    }

    @Test
    void anInstantHasTheMembersThatWereKnownThen() {
        formedAndAmended(Label.openToAll(), Label.openToAll());
        assertThat(members("XAD", FORMED.minusMillis(1))).as("before it was formed").isEmpty();
        assertThat(members("XAD", FORMED)).isEqualTo(just("XAA", "XAB"));
        assertThat(members("XAD", AMENDED.minusMillis(1))).isEqualTo(just("XAA", "XAB"));
        assertThat(members("XAD", AMENDED)).isEqualTo(just("XAB", "XAC"));
        assertThat(members("XAD", null)).isEqualTo(just("XAB", "XAC"));
    }

    @Test
    void hiddenAndUnknownGroupsLookTheSame() {
        formedAndAmended(Label.national("XAB"), Label.national("XAB"));
        for (Instant knownAt : new Instant[]{ null, FORMED, AMENDED}) {
            assertThat(members("XAA", knownAt)).as("to another, at %s", knownAt).isEmpty();
            assertThat(members("XAB", knownAt)).as("to its owner, at %s", knownAt).isPresent();
            assertThat(members("XAB", UUID.randomUUID().toString(), DAY, knownAt)).as("unknown, at %s", knownAt).isEmpty();
            assertThat(members("XAB", "XAB", DAY, knownAt)).as("no id, at %s", knownAt).isEmpty();
        }
        assertThat(QuarkusTransaction.requiringNew().call(() -> groups.members(north.toString(), DAY, null))).as("to nobody")
                .isEmpty();
    }

    @Test
    void thePastIsShownWhereTheLabelThenAndTheLabelNowBothAllowIt() {
        formedAndAmended(Label.openToAll(), Label.national("XAB"));
        assertThat(members("XAA", FORMED)).as("released to fewer now").isEmpty();
        assertThat(members("XAB", FORMED)).isEqualTo(just("XAA", "XAB"));

        database.clear();
        formedAndAmended(Label.national("XAB"), Label.openToAll());
        assertThat(members("XAA", FORMED)).as("released to fewer then").isEmpty();
        assertThat(members("XAA", null)).isEqualTo(just("XAB", "XAC"));
    }
}
