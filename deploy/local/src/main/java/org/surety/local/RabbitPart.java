package org.surety.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * RabbitMQ of one instance: a private node with its own port mapper (epmd), cookie, data and administrator, untouched by a RabbitMQ that
 * the system may run, and without effect on it.
 */
public final class RabbitPart implements Part {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration EPMD_LIMIT = Duration.ofSeconds(20);
    private static final Duration CONTROL_LIMIT = Duration.ofSeconds(60);
    private final Instance instance;
    private final Progress progress;
    private final Path folder;
    private final Processes processes;
    private final BrokerManagement management;
    private volatile Child portMapper;
    private volatile Child node;

    RabbitPart(Instance instance, Processes processes, Progress progress) {
        this.instance = instance;
        this.progress = progress;
        this.folder = instance.folder().resolve("rabbitmq");
        this.processes = processes;
        this.management = new BrokerManagement(instance);
    }

    @Override
    public String name() {
        return "RabbitMQ";
    }

    public BrokerManagement management() {
        return management;
    }

    @Override
    public void start() {
        RabbitPrograms programs = RabbitPrograms.require(line -> progress.say(name(), line), instance.log("rabbitmq-installation"));
        try {
            prepare(programs.image().isPresent());
        } catch (IOException e) {
            throw new PartFailure("RabbitMQ: cannot prepare " + folder + ": " + e.getMessage(), e);
        }
        try {
            if (programs.image().isPresent()) {
                node = new RabbitContainer(instance, folder, programs.image().get()).start(processes);
            } else {
                startNode(programs);
            }
            node.awaitReady(START_LIMIT, this::answers);
        } catch (RuntimeException e) {
            stop();
            throw e;
        }
    }

    private void startNode(RabbitPrograms programs) {
        int epmd = instance.ports().epmd();
        // In the foreground and by ourselves: left to Erlang it becomes a daemon that outlives the node.
        portMapper = processes.start("epmd",
                List.of(programs.portMapper().toString(), "-address", Ports.HOST, "-port", Integer.toString(epmd)),
                Map.of(), instance.log("epmd"), "-port " + epmd, Processes.Ending.TERMINATE);
        portMapper.awaitReady(EPMD_LIMIT, () -> Ports.answers(epmd));
        // Known by its home and not by a mark at the end: the JDK reads the node's command line only as far as its first empty argument.
        node = processes.start("rabbitmq", List.of(programs.server().toString()), environment(), instance.log("rabbitmq"),
                folder.toString(), Processes.Ending.TERMINATE);
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        environment.put("HOME", folder.toString());
        environment.put("RABBITMQ_NODENAME", "surety-" + instance.ports().base() + "@localhost");
        environment.put("RABBITMQ_NODE_IP_ADDRESS", Ports.HOST);
        environment.put("RABBITMQ_NODE_PORT", Integer.toString(instance.ports().amqp()));
        environment.put("RABBITMQ_DIST_PORT", Integer.toString(instance.ports().brokerDistribution()));
        environment.put("RABBITMQ_CONFIG_FILE", folder.resolve("rabbitmq.conf").toString());
        environment.put("RABBITMQ_ADVANCED_CONFIG_FILE", folder.resolve("none.config").toString());
        environment.put("RABBITMQ_CONF_ENV_FILE", "/dev/null");
        environment.put("RABBITMQ_MNESIA_BASE", folder.resolve("data").toString());
        environment.put("RABBITMQ_LOG_BASE", folder.resolve("log").toString());
        environment.put("RABBITMQ_ENABLED_PLUGINS_FILE", folder.resolve("enabled_plugins").toString());
        environment.put("RABBITMQ_GENERATED_CONFIG_DIR", folder.resolve("config").toString());
        environment.put("ERL_EPMD_PORT", Integer.toString(instance.ports().epmd()));
        environment.put("ERL_EPMD_ADDRESS", Ports.HOST);
        // With "allow input" the script becomes the Erlang machine instead of its parent: one process with one pid. It reads nothing anyway.
        // +sbwt none: no spinning while idle; +B i: Ctrl-C at the terminal is for the launcher, which ends the node in order.
        environment.put("RABBITMQ_ALLOW_INPUT", "true");
        environment.put("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS",
                "-noinput -kernel inet_dist_use_interface {127,0,0,1} +sbwt none +sbwtdcpu none +sbwtdio none +B i");
        return environment;
    }

    private void prepare(boolean inContainer) throws IOException {
        Secrets.createPrivateFolder(folder);
        Path cookie = folder.resolve(".erlang.cookie");
        Files.deleteIfExists(cookie);
        Secrets.writePrivate(cookie, instance.secrets().password("erlang-cookie"));
        Path templates = instance.root().resolve("deploy").resolve("rabbitmq");
        Path definitions = folder.resolve("definitions.json");
        Map<String, String> values = new TreeMap<>();
        // In a container "all addresses" are those of the container; its engine publishes the ports on the loopback address only.
        values.put("HOST", inContainer ? "0.0.0.0" : Ports.HOST);
        values.put("AMQP_PORT", Integer.toString(instance.ports().amqp()));
        values.put("MANAGEMENT_PORT", Integer.toString(instance.ports().brokerManagement()));
        values.put("DEFINITIONS", inContainer ? "/etc/rabbitmq/definitions.json" : definitions.toString());
        values.put("SUITE_PASSWORD", instance.brokerPassword(Instance.BROKER_ADMINISTRATOR));
        for (Service service : Service.values()) {
            values.put(service.name() + "_PASSWORD", instance.brokerPassword(service.module()));
        }
        Secrets.writePrivate(definitions, Template.fill(templates.resolve("definitions.json"), values));
        Secrets.writePrivate(folder.resolve("rabbitmq.conf"), Template.fill(templates.resolve("rabbitmq.conf"), values));
        Files.writeString(folder.resolve("enabled_plugins"), "[rabbitmq_management].\n");
    }

    @Override
    public void stop() {
        Child running = node;
        if (running != null) {
            running.stop();
            node = null;
        }
        Child mapper = portMapper;
        if (mapper != null) {
            mapper.stop();
            portMapper = null;
            endStrayPortMapper();
        }
    }

    /** Ends the node at once, as a crash of its machine would; {@link #start} brings it back with its data. */
    public void kill() {
        Child running = node;
        if (running != null) {
            running.kill();
            node = null;
        }
        Child mapper = portMapper;
        if (mapper != null) {
            mapper.kill();
            portMapper = null;
            endStrayPortMapper();
        }
    }

    /**
     * Runs {@code rabbitmqctl} on the node.
     *
     * @throws PartFailure when there is none on this machine, or it fails
     */
    public void control(String... words) {
        Path program = RabbitPrograms.find().orElseThrow(() -> new PartFailure("RabbitMQ: no rabbitmqctl on this machine")).server()
                .resolveSibling("rabbitmqctl");
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(words));
        processes.start("rabbitmqctl", command, environment(), instance.log("rabbitmqctl"), folder.toString(),
                Processes.Ending.TERMINATE).awaitDone(CONTROL_LIMIT);
    }

    /** A node that misses its port mapper starts another one as a daemon; whoever listens on that port now is such a one. */
    private void endStrayPortMapper() {
        int port = instance.ports().epmd();
        if (Ports.answers(port)) {
            RabbitPrograms.find()
                    .ifPresent(programs -> Commands.succeeds(programs.portMapper().toString(), "-port", Integer.toString(port),
                            "-kill"));
        }
    }

    @Override
    public boolean answers() {
        return Ports.answers(instance.ports().amqp()) && management.answers();
    }
}
