package org.surety.delegations.group;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.surety.contracts.PartyGroupState.Member;
import org.surety.contracts.Series;
import org.surety.delegations.party.PartyNames;
import org.surety.kit.problem.Violations;

/**
 * What is said of a party group when it is formed and whenever it is amended.
 *
 * @param series may be left out: it is that of the members
 * @param names by language (ISO 639-1), "en" among them, each at most 200 characters
 * @param members each with the first and the last day (included) of a period; an absent end is open. A party that left and came back has
 *        two
 */
record PartyGroupDescription(Series series, Map<String, String> names, List<Member> members) {

    private static final int MAX_MEMBERS = 200;

    PartyGroupDescription {
        names = names == null ? Map.of() : names;
        members = members == null ? List.of() : members;
    }

    /** By party and time, so that the same members in another order are the same list. */
    List<Member> inOrder() {
        return members.stream().sorted(Comparator.comparing(Member::party).thenComparing(PartyGroupDescription::first)).toList();
    }

    /** The series of its members, of which {@link #check()} has found at least one. */
    Series seriesOfMembers() {
        return Series.ofParty(members.get(0).party());
    }

    void check() {
        Violations violations = new Violations();
        PartyNames.check(violations, names);
        violations.check(!members.isEmpty(), "members", "must be at least one");
        violations.check(members.size() <= MAX_MEMBERS, "members", "must be at most " + MAX_MEMBERS);
        violations.check(members.stream().allMatch(m -> m != null && m.party() != null), "members", "must name their parties");
        violations.refuse();
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            String field = "members[" + i + "]";
            violations.check(!last(member).isBefore(first(member)), field + ".until", "must not be before from");
            violations.check(Series.ofParty(member.party()) == seriesOfMembers(), field + ".party", "must be of one series");
        }
        violations.check(series == null || series == seriesOfMembers(), "series", "must be the series of the members");
        violations.check(!overlap(inOrder()), "members", "must not name a party twice for the same day");
        violations.refuse();
    }

    private static boolean overlap(List<Member> inOrder) {
        for (int i = 1; i < inOrder.size(); i++) {
            Member earlier = inOrder.get(i - 1);
            Member later = inOrder.get(i);
            if (earlier.party().equals(later.party()) && !first(later).isAfter(last(earlier))) {
                return true;
            }
        }
        return false;
    }

    private static LocalDate first(Member member) {
        return member.from() == null ? LocalDate.MIN : member.from();
    }

    private static LocalDate last(Member member) {
        return member.until() == null ? LocalDate.MAX : member.until();
    }
}
