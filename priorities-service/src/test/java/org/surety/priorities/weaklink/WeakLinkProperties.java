package org.surety.priorities.weaklink;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.surety.priorities.weaklink.PartySets.PartySet;
import org.surety.priorities.weaklink.WeakLinks.Weak;
import org.surety.priorities.weaklink.World.Terms;

/** In any small world the weak links are those that taking away each set for real would find. */
class WeakLinkProperties {

    private static final int WORLDS = 400;
    private static final int PROMISES = 10;
    private static final List<String> PARTIES = List.of("XAA", "XAB", "XAC", "XAD", "XAE");

    private static World world(Random random) {
        World world = new World();
        List<UUID> approvals = Stream.generate(world::granted).limit(3).toList();
        for (int i = 0; i < PROMISES; i++) {
            List<UUID> earlier = List.copyOf(world.promises.keySet());
            Terms terms = Terms.NONE.named(random.nextInt(4) == 0 ? "Brigade" : null);
            if (random.nextInt(3) == 0) {
                terms = terms.needing(approvals.get(random.nextInt(3)));
            }
            int waits = random.nextInt(4);
            if (waits == 0 && !earlier.isEmpty()) {
                terms = terms.waitingFor(World.on(earlier.get(random.nextInt(earlier.size()))));
            } else if (waits == 1) {
                terms = terms.waitingFor(World.onParty(party(random)));
            }
            String party = party(random);
            String other = party(random);
            if (random.nextInt(5) == 0 && !party.equals(other)) {
                terms = terms.sharedWith(other, 25);
            }
            world.promise(party, random.nextInt(4) * 100, terms);
        }
        return world;
    }

    private static String party(Random random) {
        return PARTIES.get(random.nextInt(PARTIES.size()));
    }

    @Test
    void singleLossesAreThoseThatTakingAwayWouldFind() {
        int found = 0;
        for (long seed = 0; seed < WORLDS; seed++) {
            Random random = new Random(seed);
            World world = world(random);
            int minimum = minimum(world, random);
            Map<Loss, BigDecimal> expected = new LinkedHashMap<>();
            Stream.of(PARTIES.stream().map(Loss::party), world.promises.keySet().stream().map(Loss::commitment),
                    world.approvals.keySet().stream().map(Loss::approval)).flatMap(losses -> losses).forEach(loss -> {
                        BigDecimal left = world.without(List.of(loss));
                        if (left.intValue() < minimum) {
                            expected.put(loss, left);
                        }
                    });
            List<Weak> weak = world.links(minimum).singles();
            assertThat(weak).as("seed %d", seed).hasSameSizeAs(expected.keySet())
                    .allSatisfy(one -> assertThat(one.left()).isEqualByComparingTo(expected.get(one.loss())));
            found += weak.size();
        }
        assertThat(found).isGreaterThan(WORLDS);
    }

    @Test
    void setsAreThoseThatTakingAwayWouldFind() {
        int found = 0;
        for (long seed = 0; seed < WORLDS; seed++) {
            Random random = new Random(seed);
            World world = world(random);
            int minimum = minimum(world, random);
            Set<Set<String>> enough = new HashSet<>();
            for (int size = 1; size <= 3; size++) {
                for (Set<String> parties : subsets(size)) {
                    if (enough.stream().noneMatch(parties::containsAll)
                            && world.without(parties.stream().map(Loss::party).toList()).intValue() < minimum) {
                        enough.add(parties);
                    }
                }
            }
            enough.removeIf(parties -> parties.size() == 1);
            List<PartySet> sets = world.links(minimum).sets(3).sets();
            assertThat(sets.stream().map(set -> Set.copyOf(set.parties()))).as("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(enough);
            String name = "seed " + seed;
            sets.forEach(set -> assertThat(set.left()).as(name)
                    .isEqualByComparingTo(world.without(set.parties().stream().map(Loss::party).toList())));
            found += sets.size();
        }
        assertThat(found).isGreaterThan(WORLDS);
    }

    /** At most what is there. */
    private static int minimum(World world, Random random) {
        return random.nextInt(world.without(List.of()).intValue() + 1);
    }

    private static List<Set<String>> subsets(int size) {
        List<Set<String>> subsets = new ArrayList<>();
        for (int mask = 0; mask < 1 << PARTIES.size(); mask++) {
            int chosen = mask;
            if (Integer.bitCount(mask) == size) {
                subsets.add(PARTIES.stream().filter(party -> (chosen & 1 << PARTIES.indexOf(party)) != 0)
                        .collect(Collectors.toSet()));
            }
        }
        return subsets;
    }
}
