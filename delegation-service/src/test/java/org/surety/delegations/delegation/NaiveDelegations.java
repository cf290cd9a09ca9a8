package org.surety.delegations.delegation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was said of a few delegations, as a list of facts in the order of saying, and the answers by going through that list anew each time.
 * Written from the words of the API and sharing nothing with the code under test.
 */
class NaiveDelegations {

    private final List<Fact> facts = new ArrayList<>();

    /** Who leads and who comes along. */
    record Sent(String head, Set<String> members) {

        Set<String> everybody() {
            Set<String> everybody = new TreeSet<>(members);
            everybody.add(head);
            return everybody;
        }
    }

    /**
     * Something said of a delegation: that it was formed (with a composition and no id), from when it is there (no composition), a restructure,
     * or a correction of one.
     *
     * @param day the day from which it counts, of a restructure; the day of formation, else
     */
    record Fact(Instant recordedAt, String party, String id, Sent sent, Instant effectiveAt, Instant announcedAt, LocalDate day,
            String corrects) {

        private boolean saysTheSameAs(Fact other) {
            return sent.equals(other.sent) && Objects.equals(effectiveAt, other.effectiveAt)
                    && Objects.equals(announcedAt, other.announcedAt);
        }

        private Instant moment() {
            return effectiveAt != null ? effectiveAt : announcedAt;
        }

        /** Whether this one, said earlier than the other or in its place, holds before it. */
        private boolean isBefore(Fact other) {
            if (!day.equals(other.day)) {
                return day.isBefore(other.day);
            }
            if (moment() == null || other.moment() == null) {
                return moment() != null || other.moment() == null;
            }
            return !moment().isAfter(other.moment());
        }
    }

    void add(Fact fact) {
        facts.add(fact);
    }

    List<Instant> recordedTimes() {
        return facts.stream().map(Fact::recordedAt).toList();
    }

    /** The restructures of a party that were recorded, corrected ones among them. */
    List<Fact> restructures(String party) {
        return facts.stream().filter(fact -> fact.party().equals(party) && fact.id() != null).toList();
    }

    LocalDate formedOn(String party) {
        return lastSaid(party, facts).day();
    }

    /** The day from which a restructure counts of which this is said. */
    static LocalDate day(Instant effectiveAt, Instant announcedAt, LocalDate today, LocalDate gathering, LocalDate formedOn) {
        Instant moment = effectiveAt != null ? effectiveAt : announcedAt;
        if (moment != null) {
            return moment.atOffset(ZoneOffset.UTC).toLocalDate();
        }
        LocalDate latest = today.isAfter(gathering) ? gathering : today;
        return formedOn != null && formedOn.isAfter(latest) ? formedOn : latest;
    }

    /** What a restructure or correction is answered with: a status and, of a refusal, the problem. */
    String answerTo(Fact said) {
        if (said.corrects() != null) {
            Fact wrong = restructures(said.party()).stream().filter(fact -> fact.id().equals(said.corrects())).findFirst()
                    .orElseThrow();
            Fact correction = restructures(said.party()).stream().filter(fact -> said.corrects().equals(fact.corrects()))
                    .findFirst()
                    .orElse(null);
            if ((correction == null ? wrong : correction).saysTheSameAs(said)) {
                return "200";
            }
            if (correction != null) {
                return "409 already-corrected";
            }
        }
        LocalDate formedOn = formedOn(said.party());
        if (formedOn != null && said.day().isBefore(formedOn)) {
            return "409 effective-before-formation";
        }
        if (said.corrects() != null) {
            return "201";
        }
        Sent before = formed(said.party(), facts).sent();
        Fact latest = null;
        for (Fact fact : counting(said.party(), facts)) {
            if (fact.isBefore(said) && (latest == null || latest.isBefore(fact))) {
                latest = fact;
            }
        }
        return (latest == null ? before : latest.sent()).equals(said.sent()) ? "200" : "201";
    }

    /** What saying anew when it was formed is answered with. */
    String answerToFormedOn(String party, LocalDate day) {
        if (day != null && counting(party, facts).stream().anyMatch(fact -> fact.day().isBefore(day))) {
            return "409 effective-before-formation";
        }
        return "200";
    }

    /** By party "head [members] former [persons]", of those that were there. */
    Map<String, String> on(LocalDate asOf, Instant knownAt, List<String> parties) {
        List<Fact> known = facts.stream().filter(fact -> knownAt == null || !fact.recordedAt().isAfter(knownAt)).toList();
        Map<String, String> answer = new TreeMap<>();
        for (String party : parties) {
            if (known.stream().anyMatch(fact -> fact.party().equals(party))) {
                LocalDate formedOn = lastSaid(party, known).day();
                if (asOf == null || formedOn == null || !asOf.isBefore(formedOn)) {
                    answer.put(party, on(asOf, party, known));
                }
            }
        }
        return answer;
    }

    private static String on(LocalDate asOf, String party, List<Fact> known) {
        Sent sent = formed(party, known).sent();
        Set<String> former = new TreeSet<>(sent.everybody());
        Fact latest = null;
        for (Fact fact : counting(party, known)) {
            if (asOf == null || !fact.day().isAfter(asOf)) {
                former.addAll(fact.sent().everybody());
                if (latest == null || latest.isBefore(fact)) {
                    latest = fact;
                }
            }
        }
        sent = latest == null ? sent : latest.sent();
        former.removeAll(sent.everybody());
        return sent.head() + " " + sent.members() + " former " + former;
    }

    private static Fact formed(String party, List<Fact> known) {
        return known.stream().filter(fact -> fact.party().equals(party)).findFirst().orElseThrow();
    }

    /** The latest that was said of the day of formation. */
    private static Fact lastSaid(String party, List<Fact> known) {
        Fact last = null;
        for (Fact fact : known) {
            last = fact.party().equals(party) && fact.id() == null ? fact : last;
        }
        return last;
    }

    /** The restructures that count, each correction where the corrected one was. */
    private static List<Fact> counting(String party, List<Fact> known) {
        List<Fact> counting = new ArrayList<>();
        for (Fact fact : known) {
            if (fact.party().equals(party) && fact.id() != null) {
                int place = -1;
                for (int i = 0; i < counting.size(); i++) {
                    place = counting.get(i).id().equals(fact.corrects()) ? i : place;
                }
                if (place < 0) {
                    counting.add(fact);
                } else {
                    counting.set(place, fact);
                }
            }
        }
        return counting;
    }
}
