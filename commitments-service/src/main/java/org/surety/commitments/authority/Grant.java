package org.surety.commitments.authority;

import org.surety.contracts.AuthorityState;
import org.surety.kit.label.Label;

/** A grant of authority as it was published, and who may see it. */
record Grant(AuthorityState state, Label label) {
}
