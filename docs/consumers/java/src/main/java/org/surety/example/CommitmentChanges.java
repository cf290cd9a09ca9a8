package org.surety.example;

import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.surety.kit.follow.Followers;
import org.surety.kit.follow.LogFollower;

import io.quarkus.runtime.Startup;

/**
 * The changes of commitments-service, as they come from the broker. The follower does the rest: watermark, holes, the feed while the
 * broker is away, parking, the rebuild after the log has diverged, and acknowledging once a change is stored.
 */
// Made at the start and not with the first message: the feed is followed when the broker is away from the beginning, too.
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
