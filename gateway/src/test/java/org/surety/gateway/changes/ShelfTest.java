package org.surety.gateway.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;

class ShelfTest {

    private static final Instant BEGIN = Instant.parse("2026-11-01T08:00:00Z");

    private final List<Shelf> shelves = List.of(new Shelf(Place.BEGINNING), new Shelf(Place.BEGINNING), new Shelf(Place.BEGINNING));

    @Test
    void earliestIsNextAndOfEqualOnesTheFirstService() {
        shelves.get(0).put(page(false, 3, 5));
        shelves.get(1).put(page(false, 1, 5));
        shelves.get(2).put(page(false));
        assertEquals(List.of(1, 0, 0, 1), taken());
        assertEquals(Place.after("after5"), shelves.get(1).place());
        assertEquals(Place.after("end"), shelves.get(2).place(), "a page without a change moves its place");
    }

    @Test
    void nothingIsShownWhileOneMayHaveAnEarlierOne() {
        shelves.get(0).put(page(false, 3));
        shelves.get(1).put(page(true, 1));
        assertTrue(Shelf.next(shelves).isEmpty(), "nobody has looked at the third");
        shelves.get(2).away();
        assertEquals(List.of(1), taken());
        shelves.get(1).put(page(false, 2, 9));
        assertEquals(List.of(1, 0, 1), taken());
    }

    @Test
    void placeStandsBehindWhatWasShownAndNotBehindWhatWasFetched() {
        shelves.get(0).put(page(true, 1, 2, 3));
        shelves.get(0).take();
        shelves.get(0).take();
        assertEquals(Place.after("after2"), shelves.get(0).place());
        assertTrue(shelves.get(0).behind());
    }

    private List<Integer> taken() {
        List<Integer> taken = new ArrayList<>();
        for (OptionalInt next = Shelf.next(shelves); next.isPresent(); next = Shelf.next(shelves)) {
            taken.add(next.getAsInt());
            shelves.get(next.getAsInt()).take();
        }
        return taken;
    }

    private static FeedPage page(boolean more, int... seconds) {
        List<FeedChange> changes = new ArrayList<>();
        for (int second : seconds) {
            changes.add(new FeedChange("c" + second, BEGIN.plusSeconds(second), Place.after("after" + second), "{}"));
        }
        return new FeedPage(changes, Place.after("end"), more);
    }
}
