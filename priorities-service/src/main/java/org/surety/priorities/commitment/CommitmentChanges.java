package org.surety.priorities.commitment;

import java.util.List;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.surety.kit.follow.Followers;
import org.surety.kit.follow.LogFollower;
import org.surety.kit.follow.Projector;
import org.surety.kit.follow.ReceivedChange;
import org.surety.priorities.engagement.ActivityProjector;
import org.surety.priorities.minimum.MinimumProjector;

import io.quarkus.runtime.Startup;

/** The changes of commitments-service, as they come from the broker. */
@Startup
@ApplicationScoped
class CommitmentChanges {

    private final LogFollower follower;

    CommitmentChanges(Followers followers, CommitmentProjector commitments, ApprovalProjector approvals,
            InstrumentProjector instruments, DeliveryProjector deliveries, ActivityProjector activities,
            MinimumProjector minima) {
        this.follower = followers.follow("commitments",
                new All(List.of(commitments, approvals, instruments, deliveries, activities, minima)));
    }

    /** Each takes what is theirs. */
    private record All(List<Projector> projectors) implements Projector {

        @Override
        public void apply(List<ReceivedChange> changes) {
            projectors.forEach(projector -> projector.apply(changes));
        }

        @Override
        public void refill(List<ReceivedChange> changes) {
            projectors.forEach(projector -> projector.refill(changes));
        }

        @Override
        public void complete() {
            projectors.forEach(Projector::complete);
        }
    }

    @Incoming("commitments")
    CompletionStage<Void> receive(Message<byte[]> message) {
        return follower.offer(message);
    }
}
