package org.surety.delegations.delegation;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.surety.contracts.DelegationState;
import org.surety.kit.label.Label;
import org.surety.kit.log.NewChange;
import org.surety.kit.log.Reason;

/** Turns what happened to a delegation into the contract's record. */
final class DelegationEvents {

    private DelegationEvents() {
    }

    static NewChange formed(Delegation delegation, Label label, LocalDate day) {
        return change("delegation.formed", delegation, null, label, day);
    }

    static NewChange amended(Delegation delegation, Label label, List<String> changed, LocalDate day) {
        return change("delegation.amended", delegation, null, label, day).changing(changed, Reason.NEW_FACT);
    }

    /** Effective on the day the restructure took effect where that is known, else on the day it was recorded. */
    static NewChange restructured(Delegation delegation, Restructure restructure, Label label, List<String> changed,
            LocalDate day) {
        LocalDate effective = restructure.effectiveAt().instant() == null
                ? day
                : restructure.effectiveAt().instant().atZone(ZoneOffset.UTC).toLocalDate();
        return change("delegation.restructured", delegation, new DelegationState.Restructure(restructure.id(), restructure.reason(),
                restructure.announcedBy(), restructure.announcedAt(), restructure.effectiveAt()), label, effective)
                .changing(changed, Reason.NEW_FACT);
    }

    private static NewChange change(String type, Delegation delegation, DelegationState.Restructure restructure, Label label,
            LocalDate day) {
        Composition composition = delegation.composition();
        DelegationState state = new DelegationState(delegation.id(), delegation.gathering(), delegation.party(),
                composition.level(),
                composition.levelBasis().name(), delegation.plannedLevel(), composition.head().kind().name(),
                composition.head().persons(), composition.members(), composition.represents(), restructure);
        return NewChange.of(type, delegation.id(), delegation.version(), state, label, day);
    }
}
