package org.surety.commitments.authority;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import org.surety.contracts.KindOfAct;
import org.surety.kit.label.Label;

/**
 * Whether a person could do something for a party.
 *
 * @param scopes what the act falls under
 * @param day on which it was done
 * @param label of the record that shows the answer: grants that not all of its viewers may see do not count for it
 */
public record Question(UUID person, String party, KindOfAct act, Set<String> scopes, LocalDate day, Label label) {
}
