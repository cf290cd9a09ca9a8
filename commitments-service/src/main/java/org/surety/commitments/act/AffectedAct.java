package org.surety.commitments.act;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * An act of somebody who belonged to a delegation. What it is worth does not depend on whether the person still does.
 *
 * @param leftOn the day from which the person belongs to the delegation no more; absent: still does
 * @param place of the commitment and of the act in it, by which the list is ordered
 */
record AffectedAct(UUID commitment, String title, ActRepresentation act, LocalDate leftOn, @JsonIgnore List<String> place) {
}
