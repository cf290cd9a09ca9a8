package org.surety.priorities.weaklink;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.surety.contracts.CommitmentState.Condition;
import org.surety.priorities.assessment.Promise;
import org.surety.priorities.remembered.StoredFacts;

/** Which promises may be worth less when something is lost, because they need it or wait for it: no others have to be assessed again. */
final class Waiting {

    private final Map<Loss, Set<Promise>> promises = new LinkedHashMap<>();
    private final StoredFacts facts;
    private final LocalDate day;

    Waiting(Collection<Promise> dependent, StoredFacts facts, LocalDate day) {
        this.facts = facts;
        this.day = day;
        for (Promise promise : dependent) {
            promise.approvals().forEach(id -> on(Loss.approval(id), promise));
            promise.conditions().forEach(condition -> on(condition, promise));
        }
    }

    Set<Loss> losses() {
        return promises.keySet();
    }

    Set<Promise> on(Loss loss) {
        return promises.getOrDefault(loss, Set.of());
    }

    private void on(Loss loss, Promise promise) {
        promises.computeIfAbsent(loss, key -> new LinkedHashSet<>()).add(promise);
    }

    private void on(Condition condition, Promise promise) {
        switch (condition.kind()) {
            case COMMITMENT -> {
                Promise other = facts.commitment(condition.commitment());
                if (other != null) {
                    on(Loss.party(other.party()), promise);
                    onAll(List.of(other), promise);
                }
            }
            case PARTICIPATION -> {
                on(Loss.party(condition.party()), promise);
                onAll(facts.meeting(condition.party(), promise).filter(other -> other.counts(facts).contains(day)).toList(),
                        promise);
            }
            case INSTRUMENT_IN_FORCE, HOST_CONSENT -> {
                // Who signed and who consents is no promise of a part; an approval that a host gives is among those it needs.
            }
        }
    }

    /** Any one of these is enough: so one matters only where there is no other, and an approval where all of them need it. */
    private void onAll(List<Promise> others, Promise promise) {
        if (others.size() == 1) {
            on(Loss.commitment(others.get(0).id()), promise);
        }
        Set<UUID> shared = new LinkedHashSet<>(others.isEmpty() ? List.of() : others.get(0).approvals());
        others.forEach(other -> shared.retainAll(other.approvals()));
        shared.forEach(id -> on(Loss.approval(id), promise));
    }
}
