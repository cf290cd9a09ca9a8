package org.surety.drills.proxy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The frontend/backend protocol of PostgreSQL, version 3, without TLS. Tells the ends of transactions by what was done in them: a client's
 * COMMIT passes as {@code commit:<mark>}, the server's word that it is done as {@code committed:<mark>}. The mark is that of the first
 * statement in the transaction that contains a text of the table given, else nothing is said.
 */
public final class PostgresWire implements Wire {
    private static final int STARTUP_3_0 = 196_608;
    private static final int STARTUP_3_2 = 196_610;
    private static final String COMMIT = "COMMIT";
    private final Map<String, String> marks;
    private final Map<Direction, Assembly> assemblies = new EnumMap<>(Map.of(Direction.TO_SERVER, new Assembly(),
            Direction.TO_CLIENT, new Assembly()));
    /** The client's prepared statements; the drivers prepare COMMIT too and then send its name only. */
    private final Map<String, String> statements = new HashMap<>();
    private final ConcurrentLinkedQueue<String> commits = new ConcurrentLinkedQueue<>();
    private boolean started;
    private volatile int bareAnswers;
    private String mark;

    /** @param marks by the text in a statement, in lower case, the mark of its transaction */
    public PostgresWire(Map<String, String> marks) {
        this.marks = Map.copyOf(marks);
    }

    @Override
    public List<Message> take(Direction direction, byte[] bytes, int length) {
        Assembly assembly = assemblies.get(direction);
        assembly.add(bytes, length);
        List<Message> messages = new ArrayList<>();
        while (true) {
            Message next = direction == Direction.TO_SERVER ? fromClient(assembly) : fromServer(assembly);
            if (next == null) {
                return messages;
            }
            messages.add(next);
        }
    }

    private Message fromClient(Assembly assembly) {
        if (!started) {
            if (assembly.length() < 8 || assembly.length() < assembly.intAt(0)) {
                return null;
            }
            int version = assembly.intAt(4);
            started = version == STARTUP_3_0 || version == STARTUP_3_2;
            if (!started) {
                // A question for TLS or GSS: answered with one letter, outside the framing.
                bareAnswers++;
            }
            return new Message(assembly.cut(assembly.intAt(0)), null);
        }
        if (assembly.length() < 5 || assembly.length() < assembly.intAt(1) + 1) {
            return null;
        }
        byte[] message = assembly.cut(assembly.intAt(1) + 1);
        return new Message(message, asked(message));
    }

    private String asked(byte[] message) {
        switch (message[0]) {
            case 'Q' -> {
                return runs(text(message, 5));
            }
            case 'P' -> statements.put(text(message, 5), text(message, 5 + length(message, 5) + 1));
            case 'B' -> {
                return runs(statements.getOrDefault(text(message, 5 + length(message, 5) + 1), ""));
            }
            default -> {
                // Nothing that runs a statement.
            }
        }
        return null;
    }

    private String runs(String sql) {
        if (sql.equals(COMMIT)) {
            String ended = mark;
            mark = null;
            commits.add(ended == null ? "" : ended);
            return ended == null ? null : "commit:" + ended;
        }
        if (sql.startsWith("ROLLBACK") || sql.startsWith("BEGIN")) {
            mark = null;
        } else if (mark == null) {
            String lower = sql.toLowerCase(Locale.ROOT);
            mark = marks.entrySet().stream().filter(entry -> lower.contains(entry.getKey())).map(Map.Entry::getValue).findFirst()
                    .orElse(null);
        }
        return null;
    }

    private Message fromServer(Assembly assembly) {
        if (bareAnswers > 0 && assembly.length() >= 1) {
            bareAnswers--;
            return new Message(assembly.cut(1), null);
        }
        if (assembly.length() < 5 || assembly.length() < assembly.intAt(1) + 1) {
            return null;
        }
        byte[] message = assembly.cut(assembly.intAt(1) + 1);
        if (message[0] == 'C' && (text(message, 5).equals(COMMIT) || text(message, 5).equals("ROLLBACK"))) {
            String ended = text(message, 5).equals(COMMIT) ? commits.poll() : null;
            return new Message(message, ended == null || ended.isEmpty() ? null : "committed:" + ended);
        }
        return new Message(message, null);
    }

    private static int length(byte[] message, int from) {
        int end = from;
        while (end < message.length && message[end] != 0) {
            end++;
        }
        return end - from;
    }

    private static String text(byte[] message, int from) {
        return from >= message.length ? "" : new String(message, from, length(message, from), StandardCharsets.UTF_8);
    }
}
