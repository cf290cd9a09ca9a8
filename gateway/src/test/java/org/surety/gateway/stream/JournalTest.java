package org.surety.gateway.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.surety.gateway.changes.MergedCursor;
import org.surety.gateway.changes.Place;

class JournalTest {

    private static final int KEPT = 5;

    private final Journal journal = new Journal(KEPT);

    @Test
    void whatIsKeptIsReadFromAnyNumber() {
        fill(7);
        assertEquals(7, journal.end());
        assertFalse(journal.reaches(1));
        for (int from = 2; from <= 7; from++) {
            assertTrue(journal.reaches(from));
            for (int number = from + 1; number <= 7; number++) {
                assertEquals("c" + number, journal.event(number).change());
            }
        }
    }

    @Test
    void changeIsFoundByItsServiceAsLongAsItIsKept() {
        fill(7);
        assertEquals(OptionalLong.of(3), journal.numberOf(0, "c3"));
        assertTrue(journal.numberOf(0, "c2").isEmpty());
        assertTrue(journal.numberOf(1, "c3").isEmpty(), "another service's");
        assertTrue(journal.numberOf(0, null).isEmpty());
    }

    @Test
    void cursorLeadsToItsPlaceAsLongAsWhatFollowsIsKept() {
        journal.remember("begin");
        fill(KEPT);
        journal.remember("heartbeat");
        assertEquals(OptionalLong.of(0), journal.placeOf("begin"));
        assertEquals(OptionalLong.of(2), journal.placeOf(cursor(2).text()));
        assertEquals(OptionalLong.of(KEPT), journal.placeOf("heartbeat"));
        fill(1);
        assertTrue(journal.placeOf("begin").isEmpty());
        assertTrue(journal.placeOf("never given").isEmpty());
    }

    @Test
    void heartbeatsWithoutEndAreNotKeptWithoutBound() {
        for (int i = 0; i < 100; i++) {
            journal.remember("heartbeat" + i);
        }
        assertTrue(journal.placeOf("heartbeat89").isEmpty());
        assertEquals(OptionalLong.of(0), journal.placeOf("heartbeat90"));
    }

    private void fill(int count) {
        for (int i = 0; i < count; i++) {
            int number = (int) journal.end() + 1;
            journal.append(new StreamEvent(0, "c" + number, cursor(number), "change", "{}"));
        }
    }

    private static MergedCursor cursor(int number) {
        return MergedCursor.everywhere(Place.after("place" + number), 3);
    }
}
