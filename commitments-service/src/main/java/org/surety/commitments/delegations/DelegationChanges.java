package org.surety.commitments.delegations;

import java.util.List;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.surety.commitments.act.OpenActs;
import org.surety.commitments.party.PartyProjector;
import org.surety.kit.follow.Followers;
import org.surety.kit.follow.LogFollower;
import org.surety.kit.follow.Projector;
import org.surety.kit.follow.ReceivedChange;

import io.quarkus.runtime.Startup;

/** Receives what delegation-service publishes. */
@Startup
@ApplicationScoped
public class DelegationChanges {

    private final LogFollower follower;

    DelegationChanges(Followers followers, PartyProjector parties, PersonProjector persons, GrantProjector grants,
            DelegationProjector delegations, OpenActs openActs) {
        this.follower = followers.follow("delegations", new All(List.of(parties, persons, grants, delegations), openActs));
    }

    /** Each takes what is theirs. When a new generation takes its place, anything may have become known of anybody. */
    private record All(List<Projector> projectors, OpenActs openActs) implements Projector {

        @Override
        public void apply(List<ReceivedChange> changes) {
            projectors.forEach(projector -> projector.apply(changes));
        }

        @Override
        public void complete() {
            openActs.allDue();
        }
    }

    @Incoming("delegations")
    public CompletionStage<Void> receive(Message<byte[]> message) {
        return follower.offer(message);
    }
}
