package org.surety.commitments.act;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

import org.surety.commitments.authority.Verdict;
import org.surety.contracts.CommitmentState;
import org.surety.contracts.KindOfAct;

/**
 * A step by a person for the party, and what was judged of the person's authority.
 *
 * @param act what it is in the terms of authority
 * @param party of an act on a share: whose it is; null: the one whose commitment it is
 * @param reason of a withdrawal; null otherwise
 * @param successor of a withdrawal: what takes its place; null: nothing that was named
 */
public record Act(UUID id, ActKind kind, UUID person, KindOfAct act, LocalDate doneOn, String source, String reason,
        UUID successor, String party, Verdict verdict) {

    public Act judged(Verdict anew) {
        return new Act(id, kind, person, act, doneOn, source, reason, successor, party, anew);
    }

    /** Whether it is this act, said again; without a day, of whatever day it is. What another act brought about was never said. */
    public boolean says(ActKind of, UUID by, LocalDate day, String from, String forReason) {
        return kind == of && successor == null && person.equals(by) && (day == null || day.equals(doneOn))
                && Objects.equals(source, from) && Objects.equals(reason, forReason);
    }

    public CommitmentState.Act published() {
        return new CommitmentState.Act(id, kind.name(), person, act, doneOn, verdict.answer(), verdict.ground(),
                successor, party);
    }
}
