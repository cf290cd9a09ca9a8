package org.surety.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/**
 * Messages whose ends two parsers could see in different places, each with a second request where the body may be. Whatever the gateway makes of
 * them, the services see as many requests as it answers for them: nothing slips through between.
 */
@QuarkusTest
@WithTestResource(Surroundings.class)
class SmugglingTest extends GatewayTest {

    /** What becomes the number of the message: of one length, because lengths are what this is about. */
    private static final String NUMBER = "###";
    private static final String ECHO = "/api/v1/parties/echo-" + NUMBER;
    private static final String SMUGGLED = "/api/v1/parties/smuggled-" + NUMBER;
    private static final String LAST = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");
    /** No more than the service behind has places for. */
    private static final int AT_ONCE = 4;
    /** After so long without a byte it waits for more of what it took for a body. */
    private static final int QUIET_MILLIS = 2_000;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<Message> corpus = new ArrayList<>();
    private String head;
    private String smuggled;

    /** Each message has paths of its own, so that what comes late is told from what another brings. */
    private record Message(String name, String number, String text) {

        String path(String pattern) {
            return pattern.replace(NUMBER, number);
        }
    }

    @Test
    void servicesSeeAsManyRequestsAsAreAnsweredForThem() throws Exception {
        head = "Host: a\r\n" + bearer(tokens.valid()) + "\r\n";
        smuggled = "GET " + SMUGGLED + " HTTP/1.1\r\n" + head + "\r\n";
        lengths();
        encodings();
        chunks();
        lines();
        int before = seen("seen");
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        List<Future<String>> answers = threads.invokeAll(
                corpus.stream().map(message -> (Callable<String>) () -> answers(message.text() + LAST)).toList());
        threads.shutdown();
        int known = 0;
        for (int i = 0; i < corpus.size(); i++) {
            known += judge(corpus.get(i), answers.get(i).get());
        }
        assertEquals(known, seen("seen") - before, "requests that no message names");
        assertEquals(200, get("/api/v1/parties/echo").status());
    }

    /** How many requests were seen of a message. */
    private int judge(Message message, String answers) {
        for (Matcher status = STATUS.matcher(answers); status.find();) {
            assertFalse(status.group(1).matches("50[0-4]"), message.name() + " -> " + answers);
        }
        int first = seen("seen-of?path=" + message.path(ECHO));
        int second = seen("seen-of?path=" + message.path(SMUGGLED));
        int answered = count(answers, "\"uri\":\"" + message.path(SMUGGLED) + "\"");
        assertEquals(answered, second, message.name() + " -> " + answers);
        assertTrue(first <= 1, message.name() + " became more than one request: " + answers);
        return first + second;
    }

    private int seen(String what) {
        return Integer.parseInt(direct(what));
    }

