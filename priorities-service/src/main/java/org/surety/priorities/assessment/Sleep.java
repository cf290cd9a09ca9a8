package org.surety.priorities.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import org.surety.contracts.CommitmentState.Trigger;
import org.surety.contracts.TriggerKind;

/**
 * What wakes a dormant promise.
 *
 * @param awake days on which a date has woken it; all when nothing is waited for
 * @param wakes what wakes it on the other days, in the order of the kinds, with commas; a date as {@code DATE:2027-01-01}. Null: it never sleeps
 */
record Sleep(Days awake, String wakes) {

    static Sleep of(List<Trigger> triggers) {
        if (triggers.isEmpty()) {
            return new Sleep(Days.ALL, null);
        }
        LocalDate day = triggers.stream().filter(trigger -> trigger.kind() == TriggerKind.DATE).map(Trigger::day).findFirst()
                .orElse(null);
        return new Sleep(day == null ? Days.NONE : Days.from(day),
                triggers.stream().sorted((one, other) -> one.kind().compareTo(other.kind()))
                        .map(trigger -> trigger.kind() == TriggerKind.DATE ? "DATE:" + trigger.day() : trigger.kind().name())
                        .collect(Collectors.joining(",")));
    }
}
