package org.surety.commitments.authority;

import java.util.UUID;

import org.surety.contracts.Rank;
import org.surety.kit.label.Label;

/** What this service knows of a person: whose it is and of what rank, and who may see it. */
record PersonReference(UUID id, String party, Rank rank, Label label) {
}
