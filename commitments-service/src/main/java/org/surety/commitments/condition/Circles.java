package org.surety.commitments.condition;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Commitments that wait for each other, so that none ever counts by itself. A commitment waits for others by its needs; each need is met by
 * any one of several. Whatever else it waits for is taken as met: here only circles are looked for.
 */
final class Circles {

    private final Map<UUID, List<Set<UUID>>> needs;
    private final Set<UUID> stuck;

    /**
     * @param needs of each commitment, what it waits for; what is not among the commitments waits for nothing. A need that nothing can meet
     *        is no circle
     */
    Circles(Map<UUID, List<Set<UUID>>> needs) {
        this.needs = needs;
        this.stuck = stuck();
    }

    /** What is left when everything that can count has been taken away again and again. */
    private Set<UUID> stuck() {
        Set<UUID> left = new LinkedHashSet<>(needs.keySet());
        boolean goesOn = true;
        while (goesOn) {
            goesOn = left.removeIf(id -> needs.get(id).stream().allMatch(need -> need.isEmpty() || !left.containsAll(need)));
        }
        return left;
    }

    /** Each circle once, its commitments in the order in which they were given. */
    List<List<UUID>> all() {
        return new Components().found();
    }

    /** The commitments that each of those that are stuck waits for. */
    private List<UUID> waitsFor(UUID id) {
        return needs.get(id).stream().filter(need -> !need.isEmpty() && stuck.containsAll(need)).flatMap(Set::stream).distinct()
                .toList();
    }

    /** Tarjan's strongly connected components, without recursion: a chain may be long. */
    private final class Components {
        private final Map<UUID, Integer> index = new HashMap<>();
        private final Map<UUID, Integer> low = new HashMap<>();
        private final Deque<UUID> path = new ArrayDeque<>();
        private final Set<UUID> onPath = new HashSet<>();
        private final List<Set<UUID>> components = new ArrayList<>();

        private final class Visit {
            private final UUID id;
            private final List<UUID> next;
            private int at;

            Visit(UUID id) {
                this.id = id;
                this.next = waitsFor(id);
                index.put(id, index.size());
                low.put(id, index.get(id));
                path.push(id);
                onPath.add(id);
            }
        }

        List<List<UUID>> found() {
            stuck.forEach(id -> {
                if (!index.containsKey(id)) {
                    visit(id);
                }
            });
            return components.stream().map(one -> stuck.stream().filter(one::contains).toList()).toList();
        }

        private void visit(UUID first) {
            Deque<Visit> visits = new ArrayDeque<>();
            visits.push(new Visit(first));
            while (!visits.isEmpty()) {
                Visit visit = visits.peek();
                if (visit.at < visit.next.size()) {
                    UUID next = visit.next.get(visit.at++);
                    if (!index.containsKey(next)) {
                        visits.push(new Visit(next));
                    } else if (onPath.contains(next)) {
                        low.merge(visit.id, index.get(next), Math::min);
                    }
                } else {
                    visits.pop();
                    close(visit.id);
                    if (!visits.isEmpty()) {
                        low.merge(visits.peek().id, low.get(visit.id), Math::min);
                    }
                }
            }
        }

        private void close(UUID id) {
            if (!low.get(id).equals(index.get(id))) {
                return;
            }
            Set<UUID> component = new HashSet<>();
            UUID member;
            do {
                member = path.pop();
                onPath.remove(member);
                component.add(member);
            } while (!member.equals(id));
            if (component.size() > 1 || waitsFor(id).contains(id)) {
                components.add(component);
            }
        }
    }
}
