package org.surety.gateway.changes;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;

/**
 * What was fetched of one service's feed and not shown yet, and the place behind what was shown. A change that stays here was not skipped:
 * the place has not moved past it.
 */
public final class Shelf {

    private final Deque<FeedChange> changes = new ArrayDeque<>();
    private Place place;
    private boolean behind = true;

    public Shelf(Place place) {
        this.place = place;
    }

    /** The next page; the one before has been shown. */
    public void put(FeedPage page) {
        changes.addAll(page.changes());
        behind = page.more();
        if (changes.isEmpty()) {
            place = page.next();
        }
    }

    /** Nobody knows what there is, and nobody waits for it. */
    public void away() {
        behind = false;
    }

    public FeedChange take() {
        FeedChange change = changes.remove();
        place = change.after();
        return change;
    }

    public Place place() {
        return place;
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Whether there is something in the feed that is not here yet, or nobody has looked. */
    public boolean behind() {
        return behind;
    }

    /**
     * The one whose first change is the next by the time it was recorded; of equal ones the first. Empty if there is nothing to show, or
     * one has to be filled before: what is missing there may be earlier.
     */
    public static OptionalInt next(List<Shelf> shelves) {
        int next = -1;
        for (int i = 0; i < shelves.size(); i++) {
            Deque<FeedChange> changes = shelves.get(i).changes;
            if (changes.isEmpty()) {
                if (shelves.get(i).behind) {
                    return OptionalInt.empty();
                }
            } else if (next < 0
                    || changes.peek().recordedAt().isBefore(shelves.get(next).changes.peek().recordedAt())) {
                next = i;
            }
        }
        return next < 0 ? OptionalInt.empty() : OptionalInt.of(next);
    }
}
