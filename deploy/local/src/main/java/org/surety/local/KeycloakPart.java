package org.surety.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Keycloak of one instance, with the committed realm. The distribution is unpacked by the Maven build of this module and prepared
 * ({@code build}) once for all instances; an instance has a home of its own with links to it and its own data. When the realm file or
 * the instance's secrets change, the data is made anew: everything in it comes from that file.
 */
public final class KeycloakPart implements Part {
    /** The administrator of Keycloak itself, not of our realm. */
    static final String ADMINISTRATOR = "admin";
    private static final Duration BUILD_LIMIT = Duration.ofMinutes(5);
    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final int ANSWER_MILLIS = 2000;
    /**
     * The passwords of demonstration users are their names, so a slow hash keeps nothing from anybody; it was a fifth of a first start's work
     * and four fifths of a sign-in's. Here and not in the realm file, of which an example for Kubernetes is made.
     */
    private static final String PASSWORD_POLICY = "hashAlgorithm(pbkdf2-sha256) and hashIterations(1)";
    private static final List<String> BUILD = List.of("build", "--db=dev-file", "--health-enabled=true");
    private final Instance instance;
    private final Progress progress;
    private final Processes processes;
    private final Path home;
    private volatile Child server;

    KeycloakPart(Instance instance, Processes processes, Progress progress) {
        this.instance = instance;
        this.progress = progress;
        this.processes = processes;
        this.home = instance.folder().resolve("keycloak");
    }

    @Override
    public String name() {
        return "Keycloak";
    }

    @Override
    public void start() {
        Path distribution = distribution();
        try {
            build(distribution);
            prepareHome(distribution);
        } catch (IOException e) {
            throw new PartFailure("Keycloak: cannot prepare " + home + ": " + e.getMessage(), e);
        }
        List<String> arguments = List.of("start", "--optimized", "--http-enabled=true", "--http-host=" + Ports.HOST,
                "--http-port=" + instance.ports().keycloak(), "--http-management-host=" + Ports.HOST,
                "--http-management-port=" + instance.ports().keycloakManagement(),
                "--hostname=" + Ports.url(instance.ports().keycloak()),
                "--import-realm", "--cache=local");
        server = processes.start("keycloak", command(home, arguments), environment(), instance.log("keycloak"), instance.mark(),
                Processes.Ending.TERMINATE);
        server.awaitReady(START_LIMIT, this::answers);
    }

    private Path distribution() {
        try (Stream<Path> folders = Files.list(instance.programs())) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith("keycloak-")).filter(Files::isDirectory)
                    .max(Path::compareTo).orElseThrow(this::missing);
        } catch (IOException e) {
            throw missing();
        }
    }

    private PartFailure missing() {
        return new PartFailure(
                "Keycloak is not unpacked in " + instance.programs() + ": build the module first, ./mvnw process-resources -pl"
                        + " deploy/local");
    }

    /** Augments the distribution for the options fixed at build time. Once; a build that was interrupted is done again. */
    private void build(Path distribution) throws IOException {
        Path lockFile = instance.programs().resolve("keycloak.lock");
        Path marker = distribution.resolve("surety-build");
        String expected = String.join(" ", BUILD);
        Exclusively.run(lockFile, () -> {
            if (!Files.exists(marker) || !Files.readString(marker).equals(expected)) {
                progress.say(name(), "preparing the distribution, once for this checkout (about half a minute)");
                processes.start("keycloak-build", command(distribution, BUILD), Map.of(), instance.log("keycloak-build"),
                        instance.mark(),
                        Processes.Ending.AT_ONCE).awaitDone(BUILD_LIMIT);
                Files.writeString(marker, expected);
            }
            return marker;
        });
    }

    private void prepareHome(Path distribution) throws IOException {
        String realm = withPasswordPolicy(
                Files.readString(instance.root().resolve("deploy").resolve("keycloak").resolve("surety-realm.json")));
        String wanted = fingerprint(realm + new TreeMap<>(environment()) + distribution.getFileName());
        Path marker = home.resolve("realm-imported");
        if (!Files.exists(marker) || !Files.readString(marker).equals(wanted)) {
            Folders.delete(home.resolve("data"));
        }
        Secrets.createPrivateFolder(home);
        for (String part : List.of("lib", "conf", "providers", "themes", "version.txt")) {
            Path link = home.resolve(part);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, distribution.resolve(part));
        }
        Path imports = home.resolve("data").resolve("import");
        Files.createDirectories(imports);
        Files.writeString(imports.resolve("surety-realm.json"), realm);
        Files.writeString(marker, wanted);
    }

    /** The realm as its file says it, with passwords that are cheap to check. */
    static String withPasswordPolicy(String realm) {
        return realm.replaceFirst("\\{", "{\n  \"passwordPolicy\": \"" + PASSWORD_POLICY + "\",");
    }

    static String administratorPassword(Instance instance) {
        return instance.secrets().password("keycloak/" + ADMINISTRATOR);
    }

    private static String fingerprint(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The values for the places in the realm file, which Keycloak fills in itself when it imports the file, and the first administrator. */
    private Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        environment.put("SURETY_GATEWAY_URL", instance.gatewayUrl());
        for (String client : List.of("gateway", "ministry-xaa", "delegation-service", "priorities-service",
                "commitments-service", "example-consumer")) {
            environment.put("SURETY_" + client.toUpperCase(java.util.Locale.ROOT).replace('-', '_') + "_CLIENT_SECRET",
                    instance.clientSecret(client));
        }
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", administratorPassword(instance));
        return environment;
    }

    /**
     * What {@code kc.sh} would run, without the shell around it. The first compiler stage only and a small heap: 330 MB resident instead
     * of 490, and quicker to start; nobody measures the identity provider of a local suite.
     */
    private List<String> command(Path home, List<String> arguments) {
        List<String> command = new ArrayList<>(
                List.of(Java.program(), "-Dsurety.instance=" + instance.mark(), "-Xms64m", "-Xmx256m",
                        "-XX:MaxMetaspaceSize=256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError"));
        for (String opened : List.of("java.util", "java.util.concurrent", "java.security", "java.lang")) {
            command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        command.addAll(List.of("-Dfile.encoding=UTF-8", "-Duser.language=en", "-Duser.country=US", "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"), "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dpicocli.disable.closures=true", "-Dquarkus-log-max-startup-records=10000", "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(arguments);
        return command;
    }

    @Override
    public void stop() {
        Child running = server;
        if (running != null) {
            running.stop();
            server = null;
        }
    }

    @Override
    public boolean answers() {
        return Http.status(instance.issuer(), ANSWER_MILLIS) == HttpURLConnection.HTTP_OK;
    }

}
