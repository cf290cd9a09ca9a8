package org.surety.drills.proxy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** One connection through a proxy: two sockets and a thread for each direction. */
final class Conduit {
    private static final int BUFFER = 65_536;
    private final Socket client;
    private final Socket server;
    private final Wire wire;
    private final FaultProxy proxy;
    private final AtomicBoolean closed = new AtomicBoolean();

    Conduit(Socket client, Socket server, Wire wire, FaultProxy proxy) {
        this.client = client;
        this.server = server;
        this.wire = wire;
        this.proxy = proxy;
    }

    void start() {
        thread("to server", () -> pump(client, server, Direction.TO_SERVER));
        thread("to client", () -> pump(server, client, Direction.TO_CLIENT));
    }

    private static void thread(String name, Runnable work) {
        Thread thread = new Thread(work, "proxy " + name);
        thread.setDaemon(true);
        thread.start();
    }

    private void pump(Socket from, Socket to, Direction direction) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                forward(wire.take(direction, buffer, length), direction, out);
            }
        } catch (IOException | InterruptedException gone) {
            // Whatever ended it, both sides are to see the end.
        } finally {
            close(false);
        }
    }

    /** Together, as they came: a packet for each message would cost both ends more than the messages do. What is told of goes alone. */
    private void forward(List<Wire.Message> messages, Direction direction, OutputStream out)
            throws IOException, InterruptedException {
        ByteArrayOutputStream together = new ByteArrayOutputStream();
        for (Wire.Message message : messages) {
            if (message.what() != null && proxy.isWatched()) {
                write(together, direction, out);
                proxy.awaitOpen(direction, this);
                proxy.tell(new Passing(direction, message.what()));
            }
            together.write(message.bytes());
        }
        write(together, direction, out);
    }

    private void write(ByteArrayOutputStream together, Direction direction, OutputStream out)
            throws IOException, InterruptedException {
        if (together.size() == 0) {
            return;
        }
        proxy.awaitOpen(direction, this);
        int allowed = proxy.allowed(direction, together.size());
        out.write(together.toByteArray(), 0, allowed);
        out.flush();
        if (allowed < together.size()) {
            close(true);
            throw new IOException("cut");
        }
        together.reset();
    }

    boolean isTo(int port) {
        return server.getPort() == port;
    }

    boolean isClosed() {
        return closed.get();
    }

    /** @param reset both sides see a reset, not an orderly end */
    void close(boolean reset) {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        proxy.forget(this);
        for (Socket socket : new Socket[]{ client, server}) {
            try {
                if (reset) {
                    socket.setSoLinger(true, 0);
                }
                socket.close();
            } catch (IOException alreadyGone) {
                // Closed is what it should be.
            }
        }
    }
}
