package org.surety.commitments.instrument;

import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.commitments.commitment.ActRules;

/** How a party leaves an instrument; the fields as those of {@link Signing}. */
record Denunciation(String party, UUID person, LocalDate doneOn,
        @Schema(description = "At most 2,000 characters. " + ActRules.NO_NAMES) String reason,
        @Schema(description = ActRules.SOURCE) String source) {

    Step step() {
        return new Step(party, InstrumentActKind.DENOUNCED, person, doneOn, source, reason);
    }
}
