package org.surety.drills.proxy;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One connection through the proxy, with both ends in this test. */
class FaultProxyTest {
    private static final int SOON_MILLIS = 10_000;
    private static final int NOT_MILLIS = 200;
    private ServerSocket listening;
    private FaultProxy proxy;
    private Socket client;
    private Socket server;

    @BeforeEach
    void connect() throws IOException {
        listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        proxy = new FaultProxy(() -> new InetSocketAddress(InetAddress.getLoopbackAddress(), listening.getLocalPort()),
                () -> FaultProxyTest::letters);
        client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        server = listening.accept();
        client.setSoTimeout(SOON_MILLIS);
        server.setSoTimeout(SOON_MILLIS);
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
        proxy.close();
        listening.close();
    }

    @Test
    void passesBothDirections() throws IOException {
        send(client, "question");
        assertEquals("question", receive(server, 8));
        send(server, "answer");
        assertEquals("answer", receive(client, 6));
    }

    @Test
    void halfOpenStopsOneDirectionAndHealsWithoutLoss() throws IOException {
        proxy.hold(Direction.TO_SERVER);
        send(client, "held");
        server.setSoTimeout(NOT_MILLIS);
        assertThrows(SocketTimeoutException.class, () -> receive(server, 1));
        send(server, "passes");
        assertEquals("passes", receive(client, 6));
        proxy.heal();
        server.setSoTimeout(SOON_MILLIS);
        assertEquals("held", receive(server, 4));
    }

    @Test
    void blackHoleStopsBoth() throws IOException {
        proxy.holdAll();
        send(client, "a");
        send(server, "b");
        server.setSoTimeout(NOT_MILLIS);
        client.setSoTimeout(NOT_MILLIS);
        assertThrows(SocketTimeoutException.class, () -> receive(server, 1));
        assertThrows(SocketTimeoutException.class, () -> receive(client, 1));
    }

    @Test
    void cutsInTheMiddle() throws IOException {
        proxy.cutAfter(Direction.TO_SERVER, 5);
        send(client, "123456789");
        assertEquals("12345", receive(server, 5));
        assertEnds(server);
        assertEnds(client);
    }

    @Test
    void resetsWhatThereIs() throws IOException {
        send(client, "x");
        receive(server, 1);
        proxy.resetAll();
        assertEnds(client);
        assertEnds(server);
    }

    @Test
    void delays() throws IOException {
        proxy.delay(Duration.ofMillis(NOT_MILLIS));
        long begun = System.nanoTime();
        send(client, "late");
        receive(server, 4);
        assertTrue(System.nanoTime() - begun >= Duration.ofMillis(NOT_MILLIS).toNanos());
    }

    @Test
    void whatIsToldOfWaitsAndWhatCameBeforeItDoesNot() throws IOException {
        CountDownLatch told = new CountDownLatch(1);
        proxy.watch(passing -> await(told));
        send(client, "ab!cd");
        assertEquals("ab", receive(server, 2));
        server.setSoTimeout(NOT_MILLIS);
        assertThrows(SocketTimeoutException.class, () -> receive(server, 1));
        told.countDown();
        server.setSoTimeout(SOON_MILLIS);
        assertEquals("!cd", receive(server, 3));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(SOON_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Each byte is a message; a shout is worth telling. */
    private static List<Wire.Message> letters(Direction direction, byte[] bytes, int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> new Wire.Message(new byte[]{ bytes[i]}, bytes[i] == '!' ? "shout" : null)).toList();
    }

    @Test
    void theEndOfOneSideIsTheEndOfTheOther() throws IOException {
        client.close();
        assertEquals(-1, server.getInputStream().read());
    }

    @Test
    void refusesWhileToldTo() throws IOException {
        proxy.refuse();
        try (Socket other = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
            other.setSoTimeout(SOON_MILLIS);
            assertEnds(other);
        }
    }

    private static void send(Socket from, String text) throws IOException {
        from.getOutputStream().write(text.getBytes(US_ASCII));
        from.getOutputStream().flush();
    }

    private static String receive(Socket at, int length) throws IOException {
        byte[] bytes = at.getInputStream().readNBytes(length);
        assertEquals(length, bytes.length, "the connection has ended");
        return new String(bytes, US_ASCII);
    }

    /** By a reset or in order: the other side is gone. */
    private static void assertEnds(Socket socket) {
        try {
            assertEquals(-1, socket.getInputStream().read());
        } catch (SocketTimeoutException e) {
            throw new AssertionError("still open", e);
        } catch (IOException reset) {
            assertTrue(reset.getMessage().contains("reset"), reset.getMessage());
        }
    }
}
