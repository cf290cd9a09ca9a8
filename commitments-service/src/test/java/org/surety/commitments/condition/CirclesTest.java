package org.surety.commitments.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class CirclesTest {

    private static final List<UUID> IDS = IntStream.range(0, 8).mapToObj(i -> new UUID(0, i)).toList();

    private static UUID id(int i) {
        return IDS.get(i);
    }

    private static Set<UUID> any(int... of) {
        return new HashSet<>(IntStream.of(of).mapToObj(CirclesTest::id).toList());
    }

    private static List<List<UUID>> circles(Map<UUID, List<Set<UUID>>> needs) {
        return new Circles(needs).all();
    }

    @Test
    void thoseThatWaitForEachOtherAreACircleAndWhoWaitsForThemIsNot() {
        Map<UUID, List<Set<UUID>>> needs = new LinkedHashMap<>();
        needs.put(id(0), List.of(any(1)));
        needs.put(id(1), List.of(any(2)));
        needs.put(id(2), List.of(any(0)));
        needs.put(id(3), List.of(any(0)));
        assertThat(circles(needs)).containsExactly(List.of(id(0), id(1), id(2)));
    }

    @Test
    void oneWayOutOpensTheCircle() {
        Map<UUID, List<Set<UUID>>> needs = new LinkedHashMap<>();
        needs.put(id(0), List.of(any(1, 5)));
        needs.put(id(1), List.of(any(0)));
        assertThat(circles(needs)).as("5 waits for nothing").isEmpty();
        needs.put(id(5), List.of(any(1)));
        assertThat(circles(needs)).containsExactly(List.of(id(0), id(1), id(5)));
    }

    @Test
    void aNeedThatNothingCanMeetIsNoCircleAndOneOfItselfIs() {
        Map<UUID, List<Set<UUID>>> needs = new LinkedHashMap<>();
        needs.put(id(0), List.of(Set.of()));
        needs.put(id(1), List.of(any(1)));
        assertThat(circles(needs)).containsExactly(List.of(id(1)));
    }

    @Test
    void twoCirclesAreTwo() {
        Map<UUID, List<Set<UUID>>> needs = new LinkedHashMap<>();
        needs.put(id(0), List.of(any(1), any(2)));
        needs.put(id(1), List.of(any(0)));
        needs.put(id(2), List.of(any(3)));
        needs.put(id(3), List.of(any(2)));
        assertThat(circles(needs)).containsExactlyInAnyOrder(List.of(id(0), id(1)), List.of(id(2), id(3)));
    }

    /** Who is in a circle waits for itself in the end, and dropping all its needs frees somebody: for random needs. */
    @Test
    void aCircleWaitsForItselfAndNothingOutsideOneIsLeftOver() {
        Random random = new Random(3);
        for (int round = 0; round < 2000; round++) {
            Map<UUID, List<Set<UUID>>> needs = new LinkedHashMap<>();
            for (int i = 0; i < 6; i++) {
                List<Set<UUID>> ofOne = new ArrayList<>();
                for (int n = random.nextInt(3); n > 0; n--) {
                    ofOne.add(random.nextBoolean() ? any(random.nextInt(8)) : any(random.nextInt(8), random.nextInt(8)));
                }
                needs.put(id(i), ofOne);
            }
            List<List<UUID>> circles = circles(needs);
            circles.forEach(
                    circle -> circle.forEach(member -> assertThat(reaches(needs, member)).as("%s", needs).contains(member)));
            Map<UUID, List<Set<UUID>>> dropped = new LinkedHashMap<>(needs);
            circles.forEach(circle -> circle.forEach(member -> dropped.put(member, List.of())));
            assertThat(circles(dropped)).as("%s", needs).isEmpty();
        }
    }

    private static Set<UUID> reaches(Map<UUID, List<Set<UUID>>> needs, UUID from) {
        Set<UUID> reached = new HashSet<>();
        List<UUID> fresh = new ArrayList<>(List.of(from));
        while (!fresh.isEmpty()) {
            UUID next = fresh.remove(0);
            needs.getOrDefault(next, List.of()).stream().flatMap(Set::stream).filter(reached::add).forEach(fresh::add);
        }
        return reached;
    }
}
