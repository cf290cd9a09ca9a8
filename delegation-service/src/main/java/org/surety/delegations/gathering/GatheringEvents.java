package org.surety.delegations.gathering;

import java.time.LocalDate;
import java.util.List;

import org.surety.contracts.GatheringState;
import org.surety.kit.label.Label;
import org.surety.kit.log.NewChange;
import org.surety.kit.log.Reason;

/** Turns what happened to a gathering into the contract's record. */
final class GatheringEvents {

    private GatheringEvents() {
    }

    static NewChange planned(Gathering gathering, Label label, LocalDate day) {
        return change("gathering.planned", gathering, label, day);
    }

    static NewChange amended(Gathering gathering, Label label, List<String> changed, LocalDate day) {
        return change("gathering.amended", gathering, label, day).changing(changed, Reason.NEW_FACT);
    }

    static NewChange cancelled(Gathering gathering, Label label, List<String> changed, LocalDate day) {
        return change("gathering.cancelled", gathering, label, day).changing(changed, Reason.NEW_FACT);
    }

    private static NewChange change(String type, Gathering g, Label label, LocalDate day) {
        GatheringState state = new GatheringState(g.id(), g.series(), g.title(), g.place(), g.host(), g.coChairs(), g.startsOn(),
                g.endsOn(), g.status().name(), g.outcomes().isEmpty() ? null : g.outcomes());
        return NewChange.of(type, g.id(), g.version(), state, label, day);
    }
}
