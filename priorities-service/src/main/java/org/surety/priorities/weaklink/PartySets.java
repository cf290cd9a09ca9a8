package org.surety.priorities.weaklink;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sets of parties whose loss together leaves too little. A part falls with a set when it falls with one of it: each condition hangs on one
 * party. So each part has a mask of the parties with which it falls, and a set is tried without assessing anything again.
 */
final class PartySets {

    /** One bit of a mask each; 40 parties have 9,880 sets of three. */
    static final int MAX_PARTIES = 40;

    /**
     * Parties that are lost together.
     *
     * @param left how much is assured without them
     */
    record PartySet(List<String> parties, BigDecimal left) {
    }

    private record Named(long mask, BigDecimal quantity) {
    }

    private final List<String> parties;
    private final BigDecimal minimum;
    private final Map<Long, BigDecimal> single = new HashMap<>();
    private final List<List<Named>> shared = new ArrayList<>();
    private final List<Long> found = new ArrayList<>();
    private final List<PartySet> sets = new ArrayList<>();

    /** @param falling for each party, at most 40, the parts that fall with it */
    PartySets(Holding holding, Map<String, Set<Part>> falling, BigDecimal minimum) {
        this.parties = falling.keySet().stream().sorted().toList();
        this.minimum = minimum;
        for (List<Part> named : holding.things()) {
            List<Named> masked = named.stream().map(part -> new Named(mask(part, falling), part.known())).toList();
            if (masked.size() == 1) {
                single.merge(masked.get(0).mask(), masked.get(0).quantity(), BigDecimal::add);
            } else {
                shared.add(masked);
            }
        }
    }

    private long mask(Part part, Map<String, Set<Part>> falling) {
        long mask = 0;
        for (int i = 0; i < parties.size(); i++) {
            mask |= falling.get(parties.get(i)).contains(part) ? 1L << i : 0;
        }
        return mask;
    }

    /** Those of two to so many parties that contain no smaller one, single parties among the smaller. */
    List<PartySet> upTo(int size) {
        for (int i = 1; i <= size; i++) {
            extend(0, 0, i, i == 1);
        }
        return List.copyOf(sets);
    }

    private void extend(long mask, int from, int missing, boolean single) {
        if (found.stream().anyMatch(smaller -> (mask & smaller) == smaller)) {
            return;
        }
        if (missing == 0) {
            BigDecimal left = left(mask);
            if (left.compareTo(minimum) < 0) {
                found.add(mask);
                if (!single) {
                    sets.add(new PartySet(parties(mask), left));
                }
            }
            return;
        }
        for (int i = from; i <= parties.size() - missing; i++) {
            extend(mask | 1L << i, i + 1, missing - 1, single);
        }
    }

    private List<String> parties(long mask) {
        List<String> members = new ArrayList<>();
        for (int i = 0; i < parties.size(); i++) {
            if ((mask & 1L << i) != 0) {
                members.add(parties.get(i));
            }
        }
        return members;
    }

    private BigDecimal left(long lost) {
        BigDecimal left = BigDecimal.ZERO;
        for (Map.Entry<Long, BigDecimal> one : single.entrySet()) {
            left = (one.getKey() & lost) == 0 ? left.add(one.getValue()) : left;
        }
        for (List<Named> named : shared) {
            left = left.add(named.stream().filter(one -> (one.mask() & lost) == 0).map(Named::quantity)
                    .reduce(BigDecimal.ZERO, BigDecimal::max));
        }
        return left;
    }
}
