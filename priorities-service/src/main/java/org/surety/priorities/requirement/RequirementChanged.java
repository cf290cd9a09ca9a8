package org.surety.priorities.requirement;

import java.util.UUID;

/** Told inside the transaction in which something of a requirement changed that decides what counts for it. */
public record RequirementChanged(UUID id) {
}
