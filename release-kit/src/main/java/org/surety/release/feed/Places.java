package org.surety.release.feed;

import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.kit.actor.Actor;
import org.surety.kit.http.Seal;
import org.surety.kit.log.LogConfig;
import org.surety.kit.problem.InvalidRequest;

/**
 * Places as cursors: sealed, all of one length whatever they hold, and bound to this log's owner and to the viewer's party and roles. So
 * what a cursor is tells nothing, and all listeners of one party and the same roles may share one.
 */
@ApplicationScoped
class Places {

    private final Seal seal;
    private final String owner;

    Places(Seal seal, LogConfig log) {
        this.seal = seal;
        this.owner = log.owner().orElseThrow();
    }

    String close(Place place, Actor viewer) {
        UUID log = place.log();
        byte[] content = ByteBuffer.allocate(4 * Long.BYTES).putLong(log.getMostSignificantBits())
                .putLong(log.getLeastSignificantBits())
                .putLong(place.sequence()).putLong(place.began()).array();
        return seal.close(content, bound(viewer));
    }

    /** @throws InvalidRequest where it is none of this feed, of another viewer, or altered */
    Place open(String cursor, Actor viewer) {
        ByteBuffer content = ByteBuffer.wrap(seal.open(cursor, bound(viewer)).orElseThrow(
                () -> new InvalidRequest("after", "must be \"now\" or a cursor that this feed gave to your party and roles")));
        return new Place(new UUID(content.getLong(), content.getLong()), content.getLong(), content.getLong());
    }

    private String bound(Actor viewer) {
        return "changes of " + owner + "|" + viewer.party() + "|"
                + viewer.roles().stream().sorted().collect(Collectors.joining(","));
    }
}
