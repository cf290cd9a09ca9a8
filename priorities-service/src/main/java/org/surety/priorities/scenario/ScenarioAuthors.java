package org.surety.priorities.scenario;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.kit.actor.Actor;
import org.surety.kit.actor.CurrentActor;
import org.surety.kit.actor.Role;
import org.surety.kit.problem.NotPermitted;

/** Who may write a scenario: an editor of the party whose it is, and the coordinator what is nobody's. */
@ApplicationScoped
class ScenarioAuthors {

    private final CurrentActor actor;

    ScenarioAuthors(CurrentActor actor) {
        this.actor = actor;
    }

    /** Whose it is: the party that the request names, where it names none the one of an editor; null: the coordinator's. */
    String owner(String named) {
        Actor current = actor.require();
        return named != null || !current.is(Role.EDITOR) ? named : current.party();
    }

    void require(String party) {
        Actor current = actor.require();
        if (party == null ? !current.is(Role.COORDINATOR) : !current.is(Role.EDITOR) || !current.isOf(party)) {
            throw new NotPermitted(party == null
                    ? "Only the coordinator writes scenarios that are of no party."
                    : "Only an editor of " + party + " writes its scenarios.");
        }
    }
}
