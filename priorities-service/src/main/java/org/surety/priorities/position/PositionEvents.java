package org.surety.priorities.position;

import java.util.List;

import org.surety.contracts.PositionState;
import org.surety.kit.label.Label;
import org.surety.kit.log.NewChange;
import org.surety.kit.log.Reason;

/** Turns what happened to a position into the contract's record. */
final class PositionEvents {

    private PositionEvents() {
    }

    static NewChange stated(Position position, Label label) {
        return change("position.stated", position, label);
    }

    static NewChange amended(Position position, Label label, List<String> changed) {
        return change("position.amended", position, label).changing(changed, Reason.CORRECTION);
    }

    static NewChange withdrawn(Position position, Label label, List<String> changed) {
        return change("position.withdrawn", position, label).changing(changed, Reason.CORRECTION);
    }

    private static NewChange change(String type, Position position, Label label) {
        PositionState state = new PositionState(position.id(), position.party(), position.series(), position.priority(),
                position.stance(), position.reservation(), position.statedOn(), position.source(), position.isWithdrawn(),
                position.withdrawalReason());
        return NewChange.of(type, position.id(), position.version(), state, label, position.statedOn());
    }
}
