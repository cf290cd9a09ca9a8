package org.surety.commitments.approval;

import java.util.UUID;

import org.surety.contracts.Series;
import org.surety.kit.label.Label;

/** What the rules of commitments ask of an approval. */
public record ApprovalReference(UUID id, Series series, Label label) {
}
