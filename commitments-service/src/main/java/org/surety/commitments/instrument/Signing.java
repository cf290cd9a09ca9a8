package org.surety.commitments.instrument;

import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.commitments.commitment.ActRules;

/**
 * How a party joins an instrument.
 *
 * @param party that of who says it when left out
 * @param person who acted for the party; absent of the public record, which another than the party writes down from a source
 * @param doneOn today when left out; of the public record it is stated
 */
record Signing(String party, Kind kind, UUID person, LocalDate doneOn, @Schema(description = ActRules.SOURCE) String source) {

    enum Kind {
        ADOPTED, SIGNED
    }

    Step step() {
        return new Step(party, kind == null ? null : InstrumentActKind.valueOf(kind.name()), person, doneOn, source, null);
    }
}
