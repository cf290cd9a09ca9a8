package org.surety.priorities.commitment;

import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.surety.kit.follow.Followers;
import org.surety.kit.follow.LogFollower;

import io.quarkus.runtime.Startup;

/** The changes of commitments-service, as they come from the broker. */
@Startup
@ApplicationScoped
class CommitmentChanges {

    private final LogFollower follower;

    CommitmentChanges(Followers followers, CommitmentProjector projector) {
        this.follower = followers.follow("commitments", projector);
    }

    @Incoming("commitments")
    CompletionStage<Void> receive(Message<byte[]> message) {
        return follower.offer(message);
    }
}
