package org.surety.commitments.condition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Commitments and what they wait for among each other. For a condition on a party's participation only commitments count that everybody sees
 * who sees the one under the condition: so it is worth the same to all of them.
 */
final class Graph {

    private final Map<UUID, Candidate> candidates = new LinkedHashMap<>();

    Graph(Collection<Candidate> known) {
        known.forEach(candidate -> candidates.put(candidate.id(), candidate));
    }

    Candidate get(UUID id) {
        return candidates.get(id);
    }

    /** Any one of which meets the condition of this commitment. */
    List<Candidate> meeting(Candidate commitment, Condition condition) {
        return switch (condition.kind()) {
            case COMMITMENT -> candidates.containsKey(condition.commitment())
                    ? List.of(candidates.get(condition.commitment()))
                    : List.of();
            case PARTICIPATION -> candidates.values().stream().filter(other -> other.party().equals(condition.party())
                    && !other.id().equals(commitment.id()) && other.label().covers(commitment.label())).toList();
            case INSTRUMENT_IN_FORCE, HOST_CONSENT -> List.of();
        };
    }

    List<Circle> circles() {
        Map<UUID, List<Set<UUID>>> needs = new LinkedHashMap<>();
        candidates.values().stream().filter(candidate -> !candidate.conditions().isEmpty())
                .forEach(candidate -> needs.put(candidate.id(), candidate.conditions().stream()
                        .map(condition -> meeting(candidate, condition).stream().map(Candidate::id).collect(Collectors.toSet()))
                        .toList()));
        return new Circles(needs).all().stream().map(this::circle).toList();
    }

    private Circle circle(List<UUID> members) {
        List<Circle.Member> commitments = new ArrayList<>();
        for (UUID id : members) {
            Candidate member = candidates.get(id);
            commitments.add(new Circle.Member(id, member.party(), member.title(),
                    member.conditions().stream().flatMap(condition -> meeting(member, condition).stream()).map(Candidate::id)
                            .filter(members::contains).distinct().toList()));
        }
        return new Circle(commitments.stream().map(Circle.Member::party).distinct().sorted().toList(), commitments);
    }
}
