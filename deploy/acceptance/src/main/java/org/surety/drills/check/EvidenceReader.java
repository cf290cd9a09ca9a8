package org.surety.drills.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.surety.drills.check.Evidence.Change;
import org.surety.drills.check.Evidence.Command;
import org.surety.drills.check.Evidence.Follower;
import org.surety.drills.check.Evidence.OwnerLog;
import org.surety.drills.check.Evidence.Projection;
import org.surety.drills.check.Evidence.Row;
import org.surety.drills.check.Evidence.Sums;
import org.surety.drills.load.LogLine;
import org.surety.drills.load.Outcome;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Gathers the evidence: the clients' log from its file, everything else from the three databases, as their superuser. */
public final class EvidenceReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CHANGES = "select sequence, change_id, recorded_at, type, subject, subject_version, withheld from change "
            + "order by sequence nulls last, id";
    private static final Set<String> PARTY = types("party.registered", "party.amended");
    private static final Set<String> REQUIREMENT = types("requirement.stated", "requirement.amended", "requirement.withdrawn");
    private static final Set<String> COMMITMENT = types("commitment.filed", "commitment.amended", "commitment.decided",
            "commitment.withdrawn", "commitment.imported");
    private static final String COMMITMENT_ROW = "party || '|' || series || '|' || basis || '|' || kind || '|' || coalesce(priority, '-') "
            + "|| '|' || state || '|' || coalesce(euro::text, '-') || '|' || a.key";

    /** Where a database is found by its name. */
    @FunctionalInterface
    public interface Databases {
        Connection open(String name) throws SQLException;
    }

    private final Databases databases;
    private final Path clientLog;

    public EvidenceReader(Databases databases, Path clientLog) {
        this.databases = databases;
        this.clientLog = clientLog;
    }

    private static Set<String> types(String... names) {
        Set<String> types = new HashSet<>();
        for (String name : names) {
            types.add("org.surety." + name + ".v1");
        }
        return types;
    }

    public Evidence read() throws SQLException, IOException {
        try (Connection delegations = databases.open("delegations");
                Connection priorities = databases.open("priorities");
                Connection commitments = databases.open("commitments")) {
            Map<String, OwnerLog> logs = new LinkedHashMap<>();
            logs.put("delegations", log(delegations, "delegations", List.of("party", "person"),
                    List.of("select name, person_id::text from person_identity",
                            "select names ->> 'en', id from party_version where version = 1")));
            logs.put("priorities", log(priorities, "priorities", List.of("requirement"),
                    List.of("select title, id::text from requirement_version where version = 1")));
            logs.put("commitments", log(commitments, "commitments", List.of("commitment"),
                    List.of("select title, id::text from commitment_version where version = 1")));
            List<Follower> followers = new ArrayList<>(followers(priorities, "priorities"));
            followers.addAll(followers(commitments, "commitments"));
            return new Evidence(commands(clientLog), logs, followers, projections(delegations, priorities, commitments),
                    sums(commitments, priorities));
        }
    }

    /**
     * What the clients know of each command, by its key. One that was under way when the drill itself was ended may have been carried out.
     * What was acknowledged between a backup and its return may be in it all the same: a command that was carried out before the backup,
     * unanswered, and answered by its kept answer afterwards.
     */
    static Map<String, Command> commands(Path clientLog) throws IOException {
        Map<String, Command> commands = new LinkedHashMap<>();
        try (BufferedReader lines = Files.newBufferedReader(clientLog)) {
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                LogLine line = JSON.readValue(text, LogLine.class);
                if (line.act().equals(LogLine.LOST_BY_FAULT)) {
                    commands.replaceAll((key, command) -> mayBeLostBy(line, command.last())
                            ? new Command(command.last().inDoubt(), command.unsure())
                            : command);
                    continue;
                }
                commands.merge(line.key(), new Command(line, line.outcome() == Outcome.UNKNOWN),
                        (before, now) -> new Command(now.last(), before.unsure() || now.unsure()));
            }
        }
        commands.replaceAll((key, command) -> command.last().outcome() == Outcome.BEGUN
                ? new Command(command.last().inDoubt(), true)
                : command);
        return commands;
    }

    private static boolean mayBeLostBy(LogLine fault, LogLine command) {
        return command.outcome() == Outcome.ACKNOWLEDGED && command.owner().equals(fault.owner()) && command.at() >= fault.version()
                && command.at() <= fault.at();
    }

    private static OwnerLog log(Connection connection, String owner, List<String> tables, List<String> creations)
            throws SQLException {
        List<Change> changes = new ArrayList<>();
        Sql.each(connection, CHANGES, row -> changes.add(new Change(row.getObject(1, Long.class), row.getObject(2, UUID.class),
                row.getObject(3) == null ? null : row.getObject(3, OffsetDateTime.class).toInstant(), row.getString(4).intern(),
                row.getString(5), row.getLong(6), row.getBoolean(7))));
        Map<String, Long> records = new HashMap<>();
        for (String table : tables) {
            Sql.each(connection, "select id::text, version from " + table, row -> records.put(row.getString(1), row.getLong(2)));
        }
        Map<String, List<String>> created = new HashMap<>();
        for (String creation : creations) {
            // Only what the clients of a drill have named: other records may share a title.
            Sql.each(connection, "select * from (" + creation + ") c (name, id) where name like 'drill-%'",
                    row -> created.computeIfAbsent(row.getString(1), key -> new ArrayList<>()).add(row.getString(2)));
        }
        Object[] head = new Object[2];
        Sql.each(connection, "select log_id, last_sequence from log_head", row -> {
            head[0] = row.getObject(1, UUID.class);
            head[1] = row.getLong(2);
        });
        return new OwnerLog(owner, (UUID) head[0], (Long) head[1], changes, records, created);
    }

    private static List<Follower> followers(Connection connection, String consumer) throws SQLException {
        Map<String, Set<UUID>> parked = new HashMap<>();
        Sql.each(connection, "select owner, change_id from parked_change",
                row -> parked.computeIfAbsent(row.getString(1), owner -> new HashSet<>()).add(row.getObject(2, UUID.class)));
        List<Follower> followers = new ArrayList<>();
        Sql.each(connection, "select owner, log_id, sequence, change_id from watermark",
                row -> followers.add(new Follower(consumer, row.getString(1), row.getObject(2, UUID.class), row.getLong(3),
                        row.getObject(4, UUID.class), parked.getOrDefault(row.getString(1), Set.of()))));
        return followers;
    }

    private static List<Projection> projections(Connection delegations, Connection priorities, Connection commitments)
            throws SQLException {
        String audience = " r join audience a on a.id = r.audience_id";
        Map<String, Row> parties = rows(delegations,
                "select r.id, version, r.series || '|' || kind || '|' || (names ->> 'en') || '|' || a.key from party" + audience);
        String requirement = "priority || '|' || title || '|' || unit || '|' || a.key || '|' || ";
        return List.of(
                new Projection("priorities", "delegations", "party_reference", PARTY, parties,
                        rows(priorities,
                                "select r.code, version, r.series || '|' || kind || '|' || (names ->> 'en') || '|' || a.key "
                                        + "from party_reference" + audience)),
                new Projection("commitments", "delegations", "party_reference", PARTY, parties,
                        rows(commitments, "select r.id, version, r.series || '|' || kind || '|' || name || '|' || a.key "
                                + "from party_reference" + audience)),
                new Projection("commitments", "priorities", "requirement_reference", REQUIREMENT,
                        rows(priorities,
                                "select r.id::text, version, " + requirement + "(withdrawal_reason is not null) from requirement"
                                        + audience),
                        rows(commitments, "select r.id::text, version, " + requirement + "withdrawn from requirement_reference"
                                + audience)),
                new Projection("priorities", "commitments", "commitment_reference", COMMITMENT,
                        rows(commitments, "select r.id::text, version, r." + COMMITMENT_ROW.replace("|| series", "|| r.series")
                                + " from commitment" + audience + " where state <> 'DRAFT'"),
                        rows(priorities, "select r.id::text, version, r." + COMMITMENT_ROW.replace("|| series", "|| r.series")
                                + " from commitment_reference" + audience)));
    }

    private static Map<String, Row> rows(Connection connection, String query) throws SQLException {
        Map<String, Row> rows = new HashMap<>();
        Sql.each(connection, query, row -> rows.put(row.getString(1), new Row(row.getLong(2), row.getString(3))));
        return rows;
    }

    private static List<Sums> sums(Connection commitments, Connection priorities) throws SQLException {
        Coverage coverage = new Coverage();
        Sql.each(commitments, "select r.*, a.key as audience from commitment r join audience a on a.id = r.audience_id "
                + "where state = 'FILED'", row -> coverage.add(filed(row)));
        Map<String, String> deltas = new HashMap<>();
        Sql.each(priorities,
                "select d.series, coalesce(requirement_id::text, '-'), coalesce(priority, '-'), party, what, a.key, day, "
                        + "quantity, commitments, undisclosed from coverage_delta d join audience a on a.id = d.audience_id "
                        + "where what in ('PLEDGED', 'COMMITTED')",
                row -> deltas.put(key(row, 6) + "|" + row.getObject(7, LocalDate.class), sum(row, 8)));
        Map<String, String> support = new HashMap<>();
        Sql.each(priorities, "select t.series, party, coalesce(category, 'null'), kind, a.key, euro, commitments, undisclosed "
                + "from earlier_support_total t join audience a on a.id = t.audience_id",
                row -> support.put(key(row, 5), sum(row, 6)));
        return List.of(new Sums("priorities.coverage_delta", coverage.deltas(), deltas),
                new Sums("priorities.earlier_support_total", coverage.support(), support));
    }

    private static String key(ResultSet row, int columns) throws SQLException {
        List<String> parts = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
            parts.add(row.getString(i));
        }
        return String.join("|", parts);
    }

    private static String sum(ResultSet row, int from) throws SQLException {
        return Coverage.text(row.getBigDecimal(from), row.getBigDecimal(from + 1), row.getBigDecimal(from + 2));
    }

    private static Coverage.Filed filed(ResultSet row) throws SQLException {
        try {
            boolean quantity = row.getBigDecimal("quantity") != null || row.getString("quantity_undisclosed") != null;
            String undisclosed = quantity
                    ? row.getString("quantity_undisclosed")
                    : unless(row.getBigDecimal("money"),
                            row.getString("money_undisclosed"));
            LocalDate effective = row.getObject("effective_on", LocalDate.class);
            return new Coverage.Filed(row.getString("series"), row.getString("party"), row.getString("basis"),
                    row.getString("kind"),
                    row.getString("category"), row.getString("priority"), JSON.readTree(row.getString("contributions")),
                    undisclosed,
                    row.getBigDecimal("euro"), unless(row.getBigDecimal("euro"), row.getString("euro_undisclosed")),
                    row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class),
                    row.getObject("announced_on", LocalDate.class),
                    effective != null ? effective : row.getObject("decided_on", LocalDate.class), row.getString("audience"));
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    /** Why an amount is not known; an amount of which nothing is said is unknown. */
    private static String unless(BigDecimal amount, String reason) {
        return amount != null ? null : reason != null ? reason : "UNKNOWN";
    }
}
