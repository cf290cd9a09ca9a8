package org.surety.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.surety.gateway.problem.ProblemType;

import io.vertx.core.json.JsonObject;

/**
 * A connection on which a test writes the very bytes it wants: real clients correct what the tests are about.
 */
public final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;

    public Wire(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /** One request without body on a connection of its own. */
    public static Answer ask(int port, String requestLine, String... headers) throws IOException {
        try (Wire wire = new Wire(port)) {
            wire.send(requestLine + "\r\nHost: 127.0.0.1:" + port + "\r\n"
                    + (headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n") + "\r\n");
            return wire.answer();
        }
    }

    public Wire send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public Wire send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** Reads a head, and the body if its length is declared. */
    public Answer answer() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return new Answer(head.toString(StandardCharsets.ISO_8859_1), "");
            }
            head.write(next);
        }
        Answer answer = new Answer(head.toString(StandardCharsets.ISO_8859_1), "");
        String length = answer.header("content-length");
        if (length == null || answer.status() == 304) {
            return answer;
        }
        return new Answer(answer.head(), new String(in.readNBytes(Integer.parseInt(length)), StandardCharsets.UTF_8));
    }

    /** What is there to read now or soon; empty at the end. */
    public String read() throws IOException {
        byte[] buffer = new byte[65_536];
        int read = socket.getInputStream().read(buffer);
        return read < 0 ? "" : new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
    }

    /** Whether there is something to read at once. */
    public boolean available() throws IOException {
        return socket.getInputStream().available() > 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** @param head with the status line; empty if the connection was closed without an answer */
    public record Answer(String head, String body) {

        public int status() {
            return head.isEmpty() ? 0 : Integer.parseInt(head.split(" ", 3)[1].strip());
        }

        /** The value of the header, or null. */
        public String header(String name) {
            for (String line : head.split("\r\n")) {
                if (line.toLowerCase(Locale.ROOT).startsWith(name + ":")) {
                    return line.substring(name.length() + 1).strip();
                }
            }
            return null;
        }

        public JsonObject json() {
            return new JsonObject(body);
        }

        public boolean isProblem(ProblemType type) {
            return status() == type.status() && "application/problem+json".equals(header("content-type"))
                    && json().getString("type").equals(type.uri()) && json().getInteger("status") == type.status();
        }
    }
}
