package org.surety.priorities.party;

import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.surety.kit.follow.Followers;
import org.surety.kit.follow.LogFollower;

import io.quarkus.runtime.Startup;

/** The changes of delegation-service, as far as this service remembers anything of them: its parties and their groups. */
@Startup
@ApplicationScoped
class PartyChanges {

    private final LogFollower follower;

    PartyChanges(Followers followers, PartyProjector parties, PartyGroupProjector groups) {
        this.follower = followers.follow("delegations", changes -> {
            parties.apply(changes);
            groups.apply(changes);
        });
    }

    @Incoming("delegations")
    CompletionStage<Void> receive(Message<byte[]> message) {
        return follower.offer(message);
    }
}
