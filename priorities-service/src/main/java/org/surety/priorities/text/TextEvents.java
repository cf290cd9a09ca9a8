package org.surety.priorities.text;

import org.surety.contracts.TextState;
import org.surety.kit.label.Label;
import org.surety.kit.log.NewChange;

/** Turns a version of a text into the contract's record. */
final class TextEvents {

    private TextEvents() {
    }

    static NewChange recorded(TextVersion text, Label label) {
        TextState state = new TextState(text.id(), text.series(), text.priority(), text.number(), text.language(), text.status(),
                text.title(), text.day(), text.source());
        return NewChange.of("text.recorded", text.id(), text.version(), state, label, text.day());
    }
}
