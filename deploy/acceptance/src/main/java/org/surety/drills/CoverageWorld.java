package org.surety.drills;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.surety.local.Instance;
import org.surety.local.Ports;
import org.surety.local.PostgresPart;
import org.surety.local.Progress;
import org.surety.local.Service;
import org.surety.local.Suite;
import org.surety.local.Tokens;

/**
 * What {@link CoverageCommand} asks about, and a browser that is measured: parties and requirements stated over HTTP, and commitments that are
 * written into their owner's log past the owner, from which priorities-service makes its projection as it always does after a log was restored.
 */
public final class CoverageWorld {
    static final int PARTIES = 35;
    static final int REQUIREMENTS = 40;
    /** The tenth of them, XAJ, is no member: it sees what is public, its own, and where it is named. */
    private static final int STRANGER = 9;
    private static final Duration LIMIT = Duration.ofMinutes(90);
    private static final List<String> PRIORITIES = List.of("CEASEFIRE_MONITORING", "ARMED_FORCES_SUPPORT", "MULTINATIONAL_FORCE",
            "RENEWED_AGGRESSION_RESPONSE", "LONG_TERM_DEFENCE_COOPERATION");

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> requirements = new ArrayList<>();
    private final Suite suite;
    private final Progress progress;
    private final int parties;
    private final int stated;

    /**
     * @param parties      whose codes follow from their numbers, at most 676
     * @param requirements in turn of each priority
     */
    public CoverageWorld(Suite suite, Progress progress, int parties, int requirements) {
        this.suite = suite;
        this.progress = progress;
        this.parties = parties;
        this.stated = requirements;
    }

    static String party(int number) {
        return "X" + (char) ('A' + number / 26) + (char) ('A' + number % 26);
    }

    static String withdrawParty(int number) {
        return "{\"step\":\"WITHDRAW_PARTY\",\"party\":\"" + party(number) + "\"}";
    }

    /** One of the first that are guarantees and released to everybody. */
    static String withdrawCommitment(int number) {
        return "{\"step\":\"WITHDRAW_COMMITMENT\",\"commitment\":\"" + id("c" + 20 * (1 + number % 40)) + "\"}";
    }

    /** One of the first, all of which are released to everybody. */
    static String refuseApproval(int number) {
        return "{\"step\":\"REFUSE_APPROVAL\",\"approval\":\"" + id("a" + (1 + number % 20)) + "\",\"from\":\"2021-01-01\"}";
    }

