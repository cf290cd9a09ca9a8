package org.surety.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** A replica of one of our services, from the jar that the build has made. */
public final class ServicePart implements Part {
    private static final Duration MIGRATION_LIMIT = Duration.ofMinutes(4);
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final int ANSWER_MILLIS = 2000;
    private final Instance instance;
    private final Service service;
    private final int replica;
    private final Surroundings surroundings;
    private final Processes processes;
    private volatile Child server;

    ServicePart(Instance instance, Service service, int replica, Surroundings surroundings, Processes processes) {
        this.instance = instance;
        this.service = service;
        this.replica = replica;
        this.surroundings = surroundings;
        this.processes = processes;
    }

    /** The module; of a second replica with -2. */
    @Override
    public String name() {
        return replica == 0 ? service.module() : service.module() + "-" + (replica + 1);
    }

    /** From 0. */
    public int replica() {
        return replica;
    }

    Service service() {
        return service;
    }

    /** The database that this replica shares with no other, if there is one. */
    Optional<String> ownDatabase() {
        return replica == 0 ? Optional.empty() : surroundings.ownDatabase(service, replica);
    }

    /**
     * Brings the tables of its database up to date as the role that owns them. The process ends with that; the gateway has nothing to migrate.
     *
     * @param archiving whether it also leaves the classes it has loaded for later starts, if no earlier one has
     */
    void migrate(boolean archiving) {
        if (service.database().isEmpty()) {
            return;
        }
        Map<String, String> environment = environment();
        environment.putAll(instance.migrationEnvironment(service));
        ownDatabase().ifPresent(url -> environment.put("SURETY_DATABASE_URL", url));
        requireBuilt();
        ClassArchive archive = archive();
        boolean missing = archiving && replica == 0 && archive.isMissing();
        try {
            List<String> command = command(missing ? archive.writing() : archive.using());
            command.add("migrate");
            processes.start(name() + "-migrate", command, environment, instance.log(name() + "-migrate"), instance.mark(),
                    Processes.Ending.TERMINATE).awaitDone(MIGRATION_LIMIT);
            if (missing) {
                archive.keep();
            }
        } catch (IOException e) {
            throw new PartFailure(service.module() + ": cannot keep its class archive: " + e.getMessage(), e);
        }
    }

    /** That of the service, with the ports of this replica: a migration opens them too, and replicas with databases of their own migrate at once. */
    private Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>(instance.environment(service));
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port()));
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(instance.ports().managementOf(port())));
        return environment;
    }

    private ClassArchive archive() {
        return new ClassArchive(instance.programs().resolve("classes"), service.module(), jar().getParent());
    }

    @Override
    public void start() {
        requireBuilt();
        Map<String, String> environment = environment();
        environment.putAll(surroundings.of(service, replica));
        server = processes.start(name(), command(archive().using()), environment, instance.log(name()), instance.mark(),
                Processes.Ending.TERMINATE);
        server.awaitReady(START_LIMIT, this::answers);
    }

    /** The main port of this replica. */
    public int port() {
        return instance.ports().of(service, replica);
    }

    private void requireBuilt() {
        if (!Files.exists(jar())) {
            throw new PartFailure(service.module() + " is not built: " + jar() + " is missing");
        }
    }

    private Path jar() {
        return instance.root().resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    private List<String> command(List<String> flags) {
        List<String> command = new ArrayList<>(List.of(Java.program(), "-Dsurety.instance=" + instance.mark()));
        command.addAll(surroundings.sizing().of(service));
        command.add("-Djava.io.tmpdir=" + temporary());
        command.addAll(flags);
        command.addAll(List.of("-jar", jar().toString()));
        return command;
    }

    /** Of this instance alone: in the machine's own folder the uploads of one user would be in the way of another's. */
    private Path temporary() {
        try {
            return Files.createDirectories(instance.folder().resolve("tmp"));
        } catch (IOException e) {
            throw new PartFailure("Cannot make a folder for temporary files: " + e.getMessage(), e);
        }
    }

    @Override
    public void stop() {
        Child running = server;
        if (running != null) {
            // A process that is held cannot end in order.
            running.resume();
            running.stop();
            server = null;
        }
    }

    /** Ends the service at once, as a crash would; {@link #start} brings it back. Its log stays as {@code <name>-killed.log}. */
    public void kill() {
        Child running = server;
        if (running != null) {
            running.kill();
            server = null;
            keepLog();
        }
    }

    private void keepLog() {
        try {
            Files.move(instance.log(name()), instance.log(name() + "-killed"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new PartFailure(name() + ": cannot keep the log of the killed process: " + e.getMessage(), e);
        }
    }

    /** Holds the process where it stands, as a machine does that pauses; {@link #resume} lets it go on. */
    public void pause() {
        Child running = server;
        if (running != null) {
            running.pause();
        }
    }

    /** Lets a paused process go on. */
    public void resume() {
        Child running = server;
        if (running != null) {
            running.resume();
        }
    }

    /** The pid of its process; empty when it does not run. */
    public OptionalLong pid() {
        Child running = server;
        return running == null ? OptionalLong.empty() : OptionalLong.of(running.pid());
    }

    /** Whether its process runs, ready or not. */
    public boolean isAlive() {
        Child running = server;
        return running != null && running.isAlive();
    }

    @Override
    public boolean answers() {
        int management = instance.ports().managementOf(port());
        return Http.status(Ports.url(management) + "/q/health/ready", ANSWER_MILLIS) == HttpURLConnection.HTTP_OK;
    }
}
