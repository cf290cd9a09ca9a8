package org.surety.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.surety.local.Instance;

/** One of the consumers of {@code docs/consumers} as a process of its own, with its own queue, user and store. */
abstract class ExampleConsumer implements AutoCloseable {
    /** Its client at the identity provider: the local realm has one for demonstrations. */
    static final String CLIENT = "example-consumer";
    private static final long LIMIT_SECONDS = 180;
    private final RunningSuite suite;
    private final String name;
    private final Path folder;
    private String password;
    private Process process;

    /** What a command said, and its exit status. */
    record Said(int status, String out, String errors) {
    }

    /** What it has stored: the last change it has applied, how many it has applied since it began, and each commitment. */
    record Stored(String logId, long sequence, long applied, int parked, Map<String, List<String>> commitments,
            Map<String, Integer> filed) {
    }

    ExampleConsumer(RunningSuite suite, String name) {
        this.suite = suite;
        this.name = name;
        this.folder = suite.instance().folder().resolve("consumers").resolve(name);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // A build that is interrupted leaves nothing behind.
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    /** What starts it. */
    abstract List<String> command();

    abstract Stored stored();

    /** Makes it believe that it has followed another log. */
    abstract void mistakeTheLog();

    String queue() {
        return name + ".commitments";
    }

    /** Its queue and its user at the broker; again after something was deleted there. */
    void add() {
        Said said = addConsumer(suite.instance(), name, "--owner", "commitments");
        assertEquals(0, said.status(), said.errors());
        if (!said.out().isBlank()) {
            password = said.out().strip();
        }
    }

    static Said addConsumer(Instance instance, String... words) {
        List<String> command = new ArrayList<>(List.of(instance.root().resolve("deploy/rabbitmq/add-consumer").toString()));
        command.addAll(List.of(words));
        command.addAll(List.of("--environment", instance.folder().resolve("env/administration.env").toString()));
        return run(instance.folder(), Map.of(), command);
    }

    void start() {
        try {
            process = builder(folder, environment(), command())
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile())).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As kill -9 does. */
    final void kill() {
        if (process != null) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    @Override
    public void close() {
        kill();
    }

    Path log() {
        return suite.instance().log(name);
    }

    RunningSuite suite() {
        return suite;
    }

    Path folder() {
        return folder;
    }

    /** The names are those of the suite's own services. */
    Map<String, String> environment() {
        Instance instance = suite.instance();
        Map<String, String> environment = new TreeMap<>(instance.environment(org.surety.local.Service.PRIORITIES_SERVICE));
        environment.keySet().removeIf(variable -> variable.startsWith("SURETY_DATABASE") || variable.equals("SURETY_CURSOR_KEY"));
        environment.put("SURETY_BROKER_USER", name);
        environment.put("SURETY_BROKER_PASSWORD", password);
        environment.put("SURETY_SERVICE_CLIENT_ID", CLIENT);
        environment.put("SURETY_SERVICE_CLIENT_SECRET", instance.clientSecret(CLIENT));
        return environment;
    }

    private static ProcessBuilder builder(Path folder, Map<String, String> environment, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeIf(variable -> variable.startsWith("SURETY_") || variable.startsWith("RABBITMQ_"));
        builder.environment().putAll(environment);
        return builder;
    }

    /** A command that ends by itself. */
    static Said run(Path folder, Map<String, String> environment, List<String> command) {
        try {
            Path out = Files.createTempFile(folder, "said", ".out");
            Path errors = Files.createTempFile(folder, "said", ".err");
            Process process = builder(folder, environment, command).redirectOutput(out.toFile()).redirectError(errors.toFile())
                    .start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(command + " is not done after " + LIMIT_SECONDS + " s");
            }
            Said said = new Said(process.exitValue(), Files.readString(out), Files.readString(errors));
            Files.delete(out);
            Files.delete(errors);
            return said;
        } catch (IOException missing) {
            return new Said(127, "", missing.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static Path source(RunningSuite suite, String language) {
        return suite.instance().root().resolve("docs").resolve("consumers").resolve(language);
    }
}
