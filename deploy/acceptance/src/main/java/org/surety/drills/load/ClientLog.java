package org.surety.drills.load;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What the clients know: a line of JSON when an attempt begins and one when it ends, each in the file before the client goes on, however this
 * process ends. The checker reads the file, not this object.
 */
public final class ClientLog implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final BufferedWriter out;
    private final AtomicLong acknowledged = new AtomicLong();

    public ClientLog(Path file) {
        try {
            out = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public synchronized void write(LogLine line) {
        try {
            out.write(JSON.writeValueAsString(line));
            out.newLine();
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (line.last() && line.outcome() == Outcome.ACKNOWLEDGED) {
            acknowledged.incrementAndGet();
        }
    }

    /** Operations acknowledged since this object was made. */
    public long acknowledged() {
        return acknowledged.get();
    }

    @Override
    public synchronized void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
