package org.surety.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * RabbitMQ in a container, for a user who may install nothing: the same configuration and definitions, the same two ports on the loopback
 * address. Its data lives as long as the container, that is until the suite ends: nothing depends on the broker keeping anything.
 */
final class RabbitContainer {
    private static final String IMAGE = "docker.io/library/rabbitmq:3.13-management";
    private final Instance instance;
    private final Path folder;
    private final List<String> engine;

    RabbitContainer(Instance instance, Path folder, List<String> engine) {
        this.instance = instance;
        this.folder = folder;
        this.engine = engine;
    }

    /** The container engine that answers on this machine, if any. */
    static Optional<RabbitPrograms> engine() {
        for (String engine : List.of("docker", "podman")) {
            if (Commands.find(engine).isPresent() && Commands.succeeds(engine, "info")) {
                return Optional.of(new RabbitPrograms(null, null, Optional.of(List.of(engine))));
            }
        }
        return Optional.empty();
    }

    Child start(Processes processes) {
        String engineName = engine.get(0);
        Commands.succeeds(engineName, "rm", "-f", instance.mark());
        // In the foreground and with --rm: the client is our process, and its end is the container's.
        return processes.start("rabbitmq", command(engineName), Map.of(), instance.log("rabbitmq"), instance.mark(),
                Processes.Ending.TERMINATE);
    }

    private List<String> command(String engineName) {
        String amqp = Integer.toString(instance.ports().amqp());
        String management = Integer.toString(instance.ports().brokerManagement());
        // The files are for their owner only: root of the container reads them, then hands its own copies to the broker's user.
        String script = "cp /surety/rabbitmq.conf /surety/definitions.json /etc/rabbitmq/ && chown rabbitmq /etc/rabbitmq/*.*"
                + " && exec docker-entrypoint.sh rabbitmq-server";
        return List.of(engineName, "run", "--rm", "--name", instance.mark(), "--hostname", "localhost", "-p",
                Ports.HOST + ":" + amqp + ":" + amqp,
                "-p", Ports.HOST + ":" + management + ":" + management, "-v", folder + ":/surety:ro", "--entrypoint", "sh", IMAGE,
                "-c", script);
    }
}
