package org.surety.priorities.remembered;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.surety.kit.follow.Batch;
import org.surety.kit.follow.ReceivedChange;

/**
 * Changes of other owners' records in rounds: each record is in each of them once at most, and none of its changes is passed over. So what
 * was known between two changes that come together is kept as well.
 */
public final class Rounds {

    private Rounds() {
    }

    /** The changes of these short types, in their order. */
    public static List<Batch> of(List<ReceivedChange> changes, Set<String> types) {
        List<List<ReceivedChange>> rounds = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (ReceivedChange change : changes) {
            if (types.contains(change.shortType())) {
                int round = seen.merge(change.subject(), 1, Integer::sum);
                if (rounds.size() < round) {
                    rounds.add(new ArrayList<>());
                }
                rounds.get(round - 1).add(change);
            }
        }
        return rounds.stream().map(round -> Batch.of(round, types)).toList();
    }
}
