package org.surety.delegations.composition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.contracts.DisclosedLevel;
import org.surety.contracts.Rank;
import org.surety.delegations.person.PersonRepresentation;
import org.surety.delegations.person.PersonService;
import org.surety.kit.problem.InvalidRequest;
import org.surety.kit.problem.Violations;

/** Who may be sent: persons of the party, each once. */
@ApplicationScoped
public class Delegates {

    /** The most delegates of one composition. */
    private static final int MAX = 200;

    private final PersonService persons;

    Delegates(PersonService persons) {
        this.persons = persons;
    }

    /** What can be seen of a composition without knowing the persons. */
    public static void check(Violations violations, Head head, String headField, List<UUID> members, String membersField) {
        violations.check(head.keepsItsKind(), headField,
                "must be SINGLE with one person, JOINT with two or more, or UNDISCLOSED with none");
        Set<UUID> seen = new HashSet<>();
        violations.check(head.persons().stream().allMatch(seen::add) && members.stream().allMatch(seen::add), membersField,
                "must not name a delegate twice, nor one of the heads");
        violations.check(!seen.contains(null), membersField, "must be ids of persons");
        violations.check(seen.size() <= MAX, membersField, "must be at most " + MAX + " with the heads");
    }

    /** The composition of persons of the party, at the level that is stated or follows from the heads. */
    public Composition compose(String party, DisclosedLevel level, Head head, List<UUID> members, String represents) {
        Map<UUID, PersonRepresentation> known = require(party, head, "head.persons", members, "members");
        List<Rank> ranks = head.persons().stream().map(person -> known.get(person).rank()).toList();
        return Composition.of(level, head, ranks, members, represents);
    }

    /** Refuses others than persons of the party. One that the writer may not see is as unknown as one that does not exist. */
    public Map<UUID, PersonRepresentation> require(String party, Head head, String headField, List<UUID> members,
            String membersField) {
        List<UUID> all = new ArrayList<>(head.persons());
        all.addAll(members);
        Map<UUID, PersonRepresentation> known = persons.find(all);
        for (UUID person : all) {
            if (!known.containsKey(person) || !known.get(person).party().equals(party)) {
                throw new InvalidRequest(head.persons().contains(person) ? headField : membersField, "must be persons of " + party);
            }
        }
        return known;
    }
}
