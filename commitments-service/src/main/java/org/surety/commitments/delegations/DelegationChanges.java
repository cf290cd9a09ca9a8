package org.surety.commitments.party;

import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.surety.kit.follow.Followers;
import org.surety.kit.follow.LogFollower;

import io.quarkus.runtime.Startup;

/** Receives what delegation-service publishes. */
@Startup
@ApplicationScoped
public class PartyChanges {

    private final LogFollower follower;

    PartyChanges(Followers followers, PartyProjector projector) {
        this.follower = followers.follow("delegations", projector);
    }

    @Incoming("delegations")
    public CompletionStage<Void> receive(Message<byte[]> message) {
        return follower.offer(message);
    }
}
