package org.surety.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One running instance of the suite. Starting takes the folder's lock, ends what a killed run left behind, looks at the ports, starts the
 * database, the broker and the identity provider at once, migrates, and starts the services. Closing ends everything, also after a start
 * that failed half-way or is still going on in another thread.
 */
public final class Suite implements AutoCloseable {
    private final Options options;
    private final Progress progress;
    private final Instance instance;
    private final FolderLock lock;
    private final Processes processes;
    private final PostgresPart postgresql;
    private final RabbitPart rabbitmq;
    private final KeycloakPart keycloak;
    private final Map<Service, List<ServicePart>> services = new LinkedHashMap<>();

    private Suite(Options options, Progress progress, Instance instance, FolderLock lock) {
        this.options = options;
        this.progress = progress;
        this.instance = instance;
        this.lock = lock;
        this.processes = new Processes(instance.folder());
        this.postgresql = new PostgresPart(instance, processes, true, options.surroundings().sizing());
        this.rabbitmq = new RabbitPart(instance, processes, progress);
        this.keycloak = new KeycloakPart(instance, processes, progress);
        for (Service service : Service.values()) {
            int count = service.database().isPresent() ? options.replicas() : 1;
            services.put(service, IntStream.range(0, count)
                    .mapToObj(replica -> new ServicePart(instance, service, replica, options.surroundings(), processes)).toList());
        }
    }

