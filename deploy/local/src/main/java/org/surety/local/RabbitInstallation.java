package org.surety.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Installs RabbitMQ with the machine's package manager: as root on Linux, or with Homebrew, which asks for no rights. */
final class RabbitInstallation {
    private static final Path POLICY = Path.of("/usr/sbin/policy-rc.d");

    private RabbitInstallation() {
    }

    /** Installs it if this user may; false when there is no way. */
    static boolean install(Consumer<String> say) {
        boolean root = "root".equals(System.getProperty("user.name"));
        if (root && Commands.find("apt-get").isPresent()) {
            say.accept("is not on this machine: installing it with apt-get (downloads about 35 MB)");
            withoutServiceStart(() -> {
                // The lists of a fresh machine may be missing or old.
                if (!run(List.of("apt-get", "install", "-y", "-q", "--no-install-recommends", "rabbitmq-server"))) {
                    say.accept("reading the package lists first (apt-get update)");
                    run(List.of("apt-get", "update", "-q"));
                    if (!run(List.of("apt-get", "install", "-y", "-q", "--no-install-recommends", "rabbitmq-server"))) {
                        throw new PartFailure("apt-get could not install rabbitmq-server. Log: " + log());
                    }
                }
            });
            return true;
        }
        if (root && Commands.find("dnf").isPresent()) {
            say.accept("is not on this machine: installing it with dnf (downloads about 35 MB)");
            return run(List.of("dnf", "install", "-y", "-q", "rabbitmq-server"));
        }
        if (!root && Commands.find("brew").isPresent()) {
            say.accept("is not on this machine: installing it with Homebrew (downloads about 100 MB)");
            return run(List.of("brew", "install", "--quiet", "rabbitmq"));
        }
        return false;
    }

    /** What somebody with the rights has to type. */
    static String lineToRun() {
        if (Commands.find("apt-get").isPresent()) {
            return "sudo apt-get install -y --no-install-recommends rabbitmq-server && sudo systemctl disable --now rabbitmq-server";
        }
        if (Commands.find("dnf").isPresent()) {
            return "sudo dnf install -y rabbitmq-server";
        }
        return Commands.find("brew").isPresent()
                ? "brew install rabbitmq"
                : "install RabbitMQ 3.10 or newer and set RABBITMQ_HOME to its folder";
    }

    /**
     * Runs the installation with a policy that forbids the package to start its service: we want the program, not a broker on the default
     * ports. A policy that the machine has already is respected and stays.
     */
    private static void withoutServiceStart(Runnable installation) {
        boolean ours = false;
        try {
            if (!Files.exists(POLICY)) {
                Files.createFile(POLICY, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
                ours = true;
                Files.writeString(POLICY,
                        "#!/bin/sh\n# Made by deploy/local/run for one installation; it may be deleted.\nexit 101\n");
                Files.setPosixFilePermissions(POLICY, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
            installation.run();
        } catch (IOException e) {
            throw new PartFailure("Cannot keep the package from starting its service: " + e.getMessage(), e);
        } finally {
            if (ours) {
                delete(POLICY);
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new PartFailure("Please delete " + file + ": " + e.getMessage(), e);
        }
    }

    private static boolean run(List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile())).redirectInput(new File("/dev/null"));
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            return builder.start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Path log() {
        return Path.of(Optional.ofNullable(System.getProperty("java.io.tmpdir")).orElse("/tmp"),
                "surety-rabbitmq-installation.log");
    }
}
