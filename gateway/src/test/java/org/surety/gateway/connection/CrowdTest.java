package org.surety.gateway.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.surety.gateway.connection.Crowd.Entry;

class CrowdTest {

    private final Network one = Network.of("192.0.2.1").orElseThrow();
    private final Network other = Network.of("192.0.2.2").orElseThrow();

    @Test
    void roomIsLimitedInAllAndForOneAddress() {
        Crowd crowd = new Crowd(3, 2);
        assertEquals(Entry.ADMITTED, crowd.enter(one));
        assertEquals(Entry.ADMITTED, crowd.enter(one));
        assertEquals(Entry.TOO_MANY_OF_ONE, crowd.enter(one));
        assertEquals(Entry.ADMITTED, crowd.enter(other));
        assertEquals(Entry.TOO_MANY, crowd.enter(other));
        crowd.leave(one);
        assertEquals(Entry.ADMITTED, crowd.enter(other));
        assertEquals(3, crowd.size());
    }

    @Test
    void whoHasLeftIsForgotten() {
        Crowd crowd = new Crowd(10, 1);
        for (int i = 0; i < 100; i++) {
            assertEquals(Entry.ADMITTED, crowd.enter(one));
            assertEquals(Entry.TOO_MANY_OF_ONE, crowd.enter(one));
            crowd.leave(one);
        }
        assertEquals(0, crowd.size());
        assertEquals(0, crowd.networks());
    }

    @Test
    void oneAddressMayTakeAllRoomUnlessToldOtherwise() {
        Crowd crowd = new Crowd(2, 0);
        assertEquals(Entry.ADMITTED, crowd.enter(one));
        assertEquals(Entry.ADMITTED, crowd.enter(one));
        assertEquals(Entry.TOO_MANY, crowd.enter(one));
        assertThrows(IllegalArgumentException.class, () -> new Crowd(0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Crowd(1, -1));
    }
}