    /** As PostgreSQL makes it of the MD5 of a text. */
    private static UUID id(String of) {
        try {
            ByteBuffer digest = ByteBuffer
                    .wrap(MessageDigest.getInstance("MD5").digest(of.getBytes(StandardCharsets.US_ASCII)));
            return new UUID(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }

    /** Registers the parties and states the requirements. */
    public void state() throws IOException, InterruptedException {
        String token = Tokens.ofUser(instance().ports(), "coordinator");
        for (int i = 0; i < parties; i++) {
            String member = i == STRANGER
                    ? ""
                    : "{\"attribute\":\"COALITION_MEMBER\",\"from\":\"2020-01-01\",\"source\":\"measure\"}";
            post(token, Service.DELEGATION_SERVICE, "/api/v1/parties",
                    "{\"code\":\"%s\",\"kind\":\"STATE\",\"names\":{\"en\":\"Party %d\"},\"attributes\":[%s]}".formatted(party(i),
                            i, member));
        }
        for (int i = 0; i < stated; i++) {
            String location = post(token, Service.PRIORITIES_SERVICE, "/api/v1/requirements",
                    """
                            {"series":"EXERCISE","priority":"%s","title":"Measured %d","unit":"soldiers","quantity":1000000,"minimum":10000,\
                            "domain":"NONE","kinds":[],"bindingForm":"%s","label":{"release":"PUBLIC"}}"""
                            .formatted(PRIORITIES.get(i % 5), i, i % 3 == 0 ? "LEGAL" : "POLITICAL"));
            requirements.add(location.substring(location.lastIndexOf('/') + 1));
        }
    }

    private String post(String token, Service service, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(URI.create(Ports.url(suite.service(service).port()) + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
        if (answer.statusCode() != HttpURLConnection.HTTP_CREATED) {
            throw new DrillFailure("POST " + path + " was answered " + answer.statusCode() + " " + answer.body());
        }
        return answer.headers().firstValue("Location").orElse("");
    }

    /**
     * Adds the commitments with these numbers to the log, lets priorities-service make its projection of the whole log anew, and then amends one in a
     * hundred of all, which it follows as it always does.
     */
    public void commit(int first, int last) throws SQLException, IOException, InterruptedException {
        log("set local measure.first = %d; set local measure.last = %d; set local measure.parties = %d; set local measure.requirements = '{%s}'"
                .formatted(first, last, parties, String.join(",", requirements)), "/drills/commitments.sql");
        // The first generation is told that it has the whole log: the second is made at once, as after a restore.
        String head = value("commitments",
                "select format('log_id = %L, sequence = %s, change_id = %L', log_id, sequence, change_id) from log_head, change "
                        + "where sequence = last_sequence");
        run("priorities", "update watermark set " + head + " where owner = 'commitments'");
        long begun = System.nanoTime();
        rebuild();
        await("rebuilt", () -> value("priorities", "select 1 from rebuild.watermark where owner = 'commitments'") == null);
        double seconds = (System.nanoTime() - begun) / 1e9;
        run("priorities", "vacuum analyze");
        amend(last);
        progress.say("coverage", "%d commitments: made anew in %.1f s; %s".formatted(last, seconds, value("priorities",
                """
                        select format('%s remembered, %s approvals, %s parts, %s deltas, %s totals', (select count(*) from commitment_reference),
                            (select count(*) from approval_reference), (select count(*) from coverage_part), (select count(*) from coverage_delta),
                            (select count(*) from coverage_total))""")));
    }

    private void amend(int last) throws SQLException, IOException, InterruptedException {
        log("set local measure.last = " + last, "/drills/amendments.sql");
        follow();
    }

    /** Until priorities-service has come to the end of the log. */
    void follow() throws SQLException, InterruptedException {
        long head = Long.parseLong(value("commitments", "select last_sequence from log_head"));
        long before = reached();
        if (before < head) {
            await("followed", () -> reached() > before);
            long begun = System.nanoTime();
            long from = reached();
            await("followed", () -> reached() == head);
            progress.say("coverage",
                    "%d changes followed: the last %d of them applied in %.1f s".formatted(head - before, head - from,
                            (System.nanoTime() - begun) / 1e9));
        }
    }

    private long reached() throws SQLException {
        return Long.parseLong(value("priorities", "select sequence from watermark where owner = 'commitments'"));
    }

    private void log(String settings, String script) throws SQLException, IOException {
        try (Connection owner = database("commitments"); Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute(settings);
            statement.execute(resource(script));
            owner.commit();
        }
    }

    private static void await(String what, Condition condition) throws SQLException, InterruptedException {
        long begun = System.nanoTime();
        while (!condition.holds()) {
            if (System.nanoTime() - begun > LIMIT.toNanos()) {
                throw new DrillFailure("not " + what + " after " + LIMIT);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds() throws SQLException;
    }

    /** The instant after which one in so many of the commitments of a database were recorded as they are. */
    Instant before(String database, int share) throws SQLException {
        return OffsetDateTime.parse(value(database,
                """
                        select to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') from commitment_reference
                        order by recorded_at desc offset (select count(*) / %d from commitment_reference) limit 1"""
                        .formatted(share)))
                .toInstant();
    }

    private void rebuild() throws IOException {
        HttpURLConnection desk = (HttpURLConnection) URI
                .create(Ports.url(instance().ports().managementOf(suite.service(Service.PRIORITIES_SERVICE).port()))
                        + "/logs/commitments/rebuilds")
                .toURL().openConnection();
        desk.setRequestMethod("POST");
        desk.setRequestProperty("Authorization", "Bearer " + Tokens.ofUser(instance().ports(), "operator"));
        if (desk.getResponseCode() != HttpURLConnection.HTTP_NO_CONTENT) {
            throw new DrillFailure("the desk answered " + desk.getResponseCode());
        }
    }

    /**
     * Copies the database of priorities-service, to which nobody may be connected.
     *
     * @return where the copy is
     */
    String copy(String name) throws SQLException {
        run("postgres", "create database " + name + " template priorities owner priorities_owner");
        run("postgres", "grant connect on database " + name + " to priorities");
        return instance().databaseUrl(name);
    }

    int commitments(String database) throws SQLException {
        return Integer.parseInt(value(database, "select count(*) from commitment_reference"));
    }

    /** To how many audiences a user of a party belongs. */
    String audiencesOf(String user) throws SQLException {
        String party = user.substring(0, 3).toUpperCase(Locale.ROOT);
        return value("priorities",
                """
                        select count(*) || ' of ' || (select count(*) from audience) || ' audiences' from audience
                        where release = 'PUBLIC' or owner = '%1$s' or '%1$s' = any (parties) or release = 'COALITION' and is_member('%1$s', current_date)"""
                        .formatted(party));
    }

    private Instance instance() {
        return suite.instance();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = CoverageWorld.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void run(String database, String statement) throws SQLException {
        try (Connection connection = database(database); Statement execute = connection.createStatement()) {
            execute.execute(statement);
        }
    }

    private String value(String database, String query) throws SQLException {
        try (Connection connection = database(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    private Connection database(String name) throws SQLException {
        return DriverManager.getConnection(instance().databaseUrl(name), PostgresPart.SUPERUSER,
                instance().databasePassword(PostgresPart.SUPERUSER));
    }
}
