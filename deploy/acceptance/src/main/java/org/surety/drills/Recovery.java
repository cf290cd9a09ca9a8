package org.surety.drills;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.surety.drills.load.Client;
import org.surety.drills.load.Client.Answer;
import org.surety.local.Service;

/**
 * Whether the chain is whole, seen from its ends: every watermark has reached its log's head, and a marker written at each owner takes
 * effect at its consumers.
 */
final class Recovery {
    static final Duration MARKER_LIMIT = Duration.ofSeconds(1);
    private static final Duration MARKER_GIVEN_UP = Duration.ofSeconds(10);
    private static final int LOOK_MILLIS = 5;
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final String COORDINATOR = "coordinator";
    private static final String PARTY = "XAZ";
    private static final String PARTY_PATH = "/api/v1/parties/" + PARTY;
    private final Topology topology;
    private final Client client;
    private String requirement;
    private String commitment;

    /** Where a record of an owner shows at a consumer; found by the key's index, because it is looked for many times a second. */
    private record Effect(String database, String table, String key, String type) {
    }

    private static final Map<String, List<Effect>> EFFECTS = Map.of("delegations",
            List.of(new Effect("priorities", "party_reference", "code", "text"),
                    new Effect("commitments", "party_reference", "id", "text")),
            "priorities", List.of(new Effect("commitments", "requirement_reference", "id", "uuid")), "commitments",
            List.of(new Effect("priorities", "commitment_reference", "id", "uuid")));

    Recovery(Topology topology, Client client) {
        this.topology = topology;
        this.client = client;
    }

    /** Makes the records that are amended as markers; the actor is a person of XAA whom all services know. */
    void prepare(String requirementBody, String commitmentBody, String actor) throws InterruptedException {
        client.send("POST", "/api/v1/parties", COORDINATOR,
                "{\"code\":\"" + PARTY + "\",\"kind\":\"STATE\",\"names\":{\"en\":\"Marker\"},\"attributes\":[]}", null, null);
        requirement = made(client.send("POST", "/api/v1/requirements", COORDINATOR, requirementBody, null, null));
        Answer draft = client.send("POST", "/api/v1/commitments", "xaa.editor", commitmentBody, null, null);
        commitment = made(draft);
        made(client.send("POST", "/api/v1/commitments/" + commitment + "/filings", "xaa.editor",
                "{\"person\":\"" + actor + "\"}", draft.version(), null));
    }

    private static String made(Answer answer) {
        if (!answer.isSuccess()) {
            throw new IllegalStateException("a marker was refused: " + answer);
        }
        return answer.location() == null ? null : answer.location().substring(answer.location().lastIndexOf('/') + 1);
    }

