package org.surety.commitments.commitment;

import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.contracts.BindingForm;
import org.surety.contracts.KindOfAct;

/**
 * By whom a draft becomes a promise, and how it is to bind.
 *
 * @param person who makes the promise for the party; the id of a record of delegation-service
 * @param binding POLITICAL when left out. LEGAL: an act by which the party consents to be bound, for which the person needs authority
 * @param doneOn the day it was done; today when left out
 * @param source may be absent
 */
record FilingRequest(UUID person, BindingForm binding, LocalDate doneOn,
        @Schema(description = ActRules.SOURCE) String source) {

    BindingForm bindingOrPolitical() {
        return binding == null ? BindingForm.POLITICAL : binding;
    }

    KindOfAct act() {
        return Commitment.promising(bindingOrPolitical());
    }
}
