package org.surety.commitments.instrument;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.kit.actor.Actor;
import org.surety.kit.actor.CurrentActor;
import org.surety.kit.actor.Role;
import org.surety.kit.label.Label;
import org.surety.kit.label.Release;
import org.surety.kit.problem.NotPermitted;

/**
 * Who may write what of an instrument: an editor of the party whose record it is; the coordinator what a source says, for everybody to see;
 * and an editor of any party how that party joins and leaves.
 */
@ApplicationScoped
class InstrumentAuthors {

    private final CurrentActor actor;

    InstrumentAuthors(CurrentActor actor) {
        this.actor = actor;
    }

    /** For the record itself, its texts and what became of it. */
    void require(String party, Label label, boolean sourced) {
        Actor current = actor.require();
        if (isEditorOf(current, party)) {
            return;
        }
        if (!current.is(Role.COORDINATOR)) {
            throw new NotPermitted("An editor writes instruments of the own party only; this one is of " + party + ".");
        }
        if (label.release() != Release.PUBLIC) {
            throw new NotPermitted("The coordinator writes an instrument of " + party + " only where it is released as PUBLIC.");
        }
        if (!sourced) {
            throw new NotPermitted("The coordinator records for " + party + " only what a source says: name it.");
        }
    }

    /** Whose step somebody speaks of who names no party: that of the own. */
    String ownParty() {
        return actor.require().party();
    }

    /** Whether it is the party itself that says how it joins or leaves; anybody else needs a source, and says nothing of a person. */
    boolean speaksFor(String party) {
        return isEditorOf(actor.require(), party);
    }

    private static boolean isEditorOf(Actor current, String party) {
        return current.is(Role.EDITOR) && current.isOf(party);
    }
}
