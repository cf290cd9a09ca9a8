package org.surety.drills.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.surety.drills.check.Damage.Kind.DOUBLED;
import static org.surety.drills.check.Damage.Kind.LOST;
import static org.surety.drills.check.Damage.Kind.OUT_OF_ORDER;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.drills.check.Damage.Kind;
import org.surety.drills.check.Evidence.Change;
import org.surety.drills.check.Evidence.Command;
import org.surety.drills.check.Evidence.Follower;
import org.surety.drills.check.Evidence.OwnerLog;
import org.surety.drills.check.Evidence.Projection;
import org.surety.drills.check.Evidence.Row;
import org.surety.drills.check.Evidence.Sums;
import org.surety.drills.load.LogLine;
import org.surety.drills.load.Outcome;

/** The checker finds each kind of damage: every test takes sound evidence and spoils one thing in it. */
class CheckerTest {
    private static final String TYPE = "org.surety.party.amended.v1";
    private static final UUID LOG = UUID.nameUUIDFromBytes(new byte[]{ 9});
    private final Map<String, Command> commands = new LinkedHashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final Map<String, Long> records = new HashMap<>(Map.of("a", 2L, "b", 1L));
    private final Map<String, List<String>> created = new HashMap<>(Map.of("k1", List.of("a"), "k2", List.of("b")));
    private final Map<String, Row> effects = new HashMap<>(Map.of("a", new Row(2, "A2"), "b", new Row(1, "B1")));
    private final Map<String, String> sums = new HashMap<>(Map.of("x", "10/1/0"));
    private final Set<UUID> parked = new java.util.HashSet<>();
    private long head = 3;
    private long watermark = 3;

    @BeforeEach
    void soundEvidence() {
        acknowledge("k1", "a", 1, false);
        acknowledge("k2", "b", 1, true);
        acknowledge("k3", "a", 2, false);
        changes.add(change(1, "a", 1));
        changes.add(change(2, "b", 1));
        changes.add(change(3, "a", 2));
    }

    @Test
    void soundEvidenceIsSound() {
        assertEquals(List.of(), Checker.damages(evidence()));
        Checker.Numbers numbers = new Checker(Set.of()).check(evidence(), "drill");
        assertEquals(new Checker.Numbers(3, 3, 0, 1, List.of()), numbers);
    }

    @Test
    void missingChange() {
        changes.remove(2);
        head = 2;
        watermark = 2;
        assertDamages(Map.of(LOST, 2L));
    }

    @Test
    void missingChangeInTheMiddle() {
        changes.remove(1);
        assertDamages(Map.of(OUT_OF_ORDER, 1L, LOST, 2L));
    }

    @Test
    void changeWithoutNumber() {
        changes.set(2, new Change(null, id(3), null, TYPE, "a", 2, false));
        head = 2;
        watermark = 2;
        assertDamages(Map.of(OUT_OF_ORDER, 1L));
    }

    @Test
    void acknowledgedVersionThatIsNowhere() {
        acknowledge("k4", "b", 2, false);
        assertDamages(Map.of(LOST, 1L));
    }

    @Test
    void oneVersionPromisedToTwo() {
        acknowledge("k4", "a", 2, false);
        assertDamages(Map.of(LOST, 1L));
    }

    @Test
    void twoRecordsForOneKey() {
        created.put("k1", List.of("a", "c"));
        assertDamages(Map.of(DOUBLED, 1L));
    }

    @Test
    void versionThatNobodyAskedFor() {
        changes.add(change(4, "b", 2));
        records.put("b", 2L);
        effects.put("b", new Row(2, "B2"));
        head = 4;
        watermark = 4;
        Evidence evidence = evidence(expected -> expected.put("b", new Row(2, "B2")));
        assertEquals(Map.of(DOUBLED, 1L), kinds(Checker.damages(evidence)));
    }

    @Test
    void sameChangeTwice() {
        changes.add(new Change(4L, id(2), Instant.ofEpochSecond(4), TYPE, "b", 1, false));
        head = 4;
        watermark = 4;
        assertEquals(2L, kinds(Checker.damages(evidence())).get(DOUBLED));
    }

    @Test
    void versionsSwapped() {
        changes.set(0, change(1, "a", 2));
        changes.set(2, change(3, "a", 1));
        assertDamages(Map.of(OUT_OF_ORDER, 1L));
    }

    @Test
    void timeThatDecreases() {
        changes.set(1, new Change(2L, id(2), Instant.ofEpochSecond(0), TYPE, "b", 1, false));
        assertDamages(Map.of(OUT_OF_ORDER, 1L));
    }

