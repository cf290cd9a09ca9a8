package org.surety.gateway.stream;

import org.surety.gateway.changes.FeedAnswer;
import org.surety.gateway.changes.Feeds.Asked;
import org.surety.gateway.changes.Place;
import org.surety.gateway.changes.Shelf;
import org.surety.gateway.relay.Reply;

/**
 * How far a poller has come with one service. Times are ticks of the clock that all pollers share: a question asked at a later tick than an
 * answer came was sent after it.
 */
final class Tail {

    private final Shelf shelf;
    private Asked asked;
    private long askedTick;
    private long headTick = -1;
    private long movedTick;
    private boolean heard;
    private boolean pausing;
    private Reply trouble;
    private String last;

    Tail(Place from, long tick) {
        this.shelf = new Shelf(from);
        this.movedTick = tick;
    }

    Shelf shelf() {
        return shelf;
    }

    boolean mayAsk() {
        return asked == null && !pausing && shelf.isEmpty();
    }

    void asks(Asked question, long tick) {
        asked = question;
        askedTick = tick;
    }

    void came(FeedAnswer answer, long tick) {
        asked = null;
        heard = true;
        trouble = answer.reply();
        if (!answer.answered()) {
            shelf.away();
            return;
        }
        boolean resolved = shelf.place().equals(Place.NOW);
        shelf.put(answer.page());
        if (resolved || !answer.page().changes().isEmpty()) {
            movedTick = tick;
        }
        if (!answer.page().changes().isEmpty()) {
            last = answer.page().changes().get(answer.page().changes().size() - 1).id();
        }
        if (!answer.page().more()) {
            headTick = askedTick;
        }
    }

    void pause(boolean now) {
        pausing = now;
    }

    void cancel() {
        if (asked != null) {
            asked.cancel();
            asked = null;
        }
    }

    /** Whether the service has answered at all, or was found away. */
    boolean heard() {
        return heard;
    }

    /** Why the service's latest answer was none, or null. */
    Reply trouble() {
        return trouble;
    }

    /** The latest change that came, or null. */
    String last() {
        return last;
    }

    /** Whether all that came was shown and there is no more, or nobody knows. */
    boolean idle() {
        return heard && shelf.isEmpty() && !shelf.behind();
    }

    /**
     * Whether both stand at the same place, whatever their cursors look like: each has been told that nothing follows by an answer to a
     * question which was sent after the other had come to where it is.
     */
    boolean levelWith(Tail other) {
        return idle() && other.idle() && headTick > other.movedTick && other.headTick > movedTick;
    }
}
