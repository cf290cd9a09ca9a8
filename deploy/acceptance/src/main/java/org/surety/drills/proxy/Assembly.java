package org.surety.drills.proxy;

import java.util.Arrays;

/** Bytes of one direction that are not yet a whole message. */
final class Assembly {
    private byte[] bytes = new byte[0];

    void add(byte[] more, int length) {
        byte[] all = Arrays.copyOf(bytes, bytes.length + length);
        System.arraycopy(more, 0, all, bytes.length, length);
        bytes = all;
    }

    int length() {
        return bytes.length;
    }

    /** Unsigned byte at the place. */
    int at(int index) {
        return bytes[index] & 0xff;
    }

    int shortAt(int index) {
        return at(index) << 8 | at(index + 1);
    }

    int intAt(int index) {
        return at(index) << 24 | at(index + 1) << 16 | at(index + 2) << 8 | at(index + 3);
    }

    /** Takes the first bytes away. */
    byte[] cut(int length) {
        byte[] first = Arrays.copyOf(bytes, length);
        bytes = Arrays.copyOfRange(bytes, length, bytes.length);
        return first;
    }
}
