package org.surety.drills.crowd;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** So many slow connections at once, by one thread; each that is ended is opened again a second later. */
final class SlowCrowd implements AutoCloseable {
    /** There are some 28,000 ports for each pair of addresses. */
    private static final int OF_ONE_ADDRESS = 2_000;
    /** Where nobody else is that the gateway would take for a client of ours. */
    private static final int FIRST_ADDRESS = 2;
    private static final int OPENED_AT_ONCE = 500;
    private static final long STEP_MILLIS = 1_000;
    private final List<SlowConnection> connections = new ArrayList<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicLong ended = new AtomicLong();
    private final Supplier<String> token;
    private final Thread thread = new Thread(this::run, "slow crowd");
    private volatile boolean closing;

    SlowCrowd(int count, int port, Supplier<String> token) {
        this.token = token;
        InetSocketAddress gateway = new InetSocketAddress("127.0.0.1", port);
        SlowConnection.Manner[] manners = SlowConnection.Manner.values();
        for (int i = 0; i < count; i++) {
            InetSocketAddress from = new InetSocketAddress("127.0.0." + (FIRST_ADDRESS + i / OF_ONE_ADDRESS), 0);
            connections.add(new SlowConnection(manners[i % manners.length], from, gateway));
        }
        thread.start();
    }

    /** How many stand now. */
    int open() {
        return open.get();
    }

    /** How many were ended by the gateway so far. */
    long ended() {
        return ended.get();
    }

    private void run() {
        Random random = new Random(1);
        try (Selector selector = Selector.open()) {
            while (!closing) {
                long begun = System.currentTimeMillis();
                int opened = 0;
                int standing = 0;
                for (SlowConnection one : connections) {
                    if (!one.step(random)) {
                        if (opened++ < OPENED_AT_ONCE) {
                            ended.incrementAndGet();
                            reopen(one, selector);
                        }
                    } else if (one.isOpen()) {
                        standing++;
                    }
                }
                open.set(standing);
                for (long left = STEP_MILLIS; left > 0 && !closing; left = STEP_MILLIS - (System.currentTimeMillis() - begun)) {
                    connect(selector, left);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            connections.forEach(SlowConnection::close);
        }
    }

    private void reopen(SlowConnection one, Selector selector) {
        try {
            one.open(selector, token.get());
        } catch (IOException full) {
            one.close();
        }
    }

    private static void connect(Selector selector, long millis) throws IOException {
        selector.select(millis);
        for (SelectionKey key : selector.selectedKeys()) {
            SlowConnection one = (SlowConnection) key.attachment();
            try {
                one.connected(key);
            } catch (IOException refused) {
                one.close();
            }
        }
        selector.selectedKeys().clear();
    }

    @Override
    public void close() throws InterruptedException {
        closing = true;
        thread.join();
    }
}
