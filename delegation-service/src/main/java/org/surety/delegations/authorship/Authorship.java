package org.surety.delegations.authorship;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.contracts.Source;
import org.surety.delegations.party.PartyService;
import org.surety.kit.actor.Actor;
import org.surety.kit.actor.CurrentActor;
import org.surety.kit.actor.Role;
import org.surety.kit.label.Label;
import org.surety.kit.label.Release;
import org.surety.kit.problem.NotPermitted;

/**
 * Who may write a record of a party: an editor of that party; an editor of a party that it has named as its focal point, today and on its
 * behalf; and the coordinator, who keeps the public record of who was sent, from a cited source and for everybody to see.
 */
@ApplicationScoped
public class Authorship {

    private final CurrentActor actor;
    private final PartyService parties;

    Authorship(CurrentActor actor, PartyService parties) {
        this.actor = actor;
        this.parties = parties;
    }

    /** For a record that names its sources. */
    public void requireFor(String party, Label label, List<Source> sources) {
        if (requireWriter(party, label) && sources.isEmpty()) {
            throw new NotPermitted("The coordinator records for " + party + " only what a source says: name it in sources.");
        }
    }

    /** For a record that belongs to others, which name theirs. */
    public void requireFor(String party, Label label) {
        requireWriter(party, label);
    }

    /** Whether the coordinator writes on the public record; refuses everybody else but who writes for the party. */
    private boolean requireWriter(String party, Label label) {
        Actor current = actor.require();
        if (current.is(Role.EDITOR) && (current.isOf(party) || entersFor(party, label, current))) {
            return false;
        }
        if (!current.is(Role.COORDINATOR)) {
            throw new NotPermitted("Only an editor of " + party + " writes its records.");
        }
        if (label.release() != Release.PUBLIC) {
            throw new NotPermitted("The coordinator writes a record of " + party + " only where it is released as PUBLIC.");
        }
        return true;
    }

    /** What a focal point enters it must be able to read again, or nobody could say what it has entered, and it could correct nothing. */
    private boolean entersFor(String party, Label label, Actor current) {
        if (current.party() == null || !parties.isEnteredBy(party, current.party())) {
            return false;
        }
        boolean released = switch (label.release()) {
            case NATIONAL -> false;
            case NAMED -> label.parties().contains(current.party());
            case COALITION -> parties.isOfTheCoalition(current.party());
            case PUBLIC -> true;
        };
        if (!released) {
            throw new NotPermitted(
                    current.party() + " enters for " + party + " only what is released to " + current.party() + " too.");
        }
        return true;
    }
}
