package org.surety.priorities.whatif;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.surety.contracts.Series;
import org.surety.priorities.assessment.Assessor;
import org.surety.priorities.assessment.Promise;
import org.surety.priorities.assessment.Stage;
import org.surety.priorities.whatif.Wave.Awaited;
import org.surety.priorities.whatif.Wave.Turn;

/**
 * Carries the steps out on one day, and then what follows from them, wave by wave, until nothing changes any more. It assesses what it
 * reaches; of parties that withdraw from everything, which may be very many commitments, it reads the first to name them.
 */
class Cascade {

    private static final Set<String> STAGES = Stream.of(Stage.values()).map(Enum::name).collect(Collectors.toSet());

    private final WhatIf whatIf;
    private final Series series;
    private final LocalDate day;
    private final Set<String> inForce;
    private final WhatIfReader reader;
    private final WhatIfFacts facts;
    private final Map<UUID, Promise> promises = new HashMap<>();
    private final Map<UUID, Boolean> standing = new HashMap<>();
    private final Map<UUID, List<Piece>> before = new HashMap<>();
    private final Map<UUID, List<Piece>> after = new HashMap<>();
    private final List<Wave> waves = new ArrayList<>();

    /** @param inForce the kinds of situations that hold when the steps are carried out */
    Cascade(WhatIf whatIf, Series series, LocalDate day, Set<String> inForce, WhatIfReader reader) {
        this.whatIf = whatIf;
        this.series = series;
        this.day = day;
        this.inForce = inForce;
        this.reader = reader;
        this.facts = new WhatIfFacts(whatIf, day, reader);
    }

    Cascade run() {
        Set<UUID> direct = new HashSet<>(whatIf.withdrawn());
        direct.addAll(whatIf.dropped().keySet());
        direct.addAll(reader.dependent(whatIf.approvals().keySet().stream().map(id -> "APPROVAL " + id).toList()));
        List<Promise> reached = new ArrayList<>(learn(direct));
        reached.addAll(whatIf.pledges());
        whatIf.pledges().forEach(pledge -> promises.put(pledge.id(), pledge));
        facts.learn(whatIf.pledges());
        List<Turn> turns = assess(reached);
        turns.addAll(leaving());
        long leaving = whatIf.parties().isEmpty() ? 0 : reader.howMany(series, whatIf.parties());
        note(turns, leaving);
        Set<String> turned = turned(reached);
        Set<String> parties = whatIf.parties();
        for (String party : parties) {
            turned.add("PARTY " + party);
        }
        while (!turned.isEmpty() || !parties.isEmpty()) {
            List<Promise> waiting = learn(reader.waiting(turned, parties));
            facts.cascade(waiting);
            note(assess(waiting), 0);
            turned = turned(waiting);
            parties = Set.of();
        }
        return this;
    }

    List<Wave> waves() {
        return waves;
    }

    Set<UUID> reached() {
        return after.keySet();
    }

    /** What was reached, as it is. */
    List<Piece> before() {
        return before.values().stream().flatMap(List::stream).toList();
    }

    /** What was reached, as it is when the steps are carried out. */
    List<Piece> after() {
        return after.values().stream().flatMap(List::stream).toList();
    }

    /** Those that can count, and are not taken away with their parties. */
    private List<Promise> learn(Set<UUID> ids) {
        List<Promise> fresh = reader.promises(ids.stream().filter(id -> !promises.containsKey(id)).toList()).stream()
                .filter(promise -> promise.series() == series && promise.isFiledGuarantee()
                        && !whatIf.parties().contains(promise.party()))
                .toList();
        fresh.forEach(promise -> promises.put(promise.id(), promise));
        facts.learn(fresh);
        reader.piecesOf(series, day, fresh.stream().map(Promise::id).toList())
                .forEach(piece -> before.computeIfAbsent(piece.commitment(), id -> new ArrayList<>()).add(piece));
        return ids.stream().map(promises::get).filter(Objects::nonNull).toList();
    }

    private List<Turn> assess(Collection<Promise> reached) {
        Set<Integer> audiences = reached.stream().map(Promise::amountsAudienceId).filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<Integer> hidden = reader.hidden(audiences);
        List<Turn> turns = new ArrayList<>();
        for (Promise promise : reached) {
            List<Piece> was = after.getOrDefault(promise.id(), before.getOrDefault(promise.id(), List.of()));
            Promise then = whatIf.applied(promise);
            List<Piece> is = then.isFiledGuarantee() && facts.isBeyondSight(promise)
                    ? was.stream().filter(piece -> !whatIf.parties().contains(piece.party())).toList()
                    : Piece.of(Assessor.assess(then, facts), day, audience -> audience == null || !hidden.contains(audience));
            after.put(promise.id(), is);
            turns.addAll(turns(promise, was, is, then));
        }
        return turns;
    }

