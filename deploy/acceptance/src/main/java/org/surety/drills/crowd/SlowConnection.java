package org.surety.drills.crowd;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** A connection that gives or takes a byte at a time; ended by the other side, it begins anew. */
final class SlowConnection {
    private static final int SMALL_BUFFER = 2048;
    private static final byte[] FILLING = { 'x'};

    /** What it is slow at. */
    enum Manner {
        HEAD, BODY, READER
    }

    private final Manner manner;
    private final InetSocketAddress from;
    private final InetSocketAddress to;
    private final ByteBuffer one = ByteBuffer.allocate(1);
    private SocketChannel channel;
    private ByteBuffer begun;
    private boolean established;

    /** @param from an address of its own, or there are too few ports */
    SlowConnection(Manner manner, InetSocketAddress from, InetSocketAddress to) {
        this.manner = manner;
        this.from = from;
        this.to = to;
    }

    Manner manner() {
        return manner;
    }

    boolean isOpen() {
        return established && channel.isOpen();
    }

    void open(Selector selector, String token) throws IOException {
        close();
        channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.SO_RCVBUF, SMALL_BUFFER);
        channel.bind(from);
        begun = ByteBuffer.wrap(beginning(token).getBytes(StandardCharsets.ISO_8859_1));
        established = false;
        channel.register(selector, SelectionKey.OP_CONNECT, this);
        channel.connect(to);
    }

    private String beginning(String token) {
        String rest = " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + token + "\r\n";
        return switch (manner) {
            case HEAD -> "GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ";
            case BODY ->
                "POST /api/v1/persons" + rest + "Content-Type: application/json\r\nContent-Length: 1000000\r\n\r\n{\"name\":\"";
            case READER -> "GET /api/v1/commitments?limit=500" + rest + "\r\n";
        };
    }

    void connected(SelectionKey key) throws IOException {
        channel.finishConnect();
        established = true;
        key.interestOps(0);
        channel.write(begun);
    }

    /** A byte more; false when the other side has ended it. */
    boolean step(Random random) {
        if (channel == null || !channel.isOpen()) {
            return false;
        }
        if (!established) {
            return true;
        }
        try {
            if (begun.hasRemaining()) {
                channel.write(begun);
            } else if (manner != Manner.READER) {
                channel.write(ByteBuffer.wrap(FILLING));
            }
            one.clear();
            int read = manner == Manner.READER ? channel.read(one) : answered();
            return read >= 0;
        } catch (IOException ended) {
            return false;
        }
    }

    /** An answer to what was not finished ends it: -1. */
    private int answered() throws IOException {
        return channel.read(one) == 0 ? 0 : -1;
    }

    void close() {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException gone) {
                // It was to be closed.
            }
        }
    }
}