    /** From now until every consumer has come to the heads of this moment and a marker of each owner takes effect within a second. */
    Duration await() throws SQLException, InterruptedException {
        long begun = System.nanoTime();
        Map<String, Head> heads = heads();
        awaitWatermarks(heads, begun);
        for (String owner : EFFECTS.keySet()) {
            while (true) {
                Duration took = marker(owner);
                if (took != null && took.compareTo(MARKER_LIMIT) <= 0) {
                    break;
                }
                requireTime(begun, "a marker at " + owner + " takes effect in " + took);
            }
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Waits until nothing is left to do: every change numbered, published where the broker is there, and applied everywhere. */
    void awaitQuiet() throws SQLException, InterruptedException {
        long begun = System.nanoTime();
        while (unnumbered() > 0) {
            requireTime(begun, "changes without a number");
            TimeUnit.MILLISECONDS.sleep(50);
        }
        awaitWatermarks(heads(), begun);
    }

    private long unnumbered() throws SQLException {
        long count = 0;
        for (Service service : Topology.SERVICES) {
            try (Connection connection = topology.database(service);
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select count(*) from change where sequence is null")) {
                row.next();
                count += row.getLong(1);
            }
        }
        return count;
    }

    private void awaitWatermarks(Map<String, Head> heads, long begun) throws SQLException, InterruptedException {
        List<String> behind = behind(heads);
        while (!behind.isEmpty()) {
            requireTime(begun, "consumers behind: " + behind);
            TimeUnit.MILLISECONDS.sleep(20);
            behind = behind(heads);
        }
    }

    private List<String> behind(Map<String, Head> heads) throws SQLException {
        List<String> behind = new ArrayList<>();
        for (String consumer : List.of("priorities", "commitments")) {
            try (Connection connection = topology.database(consumer);
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select owner, sequence, log_id from watermark")) {
                while (row.next()) {
                    Head head = heads.get(row.getString(1));
                    if (row.getLong(2) < head.sequence() || head.sequence() > 0 && !head.logId().equals(row.getString(3))) {
                        behind.add(consumer + " of " + row.getString(1) + " at " + row.getLong(2) + " of log " + row.getString(3)
                                + ", the head is " + head);
                    }
                }
            }
        }
        return behind;
    }

    /** Where a log ends, and which it is: a restored database has another. */
    private record Head(String logId, long sequence) {
    }

    private Map<String, Head> heads() throws SQLException {
        Map<String, Head> heads = new HashMap<>();
        for (Service service : Topology.SERVICES) {
            String name = service.database().orElseThrow();
            try (Connection connection = topology.database(name);
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select log_id, last_sequence from log_head")) {
                row.next();
                heads.put(name, new Head(row.getString(1), row.getLong(2)));
            }
        }
        return heads;
    }

    private static void requireTime(long begun, String what) {
        if (System.nanoTime() - begun > LIMIT.toNanos()) {
            throw new DrillFailure("not recovered after " + LIMIT.toMinutes() + " minutes: " + what);
        }
    }

    /** From the acknowledgement of a write at the owner to its effect at the last of its consumers; null when it was not acknowledged. */
    Duration marker(String owner) throws SQLException, InterruptedException {
        // Connected before the clock runs: a connection takes longer than an effect.
        List<Look> looks = new ArrayList<>();
        try {
            for (Effect effect : EFFECTS.get(owner)) {
                looks.add(
                        look(effect, owner.equals("delegations") ? PARTY : owner.equals("priorities") ? requirement : commitment));
            }
            Answer answer = write(owner);
            if (!answer.isSuccess()) {
                TimeUnit.MILLISECONDS.sleep(100);
                return null;
            }
            long acknowledged = System.nanoTime();
            for (Look look : looks) {
                if (!awaitVersion(look.statement(), answer.version(), acknowledged)) {
                    return MARKER_GIVEN_UP;
                }
            }
            return Duration.ofNanos(System.nanoTime() - acknowledged);
        } finally {
            for (Look look : looks) {
                look.connection().close();
            }
        }
    }

    private record Look(Connection connection, PreparedStatement statement) {
    }

    private Look look(Effect effect, String id) throws SQLException {
        Connection connection = topology.database(effect.database());
        PreparedStatement look = connection
                .prepareStatement("select version from " + effect.table() + " where " + effect.key() + " = ?::" + effect.type());
        look.setString(1, id);
        return new Look(connection, look);
    }

    private static boolean awaitVersion(PreparedStatement look, long version, long since)
            throws SQLException, InterruptedException {
        while (System.nanoTime() - since < MARKER_GIVEN_UP.toNanos()) {
            try (ResultSet row = look.executeQuery()) {
                if (row.next() && row.getLong(1) >= version) {
                    return true;
                }
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        return false;
    }

    private Answer write(String owner) throws InterruptedException {
        String text = UUID.randomUUID().toString();
        return switch (owner) {
            case "delegations" -> amend(PARTY_PATH, COORDINATOR, "{\"names\":{\"en\":\"Marker " + text + "\"},\"attributes\":[]}");
            case "priorities" -> amend("/api/v1/requirements/" + requirement, COORDINATOR, Bodies.requirement("Marker " + text));
            default -> amend("/api/v1/commitments/" + commitment, "xaa.editor", Bodies.support("Marker " + text));
        };
    }

    private Answer amend(String path, String user, String body) throws InterruptedException {
        Answer now = client.send("GET", path, user, null, null, null);
        return now.isSuccess() ? client.send("PUT", path, user, body, now.version(), null) : now;
    }

    /** Commit to effect in normal running: markers in turn at each owner, for so long. */
    List<Duration> latencies(Duration length) throws SQLException, InterruptedException {
        List<Duration> latencies = new ArrayList<>();
        List<String> owners = List.of("delegations", "priorities", "commitments");
        long end = System.nanoTime() + length.toNanos();
        for (int i = 0; i < owners.size() || System.nanoTime() < end; i++) {
            Duration took = marker(owners.get(i % owners.size()));
            if (took != null) {
                latencies.add(took);
            }
        }
        return latencies;
    }
}
