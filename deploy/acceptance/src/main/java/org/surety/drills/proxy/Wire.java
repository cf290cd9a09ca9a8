package org.surety.drills.proxy;

import java.util.List;

/**
 * The language spoken on one connection: cuts its bytes into messages and names those worth watching. One object for both directions,
 * since an answer is understood by its question; calls from the two directions come from two threads.
 */
public interface Wire {

    /**
     * One whole message, or bytes that are forwarded as they are.
     *
     * @param what null when nobody needs to know
     */
    record Message(byte[] bytes, String what) {
    }

    /** Takes what came and answers the messages that are complete with it, in order. */
    List<Message> take(Direction direction, byte[] bytes, int length);

    /** Bytes nobody looks into. */
    Wire RAW = (direction, bytes, length) -> List.of(new Message(java.util.Arrays.copyOf(bytes, length), null));
}
