package org.surety.commitments.imports;

import java.io.InputStream;
import java.util.function.IntFunction;

/** The file of an import, read piece by piece from the database: one piece is held at a time. */
class StoredFile extends InputStream {

    private final IntFunction<byte[]> pieces;
    private byte[] piece = new byte[0];
    private int next;
    private int position;
    private boolean ended;

    /** @param pieces the pieces by their number from 0; an empty one ends the file */
    StoredFile(IntFunction<byte[]> pieces) {
        this.pieces = pieces;
    }

    @Override
    public int read() {
        return hasMore() ? piece[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!hasMore()) {
            return -1;
        }
        int copied = Math.min(length, piece.length - position);
        System.arraycopy(piece, position, target, offset, copied);
        position += copied;
        return copied;
    }

    private boolean hasMore() {
        if (!ended && position == piece.length) {
            piece = pieces.apply(next++);
            position = 0;
            ended = piece.length == 0;
        }
        return !ended;
    }
}
