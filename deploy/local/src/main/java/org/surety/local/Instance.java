package org.surety.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * One instance of the suite on this machine: the checkout it belongs to, the folder with all its state, its ports and its secrets. Two
 * instances share nothing but the unpacked programs in {@code .local/parts}.
 *
 * @param root the checkout
 * @param folder state of this instance; only its owner can enter it
 */
public record Instance(Path root, Path folder, Ports ports, Secrets secrets) {
    /** The realm of the identity provider. */
    public static final String REALM = "surety";
    /** The virtual host of the suite at the broker. */
    public static final String VIRTUAL_HOST = "surety";
    /** The broker's administrator: for the management port, used by no service. */
    public static final String BROKER_ADMINISTRATOR = "suite";
    /** A program of the exercise state Amber: a client of the realm with its own account. */
    public static final String PROGRAM = "ministry-xaa";
    private static final String UNREACHED_QUOTA = "1000000";

    /** Opens the folder, making it and its secret when they are not there yet. */
    public static Instance open(Path root, Path folder, Ports ports) {
        try {
            Secrets.createPrivateFolder(folder);
            for (String part : new String[]{ "logs", "pids", "env"}) {
                Files.createDirectories(folder.resolve(part));
            }
            return new Instance(root, folder, ports, Secrets.open(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the instance of a port base has its state unless another folder is given. */
    public static Path defaultFolder(Path root, int base) {
        return root.resolve(".local").resolve("suite-" + base);
    }

    /** The unpacked programs, shared by all instances of the checkout. */
    public Path programs() {
        return root.resolve(".local").resolve("parts");
    }

    public Path log(String part) {
        return folder.resolve("logs").resolve(part + ".log");
    }

    /** A mark that stands on the command line of every process of this instance, so that a left-over one is known for ours. */
    public String mark() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(folder.toString().getBytes(StandardCharsets.UTF_8));
            return "surety-" + HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public String gatewayUrl() {
        return Ports.url(ports.gateway());
    }

    /** The issuer of the tokens, and the URL under which it is reached. */
    public String issuer() {
        return Ports.url(ports.keycloak()) + "/realms/" + REALM;
    }

    public String databaseUrl(String database) {
        return "jdbc:postgresql://" + Ports.HOST + ":" + ports.postgresql() + "/" + database;
    }

    public String databasePassword(String role) {
        return secrets.password("database/" + role);
    }

    public String brokerPassword(String user) {
        return secrets.password("broker/" + user);
    }

    public String clientSecret(String client) {
        return secrets.password("client/" + client);
    }

    /** The settings of the example clients, for the program {@link #PROGRAM} of an exercise state. */
    public Map<String, String> programEnvironment() {
        return new TreeMap<>(Map.of("SURETY_URL", gatewayUrl(), "SURETY_OIDC_ISSUER", issuer(), "SURETY_CLIENT_ID", PROGRAM,
                "SURETY_CLIENT_SECRET", clientSecret(PROGRAM)));
    }

    /** The environment that the service runs with; {@code docs} of the names: the services' {@code application.properties}. */
    public Map<String, String> environment(Service service) {
        Map<String, String> environment = new TreeMap<>();
        // No load balancer has to notice that it ends.
        environment.put("QUARKUS_SHUTDOWN_DELAY", "0S");
        environment.put("QUARKUS_HTTP_HOST", Ports.HOST);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(service.port(ports)));
        environment.put("QUARKUS_MANAGEMENT_HOST", Ports.HOST);
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(ports.managementOf(service.port(ports))));
        environment.put("SURETY_OIDC_ISSUER", issuer());
        environment.put("SURETY_DELEGATIONS_URL", Ports.url(ports.delegations()));
        environment.put("SURETY_PRIORITIES_URL", Ports.url(ports.priorities()));
        environment.put("SURETY_COMMITMENTS_URL", Ports.url(ports.commitments()));
        if (service == Service.GATEWAY) {
            environment.put("SURETY_GATEWAY_CLIENT_ID", service.module());
            environment.put("SURETY_GATEWAY_CLIENT_SECRET", clientSecret(service.module()));
            // A suite on one machine is there to be loaded by a few clients; what they may do at most is not what it is measured for.
            environment.put("SURETY_GATEWAY_RATES_REQUESTS_QUOTA", UNREACHED_QUOTA);
            environment.put("SURETY_GATEWAY_RATES_UNSAFE_QUOTA", UNREACHED_QUOTA);
            environment.put("SURETY_GATEWAY_RATES_FAILED_TOKENS_QUOTA", UNREACHED_QUOTA);
            environment.put("SURETY_GATEWAY_URL", gatewayUrl());
            // Plain http, which the gateway accepts because it listens on the loopback address.
            environment.put("SURETY_SECURE_COOKIES", "false");
            environment.put("SURETY_SESSION_KEY", secrets.key("session/" + service.module()));
        }
        service.database().ifPresent(database -> {
            environment.put("SURETY_DATABASE_URL", databaseUrl(database));
            environment.put("SURETY_DATABASE_USER", database);
            environment.put("SURETY_DATABASE_PASSWORD", databasePassword(database));
            environment.put("SURETY_BROKER_HOST", Ports.HOST);
            environment.put("SURETY_BROKER_PORT", Integer.toString(ports.amqp()));
            environment.put("SURETY_BROKER_VIRTUAL_HOST", VIRTUAL_HOST);
            environment.put("SURETY_BROKER_USER", service.module());
            environment.put("SURETY_BROKER_PASSWORD", brokerPassword(service.module()));
            environment.put("SURETY_SERVICE_CLIENT_ID", service.module());
            environment.put("SURETY_SERVICE_CLIENT_SECRET", clientSecret(service.module()));
            environment.put("SURETY_CURSOR_KEY", secrets.key("cursor/" + service.module()));
        });
        return environment;
    }

    /** What only the {@code migrate} run of a service gets beside {@link #environment}: the role that owns the tables. */
    public Map<String, String> migrationEnvironment(Service service) {
        Map<String, String> environment = new TreeMap<>();
        service.database().ifPresent(database -> {
            environment.put("SURETY_MIGRATION_USER", database + "_owner");
            environment.put("SURETY_MIGRATION_PASSWORD", databasePassword(database + "_owner"));
        });
        return environment;
    }
}
