package org.surety.commitments.instrument;

import java.util.UUID;

import org.surety.contracts.Series;
import org.surety.kit.label.Label;

/** What a record that names an instrument has to know of it. */
public record InstrumentReference(UUID id, Series series, Label label) {
}
