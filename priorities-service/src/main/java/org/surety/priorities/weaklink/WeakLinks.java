package org.surety.priorities.weaklink;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.surety.priorities.assessment.Assessor;
import org.surety.priorities.assessment.Facts;
import org.surety.priorities.assessment.Promise;
import org.surety.priorities.assessment.Stage;
import org.surety.priorities.assessment.Worth;
import org.surety.priorities.remembered.StoredFacts;
import org.surety.priorities.weaklink.PartySets.PartySet;

/**
 * What a requirement that is assured at its minimum cannot lose. Looks at nothing but what it is given: what is assured, the promises among
 * it that depend on something, and what they are assessed against.
 */
final class WeakLinks {

    private final UUID requirement;
    private final BigDecimal minimum;
    private final LocalDate day;
    private final StoredFacts facts;
    private final Waiting waiting;
    private final Map<UUID, List<Part>> parts;
    private final Map<Loss, List<Part>> direct = new LinkedHashMap<>();
    private final Holding holding;

    /**
     * @param parts what is assured on the day
     * @param dependent of the commitments that these are of, those that need an approval or wait for something
     */
    WeakLinks(UUID requirement, BigDecimal minimum, LocalDate day, List<Part> parts, List<Promise> dependent, StoredFacts facts) {
        this.requirement = requirement;
        this.minimum = minimum;
        this.day = day;
        this.facts = facts;
        this.parts = parts.stream().collect(Collectors.groupingBy(Part::commitment));
        this.holding = new Holding(parts);
        this.waiting = new Waiting(dependent, facts, day);
        for (Part part : parts) {
            direct.computeIfAbsent(Loss.party(part.party()), key -> new ArrayList<>()).add(part);
            direct.computeIfAbsent(Loss.commitment(part.commitment()), key -> new ArrayList<>()).add(part);
        }
    }

    /**
     * One loss that leaves too little.
     *
     * @param left how much is assured without it
     * @param falling the commitments that are worth less without it, or nothing
     */
    record Weak(Loss loss, BigDecimal left, Set<UUID> falling) {
    }

    /**
     * Sets of parties.
     *
     * @param considered how many parties were tried, those with which most falls
     * @param of how many there are
     */
    record Sets(List<PartySet> sets, int considered, int of) {
    }

    BigDecimal assured() {
        return holding.quantity();
    }

    boolean isBelowMinimum() {
        return assured().compareTo(minimum) < 0;
    }

    /** Each one whose loss alone leaves less than the minimum, where there is as much as that: least left first. */
    List<Weak> singles() {
        if (isBelowMinimum()) {
            return List.of();
        }
        Set<Loss> losses = new LinkedHashSet<>(direct.keySet());
        losses.addAll(waiting.losses());
        List<Weak> weak = new ArrayList<>();
        for (Loss loss : losses) {
            Set<Part> falling = falling(loss);
            BigDecimal left = holding.without(falling);
            if (left.compareTo(minimum) < 0) {
                weak.add(new Weak(loss, left, falling.stream().map(Part::commitment)
                        .collect(Collectors.toCollection(LinkedHashSet::new))));
            }
        }
        weak.sort(Comparator.comparing(Weak::left).thenComparing(one -> one.loss().kind())
                .thenComparing(one -> String.valueOf(one.loss().party())).thenComparing(one -> String.valueOf(one.loss().id())));
        return weak;
    }

    /** Sets of two to so many parties, none of which contains another or a single one that is enough. */
    Sets sets(int upTo) {
        if (isBelowMinimum() || upTo < 2) {
            return new Sets(List.of(), 0, 0);
        }
        Map<String, Set<Part>> falling = new LinkedHashMap<>();
        Stream.concat(direct.keySet().stream(), waiting.losses().stream()).filter(loss -> loss.kind() == Loss.Kind.PARTY)
                .forEach(loss -> falling.computeIfAbsent(loss.party(), party -> falling(loss)));
        falling.values().removeIf(Set::isEmpty);
        Map<String, BigDecimal> left = new HashMap<>();
        falling.forEach((party, lost) -> left.put(party, holding.without(lost)));
        Map<String, Set<Part>> tried = falling.keySet().stream()
                .sorted(Comparator.<String, BigDecimal>comparing(left::get).thenComparing(party -> party))
                .limit(PartySets.MAX_PARTIES).collect(Collectors.toMap(party -> party, falling::get));
        return new Sets(new PartySets(holding, tried, minimum).upTo(upTo), tried.size(), falling.size());
    }

    private Set<Part> falling(Loss loss) {
        Set<Part> falling = new LinkedHashSet<>(direct.getOrDefault(loss, List.of()));
        Set<Promise> again = waiting.on(loss);
        if (!again.isEmpty()) {
            Facts without = loss.from(facts);
            again.forEach(promise -> falling.addAll(falling(promise, without)));
        }
        return falling;
    }

    /** Of what it is worth by the facts, that which it is not worth by the others. */
    private List<Part> falling(Promise promise, Facts without) {
        Set<List<String>> before = assured(promise, facts);
        before.removeAll(assured(promise, without));
        return parts.getOrDefault(promise.id(), List.of()).stream()
                .filter(part -> before.contains(key(part.party(), part.element())))
                .toList();
    }

    private Set<List<String>> assured(Promise promise, Facts given) {
        Set<List<String>> assured = new HashSet<>();
        for (Worth worth : Assessor.assess(promise, given)) {
            if (requirement.equals(worth.requirementId()) && worth.counted().stream()
                    .anyMatch(one -> one.what().equals(Stage.ASSURED.name()) && one.days().contains(day))) {
                assured.add(key(worth.party(), worth.element()));
            }
        }
        return assured;
    }

    private static List<String> key(String party, String element) {
        return List.of(party, element == null ? "" : "=" + element);
    }
}
