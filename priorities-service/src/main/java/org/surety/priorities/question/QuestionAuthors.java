package org.surety.priorities.question;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.kit.actor.Actor;
import org.surety.kit.actor.CurrentActor;
import org.surety.kit.actor.Role;
import org.surety.kit.label.Label;
import org.surety.kit.label.Release;
import org.surety.kit.problem.NotPermitted;

/**
 * Who may write what of a question: an editor of its owner everything; the coordinator, who asks for the coalition, everything but the
 * resolution, where the coalition sees it.
 */
@ApplicationScoped
class QuestionAuthors {

    private final CurrentActor actor;

    QuestionAuthors(CurrentActor actor) {
        this.actor = actor;
    }

    /** The owner that the request names, and where it names none the party of the token. */
    String owner(String named) {
        return named != null ? named : actor.require().party();
    }

    void requireOwner(String party) {
        if (!isOwner(party)) {
            throw new NotPermitted("Only an editor of " + party + " resolves its questions.");
        }
    }

    /** @param label of the record as it is to be written */
    void requireAuthor(String party, Label label) {
        if (isOwner(party)) {
            return;
        }
        if (!actor.require().is(Role.COORDINATOR)) {
            throw new NotPermitted("Only an editor of " + party + " and the coordinator write questions that " + party + " owns.");
        }
        if (label.release().compareTo(Release.COALITION) < 0) {
            throw new NotPermitted("The coordinator writes questions only where they are released as COALITION or PUBLIC.");
        }
    }

    private boolean isOwner(String party) {
        Actor current = actor.require();
        return current.is(Role.EDITOR) && current.isOf(party);
    }
}
