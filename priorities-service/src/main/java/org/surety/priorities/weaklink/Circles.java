package org.surety.priorities.weaklink;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.surety.contracts.CommitmentState.Condition;
import org.surety.priorities.assessment.Promise;
import org.surety.priorities.remembered.StoredFacts;

/**
 * Promises that wait for each other. One waits for others by its needs, each of which any one of several meets. Those are left whose needs
 * hang on each other alone when everything that can stand by itself has been taken away; what else they wait for is taken as met.
 */
final class Circles {

    private final Map<UUID, List<Set<UUID>>> needs;
    private final Set<UUID> left;

    Circles(Map<UUID, List<Set<UUID>>> needs) {
        this.needs = needs;
        this.left = new LinkedHashSet<>(needs.keySet());
        boolean goesOn = true;
        while (goesOn) {
            goesOn = left.removeIf(id -> needs.get(id).stream().noneMatch(this::hangs));
        }
        goesOn = true;
        while (goesOn) {
            Set<UUID> awaited = left.stream().flatMap(id -> waitsFor(id).stream()).collect(Collectors.toSet());
            goesOn = left.retainAll(awaited);
        }
    }

    /** @param conditional those that wait for something */
    static Circles among(List<Promise> conditional, StoredFacts facts) {
        Map<UUID, List<Set<UUID>>> needs = new LinkedHashMap<>();
        conditional.forEach(promise -> needs.put(promise.id(),
                promise.conditions().stream().map(condition -> meeting(condition, promise, facts)).toList()));
        return new Circles(needs);
    }

    private static Set<UUID> meeting(Condition condition, Promise promise, StoredFacts facts) {
        return switch (condition.kind()) {
            case COMMITMENT -> Set.of(condition.commitment());
            case PARTICIPATION -> facts.meeting(condition.party(), promise).map(Promise::id).collect(Collectors.toSet());
            case INSTRUMENT_IN_FORCE, HOST_CONSENT -> Set.of();
        };
    }

    private boolean hangs(Set<UUID> need) {
        return !need.isEmpty() && left.containsAll(need);
    }

    /** Those left that this one waits for. */
    Set<UUID> waitsFor(UUID id) {
        return needs.get(id).stream().filter(this::hangs).flatMap(Set::stream).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Each circle once, its members in the order in which they were given. */
    List<List<UUID>> all() {
        Map<UUID, Set<UUID>> forward = new HashMap<>();
        Map<UUID, Set<UUID>> back = new HashMap<>();
        left.forEach(id -> {
            forward.put(id, waitsFor(id));
            waitsFor(id).forEach(other -> back.computeIfAbsent(other, key -> new LinkedHashSet<>()).add(id));
        });
        List<List<UUID>> circles = new ArrayList<>();
        Set<UUID> open = new LinkedHashSet<>(left);
        while (!open.isEmpty()) {
            UUID first = open.iterator().next();
            Set<UUID> circle = reached(first, forward);
            circle.retainAll(reached(first, back));
            if (!circle.isEmpty()) {
                circles.add(left.stream().filter(circle::contains).toList());
            }
            open.remove(first);
            open.removeAll(circle);
        }
        return circles;
    }

    /** What can be reached in one step or more. */
    private static Set<UUID> reached(UUID first, Map<UUID, Set<UUID>> steps) {
        Set<UUID> reached = new LinkedHashSet<>();
        Deque<UUID> next = new ArrayDeque<>(steps.getOrDefault(first, Set.of()));
        while (!next.isEmpty()) {
            UUID id = next.pop();
            if (reached.add(id)) {
                next.addAll(steps.getOrDefault(id, Set.of()));
            }
        }
        return reached;
    }
}
