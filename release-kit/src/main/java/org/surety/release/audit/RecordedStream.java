package org.surety.release.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CompletionException;

import jakarta.ws.rs.core.StreamingOutput;

import org.surety.release.audit.ReadEntry.Part;

/**
 * A file that is written as a stream, begun to be recorded before its first byte. What went out is counted while it is written, and
 * committed before its end is given: nobody has the whole file before it is recorded what is in it.
 */
class RecordedStream implements StreamingOutput {

    private final StreamingOutput file;
    private final ReadEntry begun;
    private final Reading reading;
    private final ReadLog log;

    RecordedStream(StreamingOutput file, ReadEntry begun, Reading reading, ReadLog log) {
        this.file = file;
        this.begun = begun;
        this.reading = reading;
        this.log = log;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        HeldEnd held = new HeldEnd(out);
        boolean whole = false;
        try {
            file.write(held);
            whole = true;
        } finally {
            end(whole ? Part.ENDED : Part.BROKEN_OFF);
        }
        held.release();
    }

    /** Waits in the thread that writes the file. */
    private void end(Part part) {
        if (part == Part.BROKEN_OFF && reading.given() == null) {
            reading.givesNoRecord();
        }
        Given given = reading.given();
        if (given == null) {
            throw new IllegalStateException("it is not said what the file of " + begun.path() + " gives");
        }
        try {
            log.append(begun.as(part, given)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof ReadNotRecorded refused ? refused : e;
        }
    }

    /** Passes on what is written but for the last bytes. Whoever writes may close it; it is closed by who made what is under it. */
    static class HeldEnd extends OutputStream {

        private static final int SIZE = 8192;

        private final OutputStream out;
        private final byte[] end = new byte[SIZE];
        private int held;

        HeldEnd(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[]{ (byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (held + length > SIZE) {
                release();
            }
            int through = Math.max(0, length - SIZE);
            out.write(bytes, offset, through);
            System.arraycopy(bytes, offset + through, end, held, length - through);
            held += length - through;
        }

        /** Passes the last bytes on. */
        void release() throws IOException {
            out.write(end, 0, held);
            held = 0;
        }

        @Override
        public void flush() {
            // What is held is given when the file is recorded; what is not was passed on.
        }

        @Override
        public void close() {
            // See above.
        }
    }
}
