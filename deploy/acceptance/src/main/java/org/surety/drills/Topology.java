package org.surety.drills;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.surety.drills.proxy.AmqpWire;
import org.surety.drills.proxy.FaultProxy;
import org.surety.drills.proxy.PostgresWire;
import org.surety.local.Instance;
import org.surety.local.Options;
import org.surety.local.Ports;
import org.surety.local.PostgresPart;
import org.surety.local.Progress;
import org.surety.local.Service;
import org.surety.local.ServicePart;
import org.surety.local.Suite;

/**
 * The suite as it stands in a cluster: two replicas of each service behind a balancer, and every replica reaches the database and the broker
 * through a proxy of its own, so that a fault can be done to one of them alone.
 */
final class Topology implements AutoCloseable {
    static final List<Service> SERVICES = List.of(Service.DELEGATION_SERVICE, Service.PRIORITIES_SERVICE,
            Service.COMMITMENTS_SERVICE);
    static final String COMMAND = "command";
    static final String SEQUENCING = "sequencing";
    static final String EFFECT = "effect";
    /** By what a statement contains: what its transaction does. Read off the wire, for there is no hook in the services. */
    private static final Map<String, String> MARKS = Map.of("insert into change ", COMMAND, "update change c set sequence",
            SEQUENCING, "update watermark set", EFFECT);
    private static final int FIRST_BASE = 10_500;
    private static final int REPLICAS = 2;

    /** One process of a service and its ways to the others. */
    record Replica(Service service, ServicePart part, FaultProxy database, FaultProxy broker) {
    }

    private final Suite suite;
    private final Map<Service, Balancer> balancers;
    private final Map<Service, List<Replica>> replicas = new LinkedHashMap<>();
    private final BrokerAccess broker;
    private final boolean ownBroker;

    private record Ways(FaultProxy database, FaultProxy broker) {
    }

    private Topology(Suite suite, Map<Service, Balancer> balancers, Map<String, Ways> ways, BrokerAccess broker,
            boolean ownBroker) {
        this.suite = suite;
        this.balancers = balancers;
        this.broker = broker;
        this.ownBroker = ownBroker;
        for (Service service : SERVICES) {
            replicas.put(service, suite.replicas(service).stream().map(part -> {
                Ways way = ways.get(service + "" + part.replica());
                return new Replica(service, part, way.database(), way.broker());
            }).toList());
        }
    }

    /**
     * Starts everything; nothing is left running when that fails.
     *
     * @param external the broker to use instead of one of its own
     */
    static Topology start(Path root, Path folder, boolean reset, Optional<BrokerAccess> external, Progress progress) {
        Ports ports = Ports.firstFree(FIRST_BASE);
        Map<Service, Balancer> balancers = new LinkedHashMap<>();
        Map<String, Ways> ways = new HashMap<>();
        InetSocketAddress database = loopback(ports.postgresql());
        InetSocketAddress amqp = external.map(given -> new InetSocketAddress(given.host(), given.port()))
                .orElse(loopback(ports.amqp()));
        for (Service service : SERVICES) {
            balancers.put(service, new Balancer(ports, List.of(ports.of(service, 0), ports.of(service, 1))));
            for (int replica = 0; replica < REPLICAS; replica++) {
                ways.put(service + "" + replica, new Ways(new FaultProxy(() -> database, () -> new PostgresWire(MARKS)),
                        new FaultProxy(() -> amqp, AmqpWire::new)));
            }
        }
        Options options = Options.in(root).withFolder(folder).withPortBase(ports.base()).withReplicas(REPLICAS)
                .withSurroundings(
                        (service, replica) -> environment(service, balancers, ways.get(service + "" + replica), external));
        Suite suite = Suite.start(reset ? options.withReset() : options, progress);
        return new Topology(suite, balancers, ways, external.orElseGet(() -> own(suite.instance())), external.isEmpty());
    }

    private static Map<String, String> environment(Service service, Map<Service, Balancer> balancers, Ways ways,
            Optional<BrokerAccess> external) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("SURETY_DELEGATIONS_URL", balancers.get(Service.DELEGATION_SERVICE).url());
        environment.put("SURETY_PRIORITIES_URL", balancers.get(Service.PRIORITIES_SERVICE).url());
        environment.put("SURETY_COMMITMENTS_URL", balancers.get(Service.COMMITMENTS_SERVICE).url());
        service.database().ifPresent(name -> {
            environment.put("SURETY_DATABASE_URL",
                    "jdbc:postgresql://" + Ports.HOST + ":" + ways.database().port() + "/" + name);
            environment.put("SURETY_BROKER_HOST", Ports.HOST);
            environment.put("SURETY_BROKER_PORT", Integer.toString(ways.broker().port()));
            external.ifPresent(given -> {
                environment.put("SURETY_BROKER_VIRTUAL_HOST", given.virtualHost());
                environment.put("SURETY_BROKER_USER", given.user());
                environment.put("SURETY_BROKER_PASSWORD", given.password());
            });
        });
        return environment;
    }

    private static BrokerAccess own(Instance instance) {
        return new BrokerAccess(Ports.HOST, instance.ports().amqp(), Instance.BROKER_ADMINISTRATOR,
                instance.brokerPassword(Instance.BROKER_ADMINISTRATOR), Instance.VIRTUAL_HOST,
                Ports.url(instance.ports().brokerManagement()));
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    Suite suite() {
        return suite;
    }

    Instance instance() {
        return suite.instance();
    }

    BrokerAccess broker() {
        return broker;
    }

    /** Whether the broker is a process of this instance, which can be killed and configured. */
    boolean hasOwnBroker() {
        return ownBroker;
    }

    List<Replica> replicas(Service service) {
        return replicas.get(service);
    }

    List<Replica> replicas() {
        return replicas.values().stream().flatMap(List::stream).toList();
    }

    /** A connection to the service's database as superuser, past all proxies. */
    Connection database(Service service) throws SQLException {
        return database(service.database().orElseThrow());
    }

    Connection database(String name) throws SQLException {
        return DriverManager.getConnection(instance().databaseUrl(name), PostgresPart.SUPERUSER,
                instance().databasePassword(PostgresPart.SUPERUSER));
    }

    /** The replica that numbers the log of its service now: the lease's row names its process. */
    Optional<Replica> leader(Service service) throws SQLException {
        try (Connection connection = database(service);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select split_part(holder, '-', 1) from log_head")) {
            row.next();
            String pid = row.getString(1);
            return replicas(service).stream()
                    .filter(replica -> replica.part().pid().isPresent() && pid.equals("" + replica.part().pid().getAsLong()))
                    .findFirst();
        }
    }

    /** Undoes every fault of the proxies and lets every process go on. */
    void heal() {
        for (Replica replica : replicas()) {
            replica.database().heal();
            replica.broker().heal();
            replica.part().resume();
        }
    }

    /** Starts every replica that does not run. */
    void startMissing() {
        replicas().parallelStream().filter(replica -> !replica.part().isAlive()).forEach(replica -> replica.part().start());
    }

    @Override
    public void close() {
        heal();
        suite.close();
        balancers.values().forEach(Balancer::close);
        replicas().forEach(replica -> {
            replica.database().close();
            replica.broker().close();
        });
    }
}
