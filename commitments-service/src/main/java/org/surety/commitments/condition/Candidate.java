package org.surety.commitments.condition;

import java.util.List;
import java.util.UUID;

import org.surety.kit.label.Label;

/**
 * A filed commitment as conditions look at it.
 *
 * @param label who may see it: who promises under a condition may rest only on what everybody sees who sees the promise
 * @param counts whether the decision on it counts on the day that is asked about
 */
record Candidate(UUID id, String party, String title, Label label, List<Condition> conditions, boolean counts) {
}
