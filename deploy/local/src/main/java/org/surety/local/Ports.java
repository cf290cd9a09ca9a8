package org.surety.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ports of one instance, all counted from one base and all on the loopback address: +0 gateway, +1..+3 services, +10..+13 their
 * management ports, +4..+6 and +14..+16 the same of second replicas, +20 PostgreSQL, +21..+24 RabbitMQ, +30/+31 Keycloak.
 */
public record Ports(int base) {
    /** The address everything listens on and is spoken to by; the issuer of the tokens is spelled with it, so it is never "localhost". */
    public static final String HOST = "127.0.0.1";
    /** The base of {@code deploy/local/run} when none is given. */
    public static final int DEFAULT_BASE = 8600;
    /** Where tests look for a base of their own: far from the default one and from the ports of the system's own services. */
    public static final int FIRST_TEST_BASE = 9700;
    /** How many ports from the base on may be used. */
    public static final int SPAN = 32;
    /** Of one service: the second ones have +4..+6 and +14..+16. */
    public static final int MOST_REPLICAS = 2;
    private static final int NEXT_REPLICA = 3;
    private static final int LAST_PORT = 65535;
    private static final int CONNECT_MILLIS = 300;

    public Ports {
        if (base < 1024 || base + SPAN > LAST_PORT) {
            throw new IllegalArgumentException("port base " + base + " is not between 1024 and " + (LAST_PORT - SPAN));
        }
    }

    public int gateway() {
        return base;
    }

    public int delegations() {
        return base + 1;
    }

    public int priorities() {
        return base + 2;
    }

    public int commitments() {
        return base + 3;
    }

    /** The main port of a replica of a service, the first being 0. */
    public int of(Service service, int replica) {
        return service.port(this) + replica * NEXT_REPLICA;
    }

    /** The management port that belongs to the main port of a service. */
    public int managementOf(int servicePort) {
        return servicePort + 10;
    }

    public int postgresql() {
        return base + 20;
    }

    public int amqp() {
        return base + 21;
    }

    public int brokerManagement() {
        return base + 22;
    }

    public int brokerDistribution() {
        return base + 23;
    }

    public int epmd() {
        return base + 24;
    }

    public int keycloak() {
        return base + 30;
    }

    public int keycloakManagement() {
        return base + 31;
    }

    /** Base URL of what listens on the port. */
    public static String url(int port) {
        return "http://" + HOST + ":" + port;
    }

    /** The ports of the database, the broker and the identity provider, each with what it is for. */
    public Map<Integer, String> ofParts() {
        Map<Integer, String> ports = new LinkedHashMap<>();
        ports.put(postgresql(), "PostgreSQL");
        ports.put(amqp(), "RabbitMQ (AMQP)");
        ports.put(brokerManagement(), "RabbitMQ (management)");
        ports.put(brokerDistribution(), "RabbitMQ (Erlang distribution)");
        ports.put(epmd(), "RabbitMQ (Erlang port mapper)");
        ports.put(keycloak(), "Keycloak");
        ports.put(keycloakManagement(), "Keycloak (management)");
        return ports;
    }

    /** The ports of the services named, each with what it is for. */
    public Map<Integer, String> ofServices(Collection<Service> services) {
        Map<Integer, String> ports = new LinkedHashMap<>();
        for (Service service : services) {
            ports.put(service.port(this), service.module());
            ports.put(managementOf(service.port(this)), service.module() + " (management)");
        }
        return ports;
    }

    /** The ports of further replicas of the services named, each with what it is for; the gateway has none. */
    Map<Integer, String> ofReplicas(Collection<Service> services, int replicas) {
        Map<Integer, String> ports = new LinkedHashMap<>();
        for (int replica = 1; replica < replicas; replica++) {
            for (Service service : services) {
                if (service.database().isPresent()) {
                    ports.put(of(service, replica), service.module() + " (replica)");
                    ports.put(managementOf(of(service, replica)), service.module() + " (replica, management)");
                }
            }
        }
        return ports;
    }

    /**
     * Refuses to go on when a port is taken.
     *
     * @throws PartFailure naming every taken port, what it is for and what to do
     */
    public static void requireFree(Map<Integer, String> ports) {
        List<String> taken = new ArrayList<>();
        ports.forEach((port, purpose) -> {
            if (!isFree(port)) {
                taken.add(port + " for " + purpose);
            }
        });
        if (!taken.isEmpty()) {
            throw new PartFailure("In use already on " + HOST + ": port " + String.join(", port ", taken)
                    + ". End what listens there, or choose other ports with --port-base.");
        }
    }

    /** The first base from the given one upward, in steps of 50, all of whose ports are free at this moment. */
    public static Ports firstFree(int from) {
        for (int base = from; base + SPAN <= LAST_PORT; base += 50) {
            Ports ports = new Ports(base);
            Map<Integer, String> all = new LinkedHashMap<>(ports.ofParts());
            all.putAll(ports.ofServices(List.of(Service.values())));
            all.putAll(ports.ofReplicas(List.of(Service.values()), MOST_REPLICAS));
            if (all.keySet().stream().allMatch(Ports::isFree)) {
                return ports;
            }
        }
        throw new PartFailure("No " + SPAN + " free ports in a row from " + from + " upward on " + HOST);
    }

    /** Whether nobody listens on the port: neither on the loopback address alone nor on all addresses. */
    static boolean isFree(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(HOST, port), CONNECT_MILLIS);
            return false;
        } catch (IOException nobodyAnswers) {
            // A bind says more than the missing answer: the port may be held by somebody who does not listen yet.
        }
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(HOST))) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** Whether somebody accepts connections on the port. */
    static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(HOST, port), CONNECT_MILLIS);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }
}
