package org.surety.priorities.obligation;

import java.time.LocalDate;
import java.util.List;

import org.surety.contracts.ObligationState;
import org.surety.kit.label.Label;
import org.surety.kit.log.NewChange;
import org.surety.kit.log.Reason;

/** Turns what a party said of an obligation into the contract's record. */
final class ObligationEvents {

    private ObligationEvents() {
    }

    static NewChange of(ObligationStep step, Obligation obligation, Label label, List<String> changed, LocalDate day) {
        NewChange change = switch (step) {
            case DONE -> done(obligation, label, day);
            case READY -> ready(obligation, label, day);
            default -> acknowledged(obligation, label, day);
        };
        // With the first step the record is new, and then nothing of it has changed.
        return obligation.version() == 1 ? change : change.changing(changed, Reason.NEW_FACT);
    }

    private static NewChange acknowledged(Obligation obligation, Label label, LocalDate day) {
        return change("obligation.acknowledged", obligation, label, day);
    }

    private static NewChange ready(Obligation obligation, Label label, LocalDate day) {
        return change("obligation.reported-ready", obligation, label, day);
    }

    private static NewChange done(Obligation obligation, Label label, LocalDate day) {
        return change("obligation.done", obligation, label, day);
    }

    private static NewChange change(String type, Obligation o, Label label, LocalDate day) {
        ObligationState state = new ObligationState(o.id(), o.situation(), o.commitment(), o.party(), o.series(), o.exercise(),
                o.acknowledgedOn(), o.readyOn(), o.doneOn());
        return NewChange.of(type, o.id(), o.version(), state, label, day);
    }
}
