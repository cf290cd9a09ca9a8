package org.surety.commitments.template;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.surety.commitments.trigger.Trigger;
import org.surety.contracts.TriggerKind;

/** Triggers in a cell: {@code CEASEFIRE_IN_FORCE;DATE:2027-01-01}. */
final class TriggerCells {

    private TriggerCells() {
    }

    static String text(List<Trigger> triggers) {
        return triggers.stream().map(trigger -> trigger.kind() + (trigger.day() == null ? "" : ":" + trigger.day()))
                .collect(Collectors.joining(";"));
    }

    /** Empty when the word is none. */
    static Optional<Trigger> read(String word) {
        int colon = word.indexOf(':');
        String name = (colon < 0 ? word : word.substring(0, colon)).strip();
        try {
            LocalDate day = colon < 0 ? null : LocalDate.parse(word.substring(colon + 1).strip());
            return Arrays.stream(TriggerKind.values()).filter(kind -> kind.name().equals(name)).findFirst()
                    .map(kind -> new Trigger(kind, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
