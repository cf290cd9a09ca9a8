package org.surety.commitments.requirement;

import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.surety.kit.follow.Followers;
import org.surety.kit.follow.LogFollower;

import io.quarkus.runtime.Startup;

/** Receives what priorities-service publishes. */
@Startup
@ApplicationScoped
public class RequirementChanges {

    private final LogFollower follower;

    RequirementChanges(Followers followers, RequirementProjector projector) {
        this.follower = followers.follow("priorities", projector);
    }

    @Incoming("priorities")
    public CompletionStage<Void> receive(Message<byte[]> message) {
        return follower.offer(message);
    }
}
