package org.surety.commitments.act;

import java.time.LocalDate;
import java.util.Set;

import org.surety.commitments.authority.Verdict;
import org.surety.kit.actor.Actor;

/** The records of one kind that move by acts of persons. */
public interface ActedRecords {

    /** Who appends what nobody asked for. */
    Actor REVIEW = new Actor("commitments-service", "commitments-service", null, Set.of());

    ActedRecord kind();

    /**
     * Judges an act again, in the transaction and under the viewer of the caller, and appends the change if the verdict says otherwise than
     * before.
     *
     * @param day today
     */
    Verdict judgeAgain(OpenActs.OpenAct next, LocalDate day);
}
