package org.surety.commitments.trigger;

import java.time.LocalDate;
import java.util.List;

import org.surety.commitments.commitment.ActRules;
import org.surety.contracts.Basis;
import org.surety.contracts.CommitmentState;
import org.surety.contracts.TriggerKind;
import org.surety.kit.problem.Violations;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What wakes a dormant commitment; of several any one does.
 *
 * @param day of DATE alone: it is awake from this day on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Trigger(TriggerKind kind, LocalDate day) {

    private static final int MOST = TriggerKind.values().length;

    public CommitmentState.Trigger published() {
        return new CommitmentState.Trigger(kind, day);
    }

    /** Whether the day alone tells that it has occurred; of what somebody has to declare, nobody knows it here. */
    private boolean isOver(LocalDate on) {
        return day != null && !day.isAfter(on);
    }

    /** Whether a commitment with these sleeps on the day, as far as days tell. */
    public static boolean areDormant(List<Trigger> triggers, LocalDate on) {
        return !triggers.isEmpty() && triggers.stream().noneMatch(trigger -> trigger.isOver(on));
    }

    /** What the triggers of a description must be. */
    public static void check(List<Trigger> triggers, Basis basis, Violations violations) {
        violations.check(triggers.size() <= MOST, "triggers", "must be at most " + MOST)
                .check(triggers.isEmpty() || basis == Basis.GUARANTEE, "triggers",
                        "are for guarantees alone: earlier support has been given");
        for (int i = 0; i < triggers.size(); i++) {
            Trigger trigger = triggers.get(i);
            String field = "triggers[" + i + "]";
            TriggerKind kind = trigger == null ? null : trigger.kind();
            violations.check(kind != null, field + ".kind", "must be stated");
            if (kind != null) {
                trigger.checkDay(field + ".day", violations);
                violations.check(triggers.stream().limit(i).noneMatch(other -> other != null && other.kind() == kind),
                        field + ".kind", "is named twice");
            }
        }
    }

    private void checkDay(String field, Violations violations) {
        violations.check(kind != TriggerKind.DATE || day != null, field, "must be stated: the day on which it wakes")
                .check(kind == TriggerKind.DATE || day == null, field, "is for DATE alone")
                .check(ActRules.isOrdinary(day), field, ActRules.ORDINARY);
    }
}
