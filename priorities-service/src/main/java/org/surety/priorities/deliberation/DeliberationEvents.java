package org.surety.priorities.deliberation;

import org.surety.contracts.DeliberationState;
import org.surety.kit.label.Label;
import org.surety.kit.log.NewChange;

/** Turns a step of a deliberation into the contract's record. */
final class DeliberationEvents {

    private DeliberationEvents() {
    }

    static NewChange moved(Deliberation step, Label label) {
        DeliberationState state = new DeliberationState(step.id(), step.series(), step.priority(), step.state(), step.from(),
                step.leads(), step.reason(), step.source());
        return NewChange.of("deliberation.moved", step.id(), step.version(), state, label, step.from());
    }
}
