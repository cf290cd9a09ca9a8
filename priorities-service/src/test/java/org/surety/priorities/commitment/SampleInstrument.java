package org.surety.priorities.commitment;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.surety.contracts.BindingForm;
import org.surety.contracts.InstrumentKind;
import org.surety.contracts.InstrumentState;
import org.surety.contracts.Series;

/**
 * An instrument of the exercise, open to all, as a change brings it.
 *
 * @param inForceOn null: it is not in force
 * @param terminatedOn null: it has not ended
 */
public record SampleInstrument(UUID id, long version, LocalDate inForceOn, LocalDate terminatedOn) {

    public SampleInstrument lasting(LocalDate from, LocalDate until) {
        return new SampleInstrument(id, version + 1, from, until);
    }

    public InstrumentState state() {
        return new InstrumentState(id, "XAA", Series.EXERCISE, InstrumentKind.STATUS_OF_FORCES_AGREEMENT, "Status of forces",
                BindingForm.LEGAL, null, null, null, List.of(), List.of(), inForceOn, terminatedOn, "SIGNED");
    }

    public boolean isInForce(LocalDate day) {
        return inForceOn != null && !day.isBefore(inForceOn) && (terminatedOn == null || day.isBefore(terminatedOn));
    }
}