    @Test
    void effectDeleted() {
        effects.remove("b");
        // Seen twice, by the record and by its change.
        assertDamages(Map.of(LOST, 2L));
    }

    @Test
    void effectOverwrittenByAnOlderOne() {
        effects.put("a", new Row(1, "A1"));
        assertDamages(Map.of(OUT_OF_ORDER, 1L, LOST, 1L));
    }

    @Test
    void effectOfNothing() {
        effects.put("z", new Row(1, "Z"));
        assertDamages(Map.of(DOUBLED, 1L));
    }

    @Test
    void effectWithOtherContent() {
        effects.put("a", new Row(2, "A1"));
        assertDamages(Map.of(DOUBLED, 1L));
    }

    @Test
    void sumAddedTwice() {
        sums.put("x", "20/2/0");
        assertDamages(Map.of(DOUBLED, 1L));
    }

    @Test
    void sumMissing() {
        sums.remove("x");
        assertDamages(Map.of(LOST, 1L));
    }

    @Test
    void watermarkBehind() {
        watermark = 2;
        assertDamages(Map.of(LOST, 1L));
    }

    @Test
    void watermarkAhead() {
        watermark = 4;
        assertDamages(Map.of(DOUBLED, 1L));
    }

    @Test
    void parkedChangeNeedsNoEffect() {
        changes.add(change(4, "poison", 1));
        head = 4;
        watermark = 4;
        assertDamages(Map.of(LOST, 1L));
        parked.add(id(4));
        assertDamages(Map.of());
    }

    @Test
    void unansweredCommandThatWasCarriedOutIsRecovered() {
        commands.put("k3", new Command(line("k3", "a", 2, Outcome.UNKNOWN, false), true));
        assertEquals(new Checker.Numbers(3, 2, 0, 2, List.of()), new Checker(Set.of()).check(evidence(), "drill"));
    }

    @Test
    void damageIsCountedOnce() {
        sums.remove("x");
        Checker checker = new Checker(Set.of());
        assertEquals(1, checker.check(evidence(), "drill").count(LOST));
        assertEquals(0, checker.check(evidence(), "next").count(LOST));
    }

    @Test
    void damageThatAnInterruptedDrillToldIsNotCountedAgain() {
        sums.remove("x");
        Set<String> told = new Checker(Set.of()).check(evidence(), "drill").damages().stream().map(Damage::toString)
                .collect(Collectors.toSet());
        sums.put("y", "1/0/0");
        assertEquals(List.of("y"), new Checker(told).check(evidence(), "next").damages().stream()
                .map(damage -> damage.what().replaceAll(".*\\b([xy])\\b.*", "$1")).toList());
    }

    private void assertDamages(Map<Kind, Long> expected) {
        List<Damage> damages = Checker.damages(evidence());
        assertEquals(expected, kinds(damages), damages::toString);
    }

    private static Map<Kind, Long> kinds(List<Damage> damages) {
        return damages.stream().collect(Collectors.groupingBy(Damage::kind, Collectors.counting()));
    }

    private Evidence evidence() {
        return evidence(expected -> {
        });
    }

    private Evidence evidence(Consumer<Map<String, Row>> recorded) {
        Map<String, Row> expected = new HashMap<>(Map.of("a", new Row(2, "A2"), "b", new Row(1, "B1")));
        recorded.accept(expected);
        UUID last = changes.stream().filter(change -> change.sequence() != null && change.sequence() == watermark).map(Change::id)
                .findFirst().orElse(null);
        return new Evidence(commands, Map.of("owner", new OwnerLog("owner", LOG, head, changes, records, created)),
                List.of(new Follower("consumer", "owner", LOG, watermark, last, parked)),
                List.of(new Projection("consumer", "owner", "reference", Set.of(TYPE), expected, effects)),
                List.of(new Sums("sum", Map.of("x", "10/1/0"), sums)));
    }

    private void acknowledge(String key, String subject, long version, boolean replayed) {
        commands.put(key, new Command(line(key, subject, version, Outcome.ACKNOWLEDGED, replayed), replayed));
    }

    private static LogLine line(String key, String subject, long version, Outcome outcome, boolean replayed) {
        return new LogLine(0, "drill", key, "act", "owner", 1, outcome, true, 201, subject, version, replayed, null);
    }

    private static Change change(long sequence, String subject, long version) {
        return new Change(sequence, id(sequence), Instant.ofEpochSecond(sequence), TYPE, subject, version, false);
    }

    private static UUID id(long number) {
        return new UUID(0, number);
    }
}
