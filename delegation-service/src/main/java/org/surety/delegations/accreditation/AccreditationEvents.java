package org.surety.delegations.accreditation;

import java.time.LocalDate;
import java.util.List;

import org.surety.contracts.AccreditationState;
import org.surety.kit.label.Label;
import org.surety.kit.log.NewChange;
import org.surety.kit.log.Reason;

/** Turns what happened to an accreditation into the contract's record. */
final class AccreditationEvents {

    private AccreditationEvents() {
    }

    static NewChange requested(Accreditation accreditation, Label label) {
        return change("accreditation.requested", accreditation, label, accreditation.requestedOn());
    }

    static NewChange decided(Accreditation accreditation, Label label, List<String> changed) {
        return change("accreditation.decided", accreditation, label, accreditation.decision().decidedOn())
                .changing(changed, Reason.NEW_FACT);
    }

    static NewChange withdrawn(Accreditation accreditation, Label label, List<String> changed) {
        return change("accreditation.withdrawn", accreditation, label, accreditation.withdrawal().withdrawnOn())
                .changing(changed, Reason.NEW_FACT);
    }

    private static NewChange change(String type, Accreditation a, Label label, LocalDate day) {
        AccreditationState state = new AccreditationState(a.id(), a.gathering(), a.delegation(), a.party(), a.host(), a.person(),
                a.status().name(), a.requestedOn(), a.decision() == null ? null : a.decision().decidedOn());
        return NewChange.of(type, a.id(), a.version(), state, label, day);
    }
}
