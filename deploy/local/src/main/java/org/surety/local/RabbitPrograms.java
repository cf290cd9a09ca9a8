package org.surety.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Where RabbitMQ comes from on this machine: an installation, else - as root - the package manager, else a container engine.
 *
 * @param server the script {@code rabbitmq-server} of the distribution itself, not the packages' wrapper that changes the user
 * @param portMapper Erlang's {@code epmd}
 * @param image command line prefix of a container engine, when there is no installation
 */
record RabbitPrograms(Path server, Path portMapper, Optional<List<String>> image) {
    private static final List<String> HOMES = List.of("/usr/lib/rabbitmq", "/usr/local/opt/rabbitmq", "/opt/homebrew/opt/rabbitmq",
            "/opt/rabbitmq", "/usr/local/rabbitmq");
    private static final List<String> SCRIPTS = List.of("bin/rabbitmq-server", "sbin/rabbitmq-server");

    /**
     * Finds RabbitMQ, installing it when that is possible without asking for more rights.
     *
     * @param say takes lines for the terminal: what is installed and how much is downloaded
     * @param log takes what the package manager says
     * @throws PartFailure with the one line to run when there is no way
     */
    static RabbitPrograms require(Consumer<String> say, Path log) {
        Optional<RabbitPrograms> found = find();
        if (found.isEmpty() && RabbitInstallation.install(say, log)) {
            found = find();
        }
        return found.or(RabbitContainer::engine).orElseThrow(() -> new PartFailure(
                "RabbitMQ is not on this machine, it cannot be installed by this user, and no container engine answers. Run this line, then"
                        + " start again:\n    " + RabbitInstallation.lineToRun()));
    }

    static Optional<RabbitPrograms> find() {
        Optional<Path> server = candidates().stream().filter(Files::isExecutable).findFirst();
        Optional<Path> portMapper = Commands.find("epmd").or(RabbitPrograms::portMapperOfErlang);
        if (server.isEmpty() || portMapper.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RabbitPrograms(server.get(), portMapper.get(), Optional.empty()));
    }

    private static List<Path> candidates() {
        List<Path> candidates = new ArrayList<>();
        List<String> homes = new ArrayList<>();
        Optional.ofNullable(System.getenv("RABBITMQ_HOME")).filter(home -> !home.isBlank()).ifPresent(homes::add);
        homes.addAll(HOMES);
        for (String home : homes) {
            for (String script : SCRIPTS) {
                candidates.add(Path.of(home, script));
            }
        }
        // On the path last: there it is often the packages' wrapper, which only works as root or as the user rabbitmq.
        Commands.find("rabbitmq-server").map(RabbitPrograms::real).filter(script -> !script.toString().contains("script-wrapper"))
                .filter(script -> !script.startsWith("/usr/sbin")).ifPresent(candidates::add);
        return candidates;
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (java.io.IOException e) {
            return path;
        }
    }

    /** Erlang installed without a link to its port mapper: it is among its own programs. */
    private static Optional<Path> portMapperOfErlang() {
        return Commands.output("erl", "-noshell", "-eval", "io:format(\"~s\", [code:root_dir()]), halt().").map(Path::of)
                .flatMap(root -> {
                    try (Stream<Path> folders = Files.list(root)) {
                        return folders.filter(folder -> folder.getFileName().toString().startsWith("erts-"))
                                .map(folder -> folder.resolve("bin/epmd"))
                                .filter(Files::isExecutable).findFirst();
                    } catch (java.io.IOException e) {
                        return Optional.empty();
                    }
                });
    }
}
