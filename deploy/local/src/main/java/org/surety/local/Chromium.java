package org.surety.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The browser that the tests of the board drive, wherever it comes from on this machine: {@code CHROMIUM} names it, or it is on the path,
 * or - as root - the package manager brings it. Nobody else needs it.
 */
public final class Chromium {
    private static final String CHOICE = "CHROMIUM";
    private static final List<String> PROGRAMS = List.of("chromium", "google-chrome-stable", "google-chrome", "microsoft-edge");
    private static final List<String> APPLICATIONS = List.of("/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private Chromium() {
    }

    /**
     * Finds the browser, installing it when that is possible without asking for more rights.
     *
     * @param say takes lines for the terminal: what is installed and how much is downloaded
     * @param log takes what the package manager says
     * @return the program
     * @throws PartFailure with the one line to run when there is no way
     */
    public static Path require(Consumer<String> say, Path log) {
        Optional<Path> found = find();
        if (found.isEmpty() && install(say, log)) {
            found = find();
        }
        return found.orElseThrow(() -> new PartFailure(
                "Chromium is not on this machine and cannot be installed by this user. Run this line, then start again:\n    "
                        + lineToRun()));
    }

    private static Optional<Path> find() {
        Optional<String> choice = Optional.ofNullable(System.getenv(CHOICE)).filter(path -> !path.isBlank());
        if (choice.isPresent()) {
            Path program = Path.of(choice.get());
            if (!Files.isExecutable(program)) {
                throw new PartFailure(CHOICE + " names " + program + ", which is no program");
            }
            return Optional.of(program);
        }
        List<Path> found = new ArrayList<>();
        PROGRAMS.forEach(name -> Commands.find(name).ifPresent(found::add));
        APPLICATIONS.stream().map(Path::of).filter(Files::isExecutable).forEach(found::add);
        return found.stream().findFirst();
    }

    private static boolean install(Consumer<String> say, Path log) {
        if (PackageManager.isApt()) {
            say.accept(
                    "is not on this machine: installing it with apt-get (downloads 105 MB, and up to as much again of libraries)");
            PackageManager.aptInstall("chromium", say, log);
            return true;
        }
        if (PackageManager.isDnf()) {
            say.accept("is not on this machine: installing it with dnf (downloads about 150 MB)");
            return PackageManager.run(List.of("dnf", "install", "-y", "-q", "chromium"), log);
        }
        if (PackageManager.isHomebrew()) {
            say.accept("is not on this machine: installing it with Homebrew (downloads about 150 MB)");
            return PackageManager.run(List.of("brew", "install", "--quiet", "--cask", "chromium"), log);
        }
        return false;
    }

    private static String lineToRun() {
        if (Commands.find("apt-get").isPresent()) {
            return "sudo apt-get install -y --no-install-recommends chromium";
        }
        if (Commands.find("dnf").isPresent()) {
            return "sudo dnf install -y chromium";
        }
        return Commands.find("brew").isPresent()
                ? "brew install --cask chromium"
                : "install Chromium or Chrome and set " + CHOICE + " to its program";
    }
}
