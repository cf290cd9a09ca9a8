package org.surety.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Real parts for tests: one PostgreSQL, one RabbitMQ and one Keycloak for the whole build, started when first asked for and ended with the
 * build. Tests keep out of each other's way by databases and virtual hosts of their own. Safe for several threads and several processes.
 */
public final class TestParts {
    /** Tokens are asked for again this long before they expire (they live 300 s). */
    private static final Duration TOKEN_REUSE = Duration.ofSeconds(240);
    private static final Set<Kind> STARTED = EnumSet.noneOf(Kind.class);
    private static final Map<String, CachedToken> TOKENS = new ConcurrentHashMap<>();
    private static Instance instance;

    /** What a test can ask for. */
    public enum Kind {
        POSTGRESQL, RABBITMQ, KEYCLOAK
    }

    /** A fresh database. {@code user} owns nothing and sees what migrations, run as {@code owner}, grant it. */
    public record Database(String url, String owner, String ownerPassword, String user, String password) {
    }

    /** A fresh virtual host with the permissions of the suite's own for the three services' users. */
    public record VirtualHost(String host, int port, String name, Map<String, String> passwords) {
    }

    private record CachedToken(String token, long nanoTime) {
    }

    private TestParts() {
    }

    /**
     * Returns when the parts answer, having started them if need be (Keycloak takes up to a minute).
     *
     * @return the instance they belong to: ports, secrets, issuer
     * @throws PartFailure when one cannot be started; the message has the path of its log
     */
    public static Instance require(Kind... kinds) {
        List<Kind> wanted = Arrays.stream(kinds).filter(kind -> !isStarted(kind)).toList();
        KeeperClient keeper = new KeeperClient(root());
        List<CompletableFuture<Instance>> answers = wanted.stream()
                .map(kind -> CompletableFuture.supplyAsync(() -> keeper.need(kind))).toList();
        try {
            for (int i = 0; i < wanted.size(); i++) {
                started(wanted.get(i), answers.get(i).join());
            }
        } catch (CompletionException e) {
            throw e.getCause() instanceof PartFailure failure ? failure : e;
        }
        return current();
    }

    private static synchronized boolean isStarted(Kind kind) {
        return STARTED.contains(kind);
    }

    private static synchronized void started(Kind kind, Instance found) {
        instance = found;
        STARTED.add(kind);
    }

    private static synchronized Instance current() {
        return instance;
    }

    /**
     * A fresh database.
     *
     * @param name the database's name in the suite, such as {@code commitments}: the roles are {@code commitments} and
     *        {@code commitments_owner} as there, the database gets a suffix of its own
     */
    public static Database database(String name) {
        Instance parts = require(Kind.POSTGRESQL);
        String fresh = name + "_" + unique();
        PostgresPart.provision(parts, fresh, name);
        String owner = name + "_owner";
        return new Database(parts.databaseUrl(fresh), owner, parts.databasePassword(owner), name, parts.databasePassword(name));
    }

    /** A fresh virtual host whose name begins with the one given. */
    public static VirtualHost virtualHost(String name) {
        Instance parts = require(Kind.RABBITMQ);
        String fresh = name + "." + unique();
        new BrokerManagement(parts).createVirtualHost(fresh);
        Map<String, String> passwords = new ConcurrentHashMap<>();
        for (String user : List.of("delegation-service", "priorities-service", "commitments-service",
                Instance.BROKER_ADMINISTRATOR)) {
            passwords.put(user, parts.brokerPassword(user));
        }
        return new VirtualHost(Ports.HOST, parts.ports().amqp(), fresh, Map.copyOf(passwords));
    }

    /** The broker's management port: queues, messages and connections as the administrator sees them. */
    public static BrokerManagement brokerManagement() {
        return new BrokerManagement(require(Kind.RABBITMQ));
    }

    /** The issuer of the tokens. */
    public static String issuer() {
        return require(Kind.KEYCLOAK).issuer();
    }

    /** A real access token (audience {@code surety}) of a demonstration user such as {@code xaa.editor}, valid for at least a minute. */
    public static String token(String user) {
        return cached("user/" + user, () -> Tokens.ofUser(require(Kind.KEYCLOAK).ports(), user));
    }

    /**
     * A real access token of a program: {@code ministry-xaa} (audience {@code surety}) or a service such as {@code priorities-service}
     * (audience {@code surety-internal}, role service).
     */
    public static String clientToken(String client) {
        return cached("client/" + client, () -> {
            Instance parts = require(Kind.KEYCLOAK);
            return Tokens.ofClient(parts.ports(), client, parts.clientSecret(client));
        });
    }

    private static String cached(String name, Supplier<String> source) {
        return TOKENS.compute(name, (key, known) -> {
            boolean fresh = known != null && System.nanoTime() - known.nanoTime() < TOKEN_REUSE.toNanos();
            return fresh ? known : new CachedToken(source.get(), System.nanoTime());
        }).token();
    }

    /** Not a counter: this class is loaded more than once in a test process, and several processes use the same parts. */
    private static String unique() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    /** The checkout: the system property {@code surety.root}, else the nearest folder upward with {@code mvnw} in it. */
    static Path root() {
        String given = System.getProperty("surety.root");
        if (given != null && !given.isBlank()) {
            return Path.of(given);
        }
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new PartFailure("Set the system property surety.root to the folder of the checkout");
        }
        return folder;
    }
}
