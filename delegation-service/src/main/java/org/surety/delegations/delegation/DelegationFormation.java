package org.surety.delegations.delegation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.surety.contracts.DisclosedLevel;
import org.surety.contracts.Level;
import org.surety.contracts.Source;
import org.surety.kit.label.Label;
import org.surety.kit.label.Release;
import org.surety.kit.problem.Violations;

/**
 * A delegation to be formed.
 *
 * @param level as a source states it; without it the level is derived from the head's rank
 * @param label PUBLIC when left out
 */
record DelegationFormation(UUID gathering, String party, DisclosedLevel level, Level plannedLevel, Head head, List<UUID> members,
        String represents, String note, List<Source> sources, Label.Representation label) {

    /** The most delegates of one delegation. */
    static final int MAX_DELEGATES = 200;

    DelegationFormation {
        head = head == null ? new Head(Head.Kind.UNDISCLOSED, List.of()) : head;
        members = members == null ? List.of() : members;
        sources = sources == null ? List.of() : sources;
        label = label == null ? new Label.Representation(Release.PUBLIC, null) : label;
    }

    void check() {
        Violations violations = new Violations()
                .check(gathering != null, "gathering", "must be stated")
                .text(party, "party", 12);
        checkDelegates(violations, head, members, represents);
        description().check(violations).refuse();
    }

    DelegationDescription description() {
        return new DelegationDescription(plannedLevel, note, sources);
    }

    static void checkDelegates(Violations violations, Head head, List<UUID> members, String represents) {
        violations.check(head.isWellFormed(), "head",
                "must be SINGLE with one person, JOINT with two or more, or UNDISCLOSED with none");
        Set<UUID> seen = new HashSet<>();
        violations.check(head.persons().stream().allMatch(seen::add) && members.stream().allMatch(seen::add), "members",
                "must not name a delegate twice, nor one of the heads");
        violations.check(!seen.contains(null), "members", "must be ids of persons");
        violations.check(seen.size() <= MAX_DELEGATES, "members", "must be at most " + MAX_DELEGATES + " with the heads");
        violations.optionalText(represents, "represents", 300);
    }
}