    /**
     * Takes the folder without starting anything yet.
     *
     * @throws PartFailure when another run holds it
     */
    static Suite open(Options options, Progress progress) {
        Path folder = options.folder();
        Ports ports = new Ports(options.portBase());
        Instance.open(options.root(), folder, ports);
        FolderLock lock = FolderLock.take(folder);
        try {
            new Processes(folder).endLeftOvers().forEach(name -> progress.say("", "ended what an earlier run left: " + name));
            if (options.reset()) {
                drop(folder);
            }
            return new Suite(options, progress, Instance.open(options.root(), folder, ports), lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Starts the suite and returns when everything answers.
     *
     * @throws PartFailure when something does not come up; nothing is left running then
     */
    public static Suite start(Options options, Progress progress) {
        Suite suite = open(options, progress);
        try {
            suite.start(false);
            return suite;
        } catch (RuntimeException e) {
            suite.close();
            throw e;
        }
    }

    /**
     * @param again whether more starts of the same build are to be expected: the first migration takes longer then, and later starts less
     */
    void start(boolean again) {
        Map<Integer, String> ports = new TreeMap<>(instance.ports().ofParts());
        ports.putAll(instance.ports().ofServices(options.services()));
        ports.putAll(instance.ports().ofReplicas(options.services(), options.replicas()));
        Ports.requireFree(ports);
        writeEnvironments();
        writeAdministration();
        writeProgram();
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            CompletableFuture<Object> migrated = CompletableFuture.runAsync(() -> starting(postgresql), threads)
                    .thenRunAsync(this::provision, threads)
                    .thenComposeAsync(done -> each(withTables(), part -> migrating(part, again), threads), threads);
            await(together(List.of(migrated, CompletableFuture.runAsync(() -> starting(rabbitmq), threads),
                    CompletableFuture.runAsync(() -> starting(keycloak), threads))));
            await(each(options.services().stream().flatMap(service -> services.get(service).stream()).toList(), this::starting,
                    threads));
        } finally {
            threads.shutdownNow();
        }
    }

    private void starting(Part part) {
        progress.during(part.name(), "starting", part::start);
    }

    private void provision() {
        for (Service service : Service.values()) {
            service.database().ifPresent(database -> postgresql.provision(database, database));
        }
    }

    private List<ServicePart> withTables() {
        return options.services().stream().filter(service -> service.database().isPresent())
                .flatMap(service -> replicas(service).stream())
                .filter(part -> part.replica() == 0 || part.ownDatabase().isPresent()).toList();
    }

    private void migrating(ServicePart part, boolean again) {
        progress.during(part.name() + " tables", "migrating", () -> part.migrate(again));
    }

    private static CompletableFuture<Object> each(List<ServicePart> parts, Consumer<ServicePart> step, ExecutorService threads) {
        return together(parts.stream().map(part -> CompletableFuture.runAsync(() -> step.accept(part), threads)).toList());
    }

    /** Done when all are, failed with the first that fails: what the others are about is ended by {@link #close} then. */
    private static CompletableFuture<Object> together(List<? extends CompletableFuture<?>> steps) {
        CompletableFuture<Void> failure = new CompletableFuture<>();
        for (CompletableFuture<?> step : steps) {
            step.whenComplete((done, e) -> {
                if (e != null) {
                    failure.completeExceptionally(e);
                }
            });
        }
        return CompletableFuture.anyOf(failure, CompletableFuture.allOf(steps.toArray(CompletableFuture[]::new)));
    }

    private static void await(CompletableFuture<Object> steps) {
        try {
            steps.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** For a contributor who runs one service in dev mode: its environment, with the owner's role so that it migrates by itself. */
    private void writeEnvironments() {
        for (Service service : Service.values()) {
            Map<String, String> environment = new TreeMap<>(instance.environment(service));
            environment.putAll(instance.migrationEnvironment(service));
            service.database().ifPresent(database -> environment.put("QUARKUS_FLYWAY_MIGRATE_AT_START", "true"));
            write(environmentFile(service), environment);
        }
    }

    /** What a ministry's program needs to be a client. */
    private void writeProgram() {
        write(instance.folder().resolve("env").resolve(Instance.PROGRAM + ".env"), instance.programEnvironment());
    }

    /** What a person needs to look inside the parts; no process reads it. */
    private void writeAdministration() {
        write(instance.folder().resolve("env").resolve("administration.env"),
                Map.of("PGHOST", Ports.HOST, "PGPORT", Integer.toString(instance.ports().postgresql()), "PGUSER",
                        PostgresPart.SUPERUSER,
                        "PGPASSWORD", instance.databasePassword(PostgresPart.SUPERUSER), "KEYCLOAK_URL",
                        Ports.url(instance.ports().keycloak()), "KEYCLOAK_ADMIN_USER", KeycloakPart.ADMINISTRATOR,
                        "KEYCLOAK_ADMIN_PASSWORD", KeycloakPart.administratorPassword(instance), "RABBITMQ_MANAGEMENT_URL",
                        Ports.url(instance.ports().brokerManagement()), "RABBITMQ_ADMIN_USER", Instance.BROKER_ADMINISTRATOR,
                        "RABBITMQ_ADMIN_PASSWORD", instance.brokerPassword(Instance.BROKER_ADMINISTRATOR)));
    }

    /** For a shell and for whoever reads it: a setting a line, in the order of their names. */
    private static void write(Path file, Map<String, String> settings) {
        String text = new TreeMap<>(settings).entrySet().stream().map(entry -> entry.getKey() + "='" + entry.getValue() + "'\n")
                .collect(Collectors.joining());
        try {
            Secrets.writePrivate(file, text);
        } catch (IOException e) {
            throw new PartFailure("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    Path environmentFile(Service service) {
        return instance.folder().resolve("env").resolve(service.module() + ".env");
    }

    /** Does the step unless this instance's data has seen it. */
    public void once(FirstRunStep step) {
        Path marker = instance.folder().resolve("done-" + step.name());
        if (Files.exists(marker)) {
            return;
        }
        progress.during(step.name(), "first start: loading", () -> step.run(instance, progress));
        try {
            Files.createFile(marker);
        } catch (IOException e) {
            throw new PartFailure("Cannot write " + marker + ": " + e.getMessage(), e);
        }
    }

    public Instance instance() {
        return instance;
    }

    public PostgresPart postgresql() {
        return postgresql;
    }

    public RabbitPart rabbitmq() {
        return rabbitmq;
    }

    public KeycloakPart keycloak() {
        return keycloak;
    }

    /** The service; of several replicas the first. */
    public ServicePart service(Service service) {
        return services.get(service).get(0);
    }

    /** All replicas of the service. */
    public List<ServicePart> replicas(Service service) {
        return services.get(service);
    }

    /** The data, the secrets and what was derived from them; the logs and the lock stay. */
    private static void drop(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.toList()) {
                String name = entry.getFileName().toString();
                if (!name.equals("logs") && !name.startsWith("lock")) {
                    Folders.delete(entry);
                }
            }
        } catch (IOException e) {
            throw new PartFailure("Cannot drop the data in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Ends the services, then what they stand on, and gives the folder back. */
    @Override
    public void close() {
        processes.refuse();
        endAll(services.values().stream().flatMap(List::stream).toList(), progress);
        endAll(List.of(rabbitmq, keycloak, postgresql), progress);
        processes.endAll();
        lock.close();
    }

    /** Ends the parts at once, each on a thread of its own; what cannot be ended is said, and does not keep the others. */
    static void endAll(Collection<? extends Part> parts, Progress progress) {
        CompletableFuture.allOf(parts.stream().map(part -> CompletableFuture.runAsync(() -> {
            try {
                part.stop();
            } catch (RuntimeException e) {
                progress.say(part.name(), e.getMessage());
            }
        }, task -> new Thread(task, "end " + part.name()).start())).toArray(CompletableFuture[]::new)).join();
    }
}
