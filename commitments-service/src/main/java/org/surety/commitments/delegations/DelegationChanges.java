package org.surety.commitments.delegations;

import java.util.List;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.surety.commitments.party.PartyProjector;
import org.surety.kit.follow.Followers;
import org.surety.kit.follow.LogFollower;
import org.surety.kit.follow.Projector;

import io.quarkus.runtime.Startup;

/** Receives what delegation-service publishes: each of those who remember a part of it takes what is theirs. */
@Startup
@ApplicationScoped
public class DelegationChanges {

    private final LogFollower follower;

    DelegationChanges(Followers followers, PartyProjector parties, PersonProjector persons, GrantProjector grants,
            DelegationProjector delegations) {
        List<Projector> projectors = List.of(parties, persons, grants, delegations);
        this.follower = followers.follow("delegations",
                changes -> projectors.forEach(projector -> projector.apply(changes)));
    }

    @Incoming("delegations")
    public CompletionStage<Void> receive(Message<byte[]> message) {
        return follower.offer(message);
    }
}
