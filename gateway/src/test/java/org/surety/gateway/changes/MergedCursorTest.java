package org.surety.gateway.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MergedCursorTest {

    private static final Place A = Place.after("a-cursor_1");
    private static final Place B = Place.after("a_cursor-2");

    @Test
    void isReadAsItWasWrittenAndHasOneLength() {
        for (List<Place> places : List.of(List.of(A, B, A), List.of(Place.BEGINNING, B, Place.NOW),
                List.of(Place.NOW, Place.NOW, A))) {
            MergedCursor cursor = new MergedCursor(places);
            assertEquals(3 * 10 + 2, cursor.text().length());
            assertEquals(Optional.of(cursor), MergedCursor.read(cursor.text(), 3));
        }
        assertEquals("a-cursor_1.~b________.~n________", new MergedCursor(List.of(A, Place.BEGINNING, Place.NOW)).text());
    }

    @Test
    void placesAreAskedForAsTheServicesKnowThem() {
        assertEquals("", Place.BEGINNING.parameter());
        assertEquals("&after=now", Place.NOW.parameter());
        assertEquals("&after=a-cursor_1", A.parameter());
    }

    @Test
    void onePlaceMovesAndTheOthersStay() {
        assertEquals(new MergedCursor(List.of(A, B, A)), MergedCursor.everywhere(A, 3).with(1, B));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", ".", "a.b", "a.b.c.d", "a..c", "a.b.", ".b.c", "a.b.c d", "a.b.c&limit=1", "a.b.~", "a.b.~c",
            "a.b.~bx",
            "a.b.~b_~", "a.b.%41", "a.b.c\n"})
    void nothingElseIsOne(String text) {
        assertTrue(MergedCursor.read(text, 3).isEmpty(), text);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "a.b", "~b", "a b", "a&limit=1"})
    void cursorThatCouldBreakOutIsNotTakenFromAService(String cursor) {
        assertThrows(IllegalArgumentException.class, () -> Place.after(cursor));
    }
}
