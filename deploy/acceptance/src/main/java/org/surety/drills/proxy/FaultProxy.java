package org.surety.drills.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A TCP proxy that misbehaves on demand: delays, cuts after so many bytes, stops forwarding one or both directions, resets everything, and
 * tells of messages before it forwards them. What it holds back it forwards once it is well again, as a network does that has recovered.
 */
public final class FaultProxy implements AutoCloseable {
    private static final int CONNECT_MILLIS = 2_000;
    private static final int LOOK_MILLIS = 20;
    private final ServerSocket listening;
    private final Supplier<InetSocketAddress> target;
    private final Supplier<Wire> wires;
    private final Set<Conduit> conduits = ConcurrentHashMap.newKeySet();
    private final Set<Direction> held = ConcurrentHashMap.newKeySet();
    private volatile Duration delay = Duration.ZERO;
    private volatile boolean refusing;
    private volatile Consumer<Passing> watch;
    private Direction cutting;
    private long left;

    /**
     * Listens on a free port of the loopback address.
     *
     * @param target asked for each connection
     * @param wires the language of each connection
     */
    public FaultProxy(Supplier<InetSocketAddress> target, Supplier<Wire> wires) {
        this.target = target;
        this.wires = wires;
        try {
            listening = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread accepting = new Thread(this::accept, "proxy accepting");
        accepting.setDaemon(true);
        accepting.start();
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** How many connections go through it now. */
    public int connections() {
        return conduits.size();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                new Thread(() -> connect(client), "proxy connecting").start();
            } catch (IOException closed) {
                // The loop looks whether it was meant.
            }
        }
    }

    private void connect(Socket client) {
        Socket server = new Socket();
        Conduit conduit = new Conduit(client, server, wires.get(), this);
        try {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            InetSocketAddress address = target.get();
            if (refusing || address == null) {
                throw new IOException("refused");
            }
            server.connect(address, CONNECT_MILLIS);
            conduits.add(conduit);
            conduit.start();
        } catch (IOException nobodyThere) {
            conduit.close(true);
        }
    }

    /** Stops forwarding this direction, the other one goes on: a half-open connection. */
    public void hold(Direction direction) {
        held.add(direction);
    }

    /** Forwards nothing any more; connections are still accepted. */
    public void holdAll() {
        held.addAll(Set.of(Direction.values()));
    }

    /** Every message waits so long before it is forwarded. */
    public void delay(Duration by) {
        delay = by;
    }

    /** New connections are reset, until {@link #heal}. */
    public void refuse() {
        refusing = true;
    }

    /** Forwards so many more bytes of this direction, over all connections, and resets the connection in the middle of a message then. */
    public synchronized void cutAfter(Direction direction, long bytes) {
        cutting = direction;
        left = bytes;
    }

    /** Tells each message before it is forwarded, on the thread that forwards it: as long as it is at that, the message waits. */
    public void watch(Consumer<Passing> listener) {
        watch = listener;
    }

    /** Resets all connections there are now. */
    public void resetAll() {
        conduits.forEach(conduit -> conduit.close(true));
    }

    /** Forwards everything again, also what it held back. */
    public synchronized void heal() {
        held.clear();
        delay = Duration.ZERO;
        refusing = false;
        cutting = null;
        watch = null;
    }

    /** Resets the connections that go to this port. */
    public void resetTo(int port) {
        conduits.stream().filter(conduit -> conduit.isTo(port)).forEach(conduit -> conduit.close(true));
    }

    void awaitOpen(Direction direction, Conduit conduit) throws IOException, InterruptedException {
        long millis = delay.toMillis();
        if (millis > 0) {
            TimeUnit.MILLISECONDS.sleep(millis);
        }
        while (held.contains(direction)) {
            if (conduit.isClosed()) {
                throw new IOException("closed");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    boolean isWatched() {
        return watch != null;
    }

    void tell(Passing passing) {
        Consumer<Passing> listener = watch;
        if (listener != null) {
            listener.accept(passing);
        }
    }

    /** How many of the bytes may still be forwarded. */
    synchronized int allowed(Direction direction, int length) {
        if (cutting != direction) {
            return length;
        }
        int allowed = (int) Math.min(left, length);
        left -= allowed;
        if (allowed < length) {
            cutting = null;
        }
        return allowed;
    }

    void forget(Conduit conduit) {
        conduits.remove(conduit);
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        conduits.forEach(conduit -> conduit.close(true));
    }
}
