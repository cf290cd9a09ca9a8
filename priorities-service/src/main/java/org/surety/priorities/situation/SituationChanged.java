package org.surety.priorities.situation;

import java.util.UUID;

/** Told inside the transaction in which somebody has acted on a situation: on which days it holds may be otherwise now. */
public record SituationChanged(UUID id) {
}
