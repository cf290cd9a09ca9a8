package org.surety.commitments.instrument;

import java.time.LocalDate;
import java.util.UUID;

import org.surety.contracts.BindingForm;
import org.surety.contracts.KindOfAct;

/** What is said of a party's step, before anybody judges it. */
record Step(String party, InstrumentActKind kind, UUID person, LocalDate doneOn, String source, String reason) {

    Step of(String named) {
        return new Step(named, kind, person, doneOn, source, reason);
    }

    /** What it is in the terms of authority. A political text creates no legal obligation, so joining and leaving it asks for no powers. */
    KindOfAct act(BindingForm binding) {
        if (binding == BindingForm.POLITICAL) {
            return KindOfAct.POLITICAL_PROMISE;
        }
        return switch (kind) {
            case ADOPTED -> KindOfAct.ADOPTION_OF_TEXT;
            case SIGNED -> KindOfAct.CONSENT_TO_BE_BOUND;
            case DENOUNCED -> KindOfAct.TERMINATION;
        };
    }
}
