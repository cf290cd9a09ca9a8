package org.surety.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.Consumer;

/** Installs RabbitMQ with the machine's package manager: as root on Linux, or with Homebrew, which asks for no rights. */
final class RabbitInstallation {
    private static final Path POLICY = Path.of("/usr/sbin/policy-rc.d");
    private static final String OURS = "Made by deploy/local/run";
    private static final String PACKAGE = "rabbitmq-server";

    private RabbitInstallation() {
    }

    /**
     * Installs it if this user may; false when there is no way.
     *
     * @param log takes what the package manager says
     */
    static boolean install(Consumer<String> say, Path log) {
        if (PackageManager.isApt()) {
            say.accept("is not on this machine: installing it with apt-get (downloads about 35 MB)");
            withoutServiceStart(() -> PackageManager.aptInstall(PACKAGE, say, log));
            // Nobody asked for a broker on all addresses at the next start of the machine.
            if (Commands.succeeds("systemctl", "disable", "rabbitmq-server.service", "epmd.service", "epmd.socket")) {
                say.accept("its system service stays off: systemctl enable rabbitmq-server turns it on");
            }
            return true;
        }
        if (PackageManager.isDnf()) {
            say.accept("is not on this machine: installing it with dnf (downloads about 35 MB)");
            return PackageManager.run(List.of("dnf", "install", "-y", "-q", PACKAGE), log);
        }
        if (PackageManager.isHomebrew()) {
            say.accept("is not on this machine: installing it with Homebrew (downloads about 100 MB)");
            return PackageManager.run(List.of("brew", "install", "--quiet", "rabbitmq"), log);
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
        Thread atTheEnd = new Thread(RabbitInstallation::awaitAndRemovePolicy, "policy");
        try {
            // One that a killed run of ours left behind is ours as well.
            ours = !Files.exists(POLICY) || Files.readString(POLICY).contains(OURS);
            if (ours) {
                Runtime.getRuntime().addShutdownHook(atTheEnd);
                Files.deleteIfExists(POLICY);
                Files.createFile(POLICY, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
                Files.writeString(POLICY, "#!/bin/sh\n# " + OURS + " for one installation; it may be deleted.\nexit 101\n");
                Files.setPosixFilePermissions(POLICY, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
            installation.run();
        } catch (IOException e) {
            throw new PartFailure("Cannot keep the package from starting its service: " + e.getMessage(), e);
        } finally {
            if (ours) {
                removePolicy();
            }
        }
    }

    /** Ctrl-C during the installation: the package manager is never left half-way, and the policy stays until it is done. */
    private static void awaitAndRemovePolicy() {
        PackageManager.await();
        removePolicy();
    }

    private static void removePolicy() {
        try {
            if (Files.exists(POLICY) && Files.readString(POLICY).contains(OURS)) {
                Files.delete(POLICY);
            }
        } catch (IOException e) {
            throw new PartFailure("Please delete " + POLICY + ": " + e.getMessage(), e);
        }
    }
}
