package org.surety.drills.proxy;

import java.util.Arrays;

/** Bytes of one direction that are not yet a whole message. */
final class Assembly {
    private byte[] bytes = new byte[0];
    private int begin;

    void add(byte[] more, int length) {
        byte[] all = new byte[length() + length];
        System.arraycopy(bytes, begin, all, 0, length());
        System.arraycopy(more, 0, all, length(), length);
        bytes = all;
        begin = 0;
    }

    int length() {
        return bytes.length - begin;
    }

    /** Unsigned byte at the place. */
    int at(int index) {
        return bytes[begin + index] & 0xff;
    }

    int shortAt(int index) {
        return at(index) << 8 | at(index + 1);
    }

    int intAt(int index) {
        return at(index) << 24 | at(index + 1) << 16 | at(index + 2) << 8 | at(index + 3);
    }

    /** Takes the first bytes away. */
    byte[] cut(int length) {
        byte[] first = Arrays.copyOfRange(bytes, begin, begin + length);
        begin += length;
        return first;
    }
}
