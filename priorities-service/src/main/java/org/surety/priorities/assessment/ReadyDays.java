package org.surety.priorities.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.surety.contracts.CommitmentState.Readiness;
import org.surety.contracts.ReadinessLevel;

/** On which days something is known to be ready, or on the way to it, and on which not; each day is of one of the four. */
record ReadyDays(Days ready, Days notReady, Days stale, Days notStated) {

    /** That statement holds which took effect last; of several of one day the one that was recorded last. */
    static ReadyDays of(List<Readiness> statements) {
        TreeMap<LocalDate, Readiness> holding = new TreeMap<>();
        statements.forEach(statement -> holding.put(statement.effectiveOn(), statement));
        Days ready = Days.NONE;
        Days notReady = Days.NONE;
        for (Map.Entry<LocalDate, Readiness> entry : holding.entrySet()) {
            LocalDate next = holding.higherKey(entry.getKey());
            Days relied = Days.from(entry.getKey()).and(Days.until(entry.getValue().validUntil()))
                    .and(next == null ? Days.ALL : Days.before(next));
            if (entry.getValue().level() == ReadinessLevel.NOT_READY) {
                notReady = notReady.or(relied);
            } else {
                ready = ready.or(relied);
            }
        }
        Days stated = holding.isEmpty() ? Days.NONE : Days.from(holding.firstKey());
        return new ReadyDays(ready, notReady, stated.without(ready).without(notReady), Days.ALL.without(stated));
    }
}
