package org.surety.delegations.authority;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The grants and ranks of a few persons in memory, copied whole at every recorded change. Written anew from the words of the issue and
 * sharing nothing with the code under test: it counts days one by one and keeps everything.
 */
class NaiveWorld {

    private static final int FAR = 400;

    private Map<String, Held> now = new LinkedHashMap<>();
    private Map<String, String> ranks = new HashMap<>();
    private final List<Snapshot> snapshots = new ArrayList<>();

    /** A grant as it was stated; the revocation beside it. */
    record Held(String id, String person, String ground, String office, String act, String scope, LocalDate from, LocalDate until,
            String issuedBy, LocalDate issuedOn, LocalDate revokedOn) {

        Held as(String id) {
            return new Held(id, person, ground, office, act, scope, from, until, issuedBy, issuedOn, revokedOn);
        }

        Held revoked(LocalDate day) {
            return new Held(id, person, ground, office, act, scope, from, until, issuedBy, issuedOn, day);
        }

        boolean statedFor(LocalDate day) {
            return !(day.isBefore(from) || until != null && day.isAfter(until));
        }

        boolean holds(LocalDate day) {
            return statedFor(day) && (revokedOn == null || day.isBefore(revokedOn));
        }

        /** Whether it is enough for the act, of which only the scope is known that it falls under, if any. */
        boolean isEnoughFor(String asked, String under) {
            return ground.equals("OFFICE") || act.equals(asked) && (scope.equals("ALL") || scope.equals(under));
        }
    }

    private record Snapshot(Instant recordedAt, Map<String, Held> grants, Map<String, String> ranks) {
    }

    NaiveWorld put(Held held) {
        now.put(held.id(), held);
        return this;
    }

    NaiveWorld rank(String person, String rank) {
        ranks.put(person, rank);
        return this;
    }

    void recorded(Instant recordedAt) {
        snapshots.add(new Snapshot(recordedAt, new LinkedHashMap<>(now), new HashMap<>(ranks)));
    }

    List<Held> all() {
        return List.copyOf(now.values());
    }

    /** Each recorded time, and the last moment before it. */
    List<Instant> instants() {
        return snapshots.stream().map(Snapshot::recordedAt).flatMap(at -> Stream.of(at.minusNanos(1000), at)).distinct().toList();
    }

    /** The problem that refuses it; empty when it is accepted. */
    String refusalOfGrant(Held held) {
        if (held.issuedBy() != null && now.values().stream().noneMatch(other -> mayIssue(other, held))) {
            return "issuer-without-authority";
        }
        return now.values().stream().anyMatch(other -> overlaps(other, held)) ? "powers-overlap" : "";
    }

    private static boolean mayIssue(Held other, Held issued) {
        return other.person().equals(issued.issuedBy()) && !other.id().equals(issued.id())
                && (other.ground().equals("OFFICE") || other.ground().equals("FULL_POWERS"))
                && other.isEnoughFor("ISSUE_OF_POWERS", issued.scope()) && other.holds(issued.issuedOn());
    }

    private static boolean overlaps(Held other, Held held) {
        boolean sameThing = held.ground().equals("OFFICE") && held.office().equals(other.office())
                || held.ground().equals("FULL_POWERS") && other.ground().equals("FULL_POWERS") && held.act().equals(other.act())
                        && held.scope().equals(other.scope());
        return sameThing && other.person().equals(held.person()) && !other.id().equals(held.id()) && other.revokedOn() == null
                && Stream.iterate(held.from(), day -> day.plusDays(1)).limit(FAR)
                        .anyMatch(day -> held.statedFor(day) && other.statedFor(day));
    }

    /** As "YES OFFICE [ids]", or "404" where the person was not yet known. */
    String answer(String person, String act, String scope, LocalDate day, Instant knownAt) {
        Snapshot then = new Snapshot(null, now, ranks);
        if (knownAt != null) {
            then = new Snapshot(null, Map.of(), Map.of());
            for (Snapshot snapshot : snapshots) {
                if (!snapshot.recordedAt().isAfter(knownAt)) {
                    then = snapshot;
                }
            }
        }
        String rank = then.ranks().get(person);
        if (rank == null) {
            return "404";
        }
        for (String ground : List.of("OFFICE", "FULL_POWERS", "PRACTICE", "CONFIRMATION")) {
            List<String> ids = then.grants().values().stream().filter(held -> held.ground().equals(ground))
                    .filter(held -> held.person().equals(person) && held.holds(day) && held.isEnoughFor(act, scope)).map(Held::id)
                    .sorted().toList();
            if (!ids.isEmpty()) {
                return "YES " + ground + " " + ids;
            }
        }
        boolean head = rank.equals("HEAD_OF_GOVERNMENT") && !act.equals("ISSUE_OF_POWERS");
        return (head ? "PROVISIONAL" : "NO") + " - []";
    }
}
