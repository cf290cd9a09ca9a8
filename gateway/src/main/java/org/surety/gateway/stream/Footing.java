package org.surety.gateway.stream;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

import org.surety.gateway.changes.MergedCursor;

/**
 * Where a listener that has come this far by itself stands in a group's journal: for each service, the number up to which it has that
 * service's changes, and its own place. The two feeds of a service that equal viewers see are one, but what was recorded in different
 * services at the same time may have come in different order.
 */
record Footing(long[] upTo, MergedCursor own) {

    /** At one number in every service: of somebody who was in the group, or begins with it. */
    static Footing at(long number, MergedCursor cursor) {
        long[] upTo = new long[cursor.places().size()];
        Arrays.fill(upTo, number);
        return new Footing(upTo, cursor);
    }

    /**
     * Empty if it cannot be told yet. It can for a service if the group has the change that the listener had last, or if both are known to
     * stand at the same place.
     */
    static Optional<Footing> of(Poller own, Poller group) {
        long[] upTo = new long[own.tails().size()];
        for (int i = 0; i < upTo.length; i++) {
            Tail mine = own.tails().get(i);
            OptionalLong number = group.journal().numberOf(i, mine.last());
            if (number.isPresent()) {
                upTo[i] = number.getAsLong();
            } else if (mine.levelWith(group.tails().get(i))) {
                upTo[i] = group.journal().end();
            } else {
                return Optional.empty();
            }
        }
        Footing footing = new Footing(upTo, own.cursor());
        return group.journal().reaches(footing.first()) ? Optional.of(footing) : Optional.empty();
    }

    /** The number behind which there is something new, maybe. */
    long first() {
        return LongStream.of(upTo).min().orElseThrow();
    }

    boolean has(long number, StreamEvent event) {
        return event.service() >= 0 && number <= upTo[event.service()];
    }

    /** The place behind an event for this listener: in each service its own or the group's, whichever is further. */
    MergedCursor behind(long number, StreamEvent event) {
        MergedCursor behind = event.cursor();
        for (int i = 0; i < upTo.length; i++) {
            if (upTo[i] > number) {
                behind = behind.with(i, own.of(i));
            }
        }
        return behind;
    }
}
