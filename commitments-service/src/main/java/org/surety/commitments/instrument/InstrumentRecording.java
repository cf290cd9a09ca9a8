package org.surety.commitments.instrument;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.commitments.commitment.ActRules;
import org.surety.contracts.BindingForm;
import org.surety.contracts.InstrumentKind;
import org.surety.contracts.Source;
import org.surety.kit.label.Label;
import org.surety.kit.problem.Violations;

/**
 * An instrument to be recorded; see {@link InstrumentDescription} for the fields that PUT replaces.
 *
 * @param party whose record it is; that says nothing of who adopts or signs it
 */
record InstrumentRecording(String party, InstrumentKind kind, @Schema(description = ActRules.NO_NAMES) String title,
        BindingForm binding, @Schema(description = ActRules.NO_NAMES) String place, UUID gathering, LocalDate adoptedOn,
        @Schema(description = ActRules.NO_NAMES) List<Source> sources, Label.Representation label) {

    void check() {
        new Violations().check(party != null && party.matches("[A-Z]{2,12}"), "party", "must be the code of a party").refuse();
    }

    InstrumentDescription description() {
        return new InstrumentDescription(kind, title, binding, place, gathering, adoptedOn, sources, label);
    }
}
