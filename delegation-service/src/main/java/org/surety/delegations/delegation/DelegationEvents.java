package org.surety.delegations.delegation;

import java.time.LocalDate;
import java.util.List;

import org.surety.contracts.DelegationState;
import org.surety.delegations.composition.Composition;
import org.surety.kit.label.Label;
import org.surety.kit.log.NewChange;
import org.surety.kit.log.Reason;

/** Turns what happened to a delegation into the contract's record. */
final class DelegationEvents {

    private DelegationEvents() {
    }

    static NewChange formed(Delegation delegation, Label label, LocalDate day) {
        LocalDate formedOn = delegation.formedOn().day();
        return change("delegation.formed", delegation, null, label, formedOn == null ? day : formedOn);
    }

    static NewChange amended(Delegation delegation, Label label, List<String> changed, LocalDate day) {
        return change("delegation.amended", delegation, null, label, day).changing(changed, Reason.NEW_FACT);
    }

    /** Effective on the day from which the restructure counts. */
    static NewChange restructured(Delegation delegation, Restructure restructure, Label label, List<String> changed) {
        return change("delegation.restructured", delegation, state(restructure), label, restructure.effectiveOn())
                .changing(changed, Reason.NEW_FACT);
    }

    static NewChange corrected(Delegation delegation, Restructure restructure, Label label, List<String> changed) {
        return change("delegation.corrected", delegation, state(restructure), label, restructure.effectiveOn())
                .changing(changed, Reason.CORRECTION);
    }

    private static DelegationState.Restructure state(Restructure restructure) {
        Composition later = restructure.later();
        return new DelegationState.Restructure(restructure.id(), restructure.reason(), restructure.announcedBy(),
                restructure.announcedAt(), restructure.effectiveAt(), restructure.effectiveOn(),
                restructure.effectiveBasis().name(),
                new DelegationState.Composition(later.level(), later.levelBasis().name(), later.head().kind().name(),
                        later.head().persons(), later.members(), later.represents()),
                restructure.corrects(), restructure.correctionReason());
    }

    private static NewChange change(String type, Delegation delegation, DelegationState.Restructure restructure, Label label,
            LocalDate day) {
        Composition composition = delegation.composition();
        boolean headPlanned = delegation.plannedHead() != null;
        DelegationState state = new DelegationState(delegation.id(), delegation.gathering(), delegation.party(),
                composition.level(), composition.levelBasis().name(), delegation.plannedLevel(),
                composition.head().kind().name(), composition.head().persons(), composition.members(), composition.represents(),
                restructure, delegation.formedOn(), headPlanned ? delegation.plannedHead().kind().name() : null,
                headPlanned ? delegation.plannedHead().persons() : null, delegation.plannedMembers());
        return NewChange.of(type, delegation.id(), delegation.version(), state, label, day);
    }
}
