package org.surety.commitments.act;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

import org.surety.commitments.authority.Verdict;
import org.surety.contracts.AuthorityAnswer;
import org.surety.contracts.Ground;
import org.surety.contracts.KindOfAct;
import org.surety.kit.label.Reference;

/**
 * An act as it is answered.
 *
 * @param party of an act on a share: whose it is; absent: the one whose commitment it is
 * @param act what it is in the terms of authority
 * @param successor of a withdrawal: the commitment that took its place; absent: none
 * @param authority whether the person had it; PROVISIONAL: not established yet
 * @param ground of a YES; absent: none is needed, or there is none
 * @param grants that decide it
 * @param missing what would make it a YES
 * @param judgedAt when it was judged last
 */
public record ActRepresentation(UUID id, ActKind kind, String party, KindOfAct act, Reference person, LocalDate doneOn,
        String source,
        String reason, Reference successor,
        AuthorityAnswer authority, Ground ground, List<Reference> grants, String missing, Instant judgedAt) {

    public static ActRepresentation of(Act act, Predicate<UUID> visible) {
        Verdict verdict = act.verdict();
        return new ActRepresentation(act.id(), act.kind(), act.party(), act.act(), Reference.to(act.person(), visible),
                act.doneOn(), act.source(), act.reason(), Reference.to(act.successor(), visible),
                verdict.answer(), verdict.ground(),
                verdict.grants().stream().map(grant -> Reference.to(grant, visible)).toList(), verdict.missing(),
                verdict.at());
    }

    /** Whether it names a record that is not released to the viewer. */
    public boolean hidesAnything() {
        return person.equals(Reference.NOT_RELEASED) || grants.contains(Reference.NOT_RELEASED)
                || Reference.NOT_RELEASED.equals(successor);
    }
}
