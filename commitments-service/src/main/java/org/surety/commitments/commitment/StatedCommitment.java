package org.surety.commitments.commitment;

import java.util.UUID;

import org.surety.contracts.Basis;

/**
 * A commitment as a row of the own template states it.
 *
 * @param id of the record; null: to be found by the external id, or new
 * @param mapping by which it was imported; null: not said
 * @param state null: not said
 * @param keepsContact whether the point of contact is one that is not released to who exported the row, and stays as it is
 */
public record StatedCommitment(UUID id, String party, String externalId, String mapping, Basis basis, State state,
        boolean keepsContact, CommitmentDescription description) {
}
