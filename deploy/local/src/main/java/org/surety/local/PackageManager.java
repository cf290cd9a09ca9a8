package org.surety.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The machine's package manager, used only where this user may without asking for more rights: as root on Linux, or Homebrew. */
final class PackageManager {
    private static final List<String> APT = List.of("apt-get", "-o", "DPkg::Lock::Timeout=120");
    private static volatile Process running;

    private PackageManager() {
    }

    /** Whether it is {@code apt-get}, and this user may use it. */
    static boolean isApt() {
        return isRoot() && Commands.find("apt-get").isPresent();
    }

    static boolean isDnf() {
        return isRoot() && Commands.find("dnf").isPresent();
    }

    static boolean isHomebrew() {
        return !isRoot() && Commands.find("brew").isPresent();
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /**
     * Installs a package of Debian's or Ubuntu's, and what it cannot do without.
     *
     * @param say takes lines for the terminal
     * @param log takes what the package manager says
     * @throws PartFailure if it cannot be had
     */
    static void aptInstall(String name, Consumer<String> say, Path log) {
        List<String> install = List.of("install", "-y", "-q", "--no-install-recommends", name);
        // The lists of a fresh machine may be missing or old.
        if (!run(apt(install), log)) {
            say.accept("reading the package lists first (apt-get update)");
            run(apt(List.of("update", "-q")), log);
            if (!run(apt(install), log)) {
                throw new PartFailure("apt-get could not install " + name + ". Log: " + log);
            }
        }
    }

    private static List<String> apt(List<String> words) {
        return Stream.concat(APT.stream(), words.stream()).toList();
    }

    /** Runs a command of the package manager to its end; whether it succeeded. */
    static boolean run(List<String> command, Path log) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).redirectInput(new File("/dev/null"));
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            running = builder.start();
            return statusOf(running) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Waits for the command that runs now, if one does: at the end of this process it must not be left half-way. */
    static void await() {
        Process process = running;
        if (process != null) {
            statusOf(process);
        }
    }

    /** Waits to the end, whatever happens meanwhile: an interrupted package manager leaves a broken machine. */
    private static int statusOf(Process process) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return process.waitFor();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