    /** The commitments and parties that others may wait for and that stand no more, or stand now. */
    private Set<String> turned(Collection<Promise> reached) {
        Set<String> turned = new HashSet<>();
        for (Promise promise : reached) {
            Promise then = whatIf.applied(promise);
            boolean stood = standing.getOrDefault(promise.id(), !whatIf.isPledge(promise.id()) && facts.stood(promise));
            boolean stands = facts.stands(then);
            standing.put(promise.id(), stands);
            if (stood != stands) {
                facts.turn(then);
                turned.add("COMMITMENT " + promise.id());
                turned.add("PARTY " + promise.party());
            }
        }
        return turned;
    }

    private void note(List<Turn> turns, long more) {
        long commitments = more + turns.stream().map(Turn::commitment).filter(Objects::nonNull)
                .filter(id -> more == 0 || after.containsKey(id)).distinct().count()
                + turns.stream().filter(turn -> turn.commitment() == null).count();
        if (!turns.isEmpty()) {
            waves.add(new Wave(waves.size() + 1, commitments, turns.stream()
                    .sorted(Comparator.comparing(turn -> turn.party() + turn.commitment() + turn.requirement()))
                    .limit(Wave.MAX_TURNS).toList()));
        }
    }

    /** What a party gives to one requirement. */
    private record Part(UUID requirement, String party) {
    }

    private List<Turn> turns(Promise promise, List<Piece> was, List<Piece> is, Promise then) {
        Map<Part, List<Piece>> earlier = byPart(was);
        Map<Part, List<Piece>> later = byPart(is);
        Set<Part> parts = new LinkedHashSet<>(earlier.keySet());
        parts.addAll(later.keySet());
        List<Turn> turns = new ArrayList<>();
        for (Part part : parts) {
            List<Piece> one = earlier.getOrDefault(part, List.of());
            List<Piece> other = later.getOrDefault(part, List.of());
            Standing before = Standing.of(one, inForce);
            Standing after = Standing.of(other, inForce);
            if (before != after && !whatIf.parties().contains(part.party())) {
                turns.add(new Turn(whatIf.isPledge(promise.id()) ? null : promise.id(), null, part.party(), part.requirement(),
                        before,
                        after,
                        then.isFiledGuarantee() ? reasons(one, other, after.compareTo(before) > 0) : List.of("WITHDRAWN"),
                        facts.turnedConditions(promise).stream()
                                .map(condition -> new Awaited(condition.commitment(), null, condition.party())).distinct()
                                .toList()));
            }
        }
        return turns;
    }

    private static List<String> reasons(List<Piece> was, List<Piece> is, boolean further) {
        Set<String> reasons = shortfalls(further ? was : is);
        reasons.removeAll(shortfalls(further ? is : was));
        return List.copyOf(reasons);
    }

    private static Set<String> shortfalls(List<Piece> pieces) {
        return pieces.stream().map(Piece::what).filter(what -> !STAGES.contains(what))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<Part, List<Piece>> byPart(List<Piece> pieces) {
        return pieces.stream().collect(Collectors.groupingBy(piece -> new Part(piece.requirement(), piece.party()),
                LinkedHashMap::new, Collectors.toList()));
    }

    /** The first of what the parties that withdraw have given; of what others lead, their shares alone. */
    private List<Turn> leaving() {
        if (whatIf.parties().isEmpty()) {
            return List.of();
        }
        List<Turn> turns = new ArrayList<>();
        reader.piecesOf(series, day, reader.first(series, whatIf.parties(), Wave.MAX_TURNS)).stream()
                .filter(piece -> whatIf.parties().contains(piece.lead()) || whatIf.parties().contains(piece.party()))
                .collect(Collectors.groupingBy(Piece::commitment)).forEach((commitment, pieces) -> byPart(pieces).forEach(
                        (part, own) -> turns.add(new Turn(commitment, null, part.party(), part.requirement(),
                                Standing.of(own, inForce), Standing.NOTHING,
                                List.of(whatIf.parties().contains(own.get(0).lead()) ? "PARTY_WITHDRAWN" : "SHARE_WITHDRAWN"),
                                List.of()))));
        return turns.stream().filter(turn -> turn.before() != Standing.NOTHING).toList();
    }
}
