package org.surety.priorities.credibility;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.surety.priorities.credibility.Credibility.Status;

/** Military commitments that fell away, and those that say they are there in their place: a value without a database. */
final class FallenAway {

    private final Map<UUID, Fallen> fallen = new LinkedHashMap<>();
    private final Map<UUID, List<InPlace>> naming = new HashMap<>();

    /**
     * @param fallen withdrawn on the day, or refused by a body whose approval they need
     * @param inPlace others that name them
     */
    FallenAway(List<Fallen> fallen, List<InPlace> inPlace) {
        fallen.forEach(one -> this.fallen.put(one.id(), one));
        inPlace.forEach(other -> Stream.concat(other.supersedes().stream(), other.supplements().stream()).distinct()
                .forEach(id -> naming.computeIfAbsent(id, key -> new ArrayList<>()).add(other)));
    }

    Collection<Fallen> fallen() {
        return fallen.values();
    }

    /**
     * One that fell away.
     *
     * @param hiddenSuccessor its withdrawal names what takes its place, and that is not released to the viewer
     */
    record Fallen(UUID id, String name, boolean hiddenSuccessor, List<Amount> amounts) {
    }

    /**
     * One that names others.
     *
     * @param supplement by sanctions or money
     * @param standing whether it is decided on, and neither withdrawn nor refused
     */
    record InPlace(boolean supplement, boolean standing, List<UUID> supersedes, List<UUID> supplements, List<Amount> amounts) {
    }

    /**
     * How much it gives to a requirement, or as a whole.
     *
     * @param requirement null: as a whole
     * @param unit of the whole; null: not said, or told by the requirement
     * @param quantity null: not disclosed to the viewer
     */
    record Amount(UUID requirement, String unit, BigDecimal quantity) {
    }

    /** What an amount is of. */
    private record Measure(UUID requirement, String unit) {
    }

    /** Whether something is in its place. Whatever succeeds it and is as large need not stand: it is asked about itself. */
    Status status(Fallen one) {
        List<InPlace> others = naming.getOrDefault(one.id(), List.of());
        if (others.stream().anyMatch(other -> other.supplement() && other.standing())) {
            return Status.MET;
        }
        List<Status> successors = others.stream().filter(other -> !other.supplement() && other.supersedes().contains(one.id()))
                .map(this::asLarge).toList();
        if (successors.contains(Status.MET)) {
            return Status.MET;
        }
        return one.hiddenSuccessor() || successors.contains(Status.CANNOT_BE_TOLD) ? Status.CANNOT_BE_TOLD : Status.NOT_MET;
    }

    /** Whether it is as large as all together whose place it takes. */
    private Status asLarge(InPlace successor) {
        Map<Measure, BigDecimal> needed = new HashMap<>();
        successor.supersedes().stream().map(fallen::get).filter(Objects::nonNull)
                .forEach(one -> asked(one.amounts()).forEach(amount -> add(needed, amount)));
        Map<Measure, BigDecimal> given = new HashMap<>();
        successor.amounts().forEach(amount -> add(given, amount));
        List<Status> each = needed.keySet().stream().map(measure -> asLarge(measure, given, needed.get(measure))).toList();
        return each.contains(Status.NOT_MET)
                ? Status.NOT_MET
                : each.contains(Status.CANNOT_BE_TOLD) ? Status.CANNOT_BE_TOLD : Status.MET;
    }

    /** Other units are no proof of less; nothing for a requirement is. */
    private static Status asLarge(Measure measure, Map<Measure, BigDecimal> given, BigDecimal needed) {
        if (!given.containsKey(measure)) {
            return measure.requirement() == null ? Status.CANNOT_BE_TOLD : Status.NOT_MET;
        }
        BigDecimal quantity = given.get(measure);
        if (quantity == null || needed == null) {
            return Status.CANNOT_BE_TOLD;
        }
        return quantity.compareTo(needed) >= 0 ? Status.MET : Status.NOT_MET;
    }

    /** The whole decides only where nothing is given to a requirement. */
    private static List<Amount> asked(List<Amount> amounts) {
        List<Amount> toRequirements = amounts.stream().filter(amount -> amount.requirement() != null).toList();
        return toRequirements.isEmpty() ? amounts : toRequirements;
    }

    /** A sum of which a part is not disclosed is not disclosed. */
    private static void add(Map<Measure, BigDecimal> sums, Amount amount) {
        Measure measure = new Measure(amount.requirement(), amount.unit());
        BigDecimal known = sums.containsKey(measure) ? sums.get(measure) : BigDecimal.ZERO;
        sums.put(measure, known == null || amount.quantity() == null ? null : known.add(amount.quantity()));
    }
}
