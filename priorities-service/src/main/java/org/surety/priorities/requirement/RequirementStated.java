package org.surety.priorities.requirement;

import java.util.UUID;

/** Told inside the transaction in which a requirement is stated: nothing can contribute to it yet. */
public record RequirementStated(UUID id) {
}