    private static int count(String text, String part) {
        int count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
            count++;
        }
        return count;
    }

    private void lengths() {
        String all = Integer.toString(smuggled.length());
        post("no length and a body", "", smuggled);
        post("length of nothing", "Content-Length: 0", smuggled);
        post("length of the second request", "Content-Length: " + all, smuggled);
        for (String odd : new String[]{ all + ", " + all, "0" + all, "0x5", "5 5", "-0", "-5", "+5", "5.0", "1e1",
                "18446744073709551621",
                "9223372036854775807", "", all + "\r\nContent-Length: " + all, "0\r\nContent-Length: " + all, all + ";x",
                "\u00b2"}) {
            post("length '" + odd + "'", "Content-Length: " + odd, smuggled);
        }
        post("length that Connection names", "Connection: Content-Length\r\nContent-Length: " + all, smuggled);
        post("length on a folded line", "Content-Length:\r\n " + all, smuggled);
        post("length with a blank before the colon", "Content-Length : " + all, smuggled);
        post("length of another name", "Content_Length: " + all, smuggled);
        post("length after being asked", "Expect: 100-continue\r\nContent-Length: " + all, smuggled);
        add("GET with a body", "GET " + ECHO + " HTTP/1.1\r\n" + head + "Content-Length: " + all + "\r\n\r\n" + smuggled);
        add("DELETE with a body",
                "DELETE " + ECHO + " HTTP/1.1\r\n" + head + "Content-Length: " + all + "\r\n\r\n" + smuggled);
        add("h2c with a body", "GET " + ECHO + " HTTP/1.1\r\n" + head
                + "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n\r\n"
                + smuggled);
    }

    private void encodings() {
        String chunked = Integer.toHexString(smuggled.length()) + "\r\n" + smuggled + "\r\n0\r\n\r\n";
        post("CL.TE", "Content-Length: " + (5 + smuggled.length()) + "\r\nTransfer-Encoding: chunked", "0\r\n\r\n" + smuggled);
        post("TE.CL", "Transfer-Encoding: chunked\r\nContent-Length: 4", chunked);
        for (String odd : new String[]{ "x", "xchunked", "chunked, identity", "identity, chunked", "chunked, chunked",
                "gzip, chunked", "Chunked",
                "chunked;q=1", "\"chunked\"", "\u000bchunked", "chunked\u0000", "chunked\r\nTransfer-Encoding: x",
                "x\r\nTransfer-Encoding: chunked",
                "\r\n chunked", "\tchunked", "chunked,"}) {
            post("encoding '" + odd + "'", "Transfer-Encoding: " + odd, chunked);
            post("encoding '" + odd + "' beside a length", "Content-Length: 4\r\nTransfer-Encoding: " + odd, chunked);
        }
        post("encoding with a blank before the colon", "Transfer-Encoding : chunked", chunked);
        post("encoding behind a bare line feed", "X: y\nTransfer-Encoding: chunked", chunked);
        post("encoding of another name", "Transfer_Encoding: chunked", chunked);
        post("encoding that Connection names", "Connection: Transfer-Encoding\r\nTransfer-Encoding: chunked", chunked);
        add("encoding in HTTP/1.0",
                "POST " + ECHO + " HTTP/1.0\r\n" + head + "Transfer-Encoding: chunked\r\n\r\n" + chunked);
    }

    private void chunks() {
        for (String body : new String[]{ "5;ext=1\r\nhello\r\n0\r\n\r\n", "5;ext=\"\n\"\r\nhello\r\n0\r\n\r\n",
                "5;a\nhello\r\n0\r\n\r\n",
                "10000000000000005\r\nhello\r\n0\r\n\r\n", "5 \r\nhello\r\n0\r\n\r\n", "+5\r\nhello\r\n0\r\n\r\n",
                "-1\r\nhello\r\n0\r\n\r\n",
                "0x5\r\nhello\r\n0\r\n\r\n", "5\r\nhelloX\r\n0\r\n\r\n", "5\nhello\n0\n\n",
                "5\r\nhello\r\n0\r\nContent-Length: 5\r\n\r\n",
                "5\r\nhello\r\n0\r\nTransfer-Encoding: chunked\r\n\r\n", "5\r\nhello\r\n0\r\nHost: b\r\n\r\n", "0\r\n\r\n",
                "00000\r\n\r\n", "\r\n\r\n",
                "5\r\nhello\r\n\r\n", "5\rhello\r0\r\r"}) {
            post("chunks " + body, "Transfer-Encoding: chunked", body + smuggled);
        }
    }

    private void lines() {
        add("one that wants to be the last", "GET " + ECHO + " HTTP/1.1\r\n" + head + "Connection: close\r\n\r\n" + smuggled);
        add("bare line feeds", ("GET " + ECHO + " HTTP/1.1\r\n" + head + "\r\n").replace("\r\n", "\n") + smuggled);
        add("bare carriage returns", ("GET " + ECHO + " HTTP/1.1\r\n" + head + "\r\n").replace("\r\n", "\r") + smuggled);
        add("an old request line", "GET " + ECHO + "\r\n" + smuggled);
        add("a blank after the version", "GET " + ECHO + " HTTP/1.1 \r\n" + head + "\r\n" + smuggled);
        add("two blanks", "GET  " + ECHO + "  HTTP/1.1\r\n" + head + "\r\n" + smuggled);
        add("another version", "GET " + ECHO + " HTTP/1,1\r\n" + head + "\r\n" + smuggled);
        add("lines before it", "\r\n\r\n\r\nGET " + ECHO + " HTTP/1.1\r\n" + head + "\r\n" + smuggled);
        for (String line : new String[]{ "X-A: b\r\n c", "X-A: a\rb", "X-A: a\u0000b", "X-A\u0000: b", ": b", "X-A", " X-A: b",
                "X-A: b\n\r\n", "X A: b",
                "X-A: b\r\nHost: other", "X-A:\r\n\r\n"}) {
            add("line " + line, "GET " + ECHO + " HTTP/1.1\r\n" + head + line + "\r\n\r\n" + smuggled);
        }
    }

    private void add(String name, String text) {
        String number = "%03d".formatted(corpus.size());
        corpus.add(new Message(name, number, text.replace(NUMBER, number)));
    }

    private void post(String name, String frame, String body) {
        add(name, "POST " + ECHO + " HTTP/1.1\r\n" + head + frame + "\r\n\r\n" + body);
    }

    /** All that comes back until the connection ends or is silent. */
    private String answers(String sent) throws IOException {
        StringBuilder all = new StringBuilder();
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(QUIET_MILLIS);
            socket.getOutputStream().write(sent.getBytes(StandardCharsets.ISO_8859_1));
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[65_536];
            for (int read = in.read(buffer); read >= 0 && System.nanoTime() < end; read = in.read(buffer)) {
                all.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
            }
        } catch (SocketTimeoutException | SocketException ended) {
            return all.toString(); // it waits for more of what it took for a body, or was closed with something unread
        }
        return all.toString();
    }
}
