package org.surety.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * PostgreSQL of one instance: its own data folder, on the loopback address only, every role with a password.
 */
public final class PostgresPart implements Part {
    /** The superuser: for provisioning; no service has it. */
    public static final String SUPERUSER = "postgres";
    private static final Duration CREATE_LIMIT = Duration.ofMinutes(2);
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,40}");
    private final Instance instance;
    private final boolean durable;
    private final Path data;
    private final Processes processes;
    private final Sizing sizing;
    private volatile Child server;

    /**
     * @param durable whether a commit waits for the disk; tests do without, a crash of the machine would cost them nothing
     */
    PostgresPart(Instance instance, Processes processes, boolean durable, Sizing sizing) {
        this.instance = instance;
        this.sizing = sizing;
        this.durable = durable;
        this.data = instance.folder().resolve("postgresql");
        this.processes = processes;
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public void start() {
        Path programs = PostgresPrograms.unpackedIn(instance.programs());
        List<String> command;
        try {
            PostgresAccount account = PostgresAccount.choose(programs.resolve("postgres"), instance.folder());
            if (!Files.exists(data.resolve("PG_VERSION"))) {
                createData(programs, account);
            }
            account.own(data);
            removeStalePidFile();
            command = account.command(programs.resolve("postgres"));
        } catch (IOException e) {
            throw new PartFailure("PostgreSQL: cannot prepare " + data + ": " + e.getMessage(), e);
        }
        command.addAll(List.of("-D", data.toString(), "-p", Integer.toString(instance.ports().postgresql())));
        for (String setting : List.of("listen_addresses=" + Ports.HOST, "unix_socket_directories=",
                "cluster_name=" + instance.mark(),
                "max_connections=200", sizing.sharedBuffers(), "timezone=UTC", "log_timezone=UTC", "logging_collector=off",
                "log_line_prefix=%m [%p] %q%u@%d ", "fsync=" + (durable ? "on" : "off"),
                "synchronous_commit=" + (durable ? "on" : "off"))) {
            command.addAll(List.of("-c", setting));
        }
        server = processes.start("postgresql", command, Map.of("LC_ALL", "C"), instance.log("postgresql"), instance.mark(),
                Processes.Ending.INTERRUPT);
        server.awaitReady(START_LIMIT, this::answers);
    }

    private void createData(Path programs, PostgresAccount account) throws IOException {
        Path fresh = data.resolveSibling("postgresql.new");
        Folders.delete(fresh);
        Files.createDirectory(fresh);
        account.own(fresh);
        Path password = instance.folder().resolve("postgresql.password");
        Secrets.writePrivate(password, instance.databasePassword(SUPERUSER) + "\n");
        account.own(password);
        try {
            List<String> command = account.command(programs.resolve("initdb"));
            // The built-in locale sorts by code point alike on every system; scram for everybody, also on the loopback address.
            command.addAll(List.of("-D", fresh.toString(), "-U", SUPERUSER, "--pwfile", password.toString(), "-A", "scram-sha-256",
                    "-E", "UTF8",
                    "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions", "--no-sync"));
            processes
                    .start("postgresql-initdb", command, Map.of("LC_ALL", "C"), instance.log("postgresql-initdb"), fresh.toString(),
                            Processes.Ending.AT_ONCE)
                    .awaitDone(CREATE_LIMIT);
        } finally {
            Files.delete(password);
        }
        // Moved into place only when complete: a start that was interrupted begins again.
        Folders.delete(data);
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A killed run leaves {@code postmaster.pid}. Its server, should it still run without our pid file, is ended; then the file goes. */
    private void removeStalePidFile() throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (Files.exists(file)) {
            List<String> lines = Files.readAllLines(file);
            if (!lines.isEmpty()) {
                Processes.ours(Long.parseLong(lines.get(0).trim()), data.toString())
                        .ifPresent(left -> Processes.end(left, Processes.Ending.INTERRUPT));
            }
            Files.deleteIfExists(file);
        }
    }

    @Override
    public void stop() {
        Child running = server;
        if (running != null) {
            running.stop();
            server = null;
        }
    }

    /** Ends the server and all its sessions at once, as a crash would; {@link #start} brings it back with what was committed. */
    public void kill() {
        Child running = server;
        if (running != null) {
            running.kill();
            server = null;
        }
    }

    @Override
    public boolean answers() {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /**
     * Creates a database with its two roles, or brings their passwords up to date when they are there: {@code <role>_owner} owns the
     * database and its schema, {@code <role>} may log in and gets what migrations grant. Neither is superuser or bypasses row security.
     */
    public void provision(String database, String role) {
        provision(instance, database, role);
    }

    static void provision(Instance instance, String database, String role) {
        if (!NAME.matcher(database).matches() || !NAME.matcher(role).matches()) {
            throw new IllegalArgumentException("database and role are lower-case words: " + database + ", " + role);
        }
        String owner = role + "_owner";
        try (Connection server = connect(instance, "postgres"); Statement statement = server.createStatement()) {
            // Roles belong to the whole server and two test processes may come at once: one after the other.
            statement.execute("select pg_advisory_lock(1)");
            for (String login : List.of(owner, role)) {
                if (!exists(statement, "select 1 from pg_roles where rolname = '" + login + "'")) {
                    statement.execute("create role " + login);
                }
                statement.execute("alter role " + login + " login nosuperuser nocreatedb nocreaterole nobypassrls password '"
                        + instance.databasePassword(login) + "'");
            }
            if (!exists(statement, "select 1 from pg_database where datname = '" + database + "'")) {
                statement.execute("create database " + database + " owner " + owner);
            }
            statement.execute("revoke all on database " + database + " from public");
            statement.execute("grant connect on database " + database + " to " + role);
        } catch (SQLException e) {
            throw new PartFailure("PostgreSQL: cannot provision database " + database + ": " + e.getMessage(), e);
        }
        try (Connection connection = connect(instance, database); Statement statement = connection.createStatement()) {
            statement.execute("alter schema public owner to " + owner);
            statement.execute("grant usage on schema public to " + role);
        } catch (SQLException e) {
            throw new PartFailure("PostgreSQL: cannot provision database " + database + ": " + e.getMessage(), e);
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            return result.next();
        }
    }

    private Connection connect(String database) throws SQLException {
        return connect(instance, database);
    }

    private static Connection connect(Instance instance, String database) throws SQLException {
        return DriverManager.getConnection(instance.databaseUrl(database), SUPERUSER, instance.databasePassword(SUPERUSER));
    }
}
