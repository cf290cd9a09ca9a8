package org.surety.commitments.condition;

import java.util.UUID;

import org.surety.contracts.Series;
import org.surety.kit.label.Label;

/** A record that a condition names, as the rules of commitments ask for it. */
public record Ground(UUID id, Series series, Label label) {
}
