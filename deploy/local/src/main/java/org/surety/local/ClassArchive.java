package org.surety.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The loaded classes of a Quarkus application, kept by the JVM in a file (class data sharing). With it a service needs 6.3 s of processor
 * time to start instead of 8.5 s, at the same resident memory: three of them on two cores come up in 11 s instead of 15. Made by the first
 * migration after a build. The JVM checks the file itself, also each class against the application's; a wrong one costs time, not truth.
 */
final class ClassArchive {
    private final Path file;
    private final Path fresh;

    /**
     * @param folder where the archives of all services are kept
     * @param application a {@code target/quarkus-app} folder
     */
    ClassArchive(Path folder, String module, Path application) {
        this.file = folder.resolve(module + "-" + key(application) + ".jsa");
        this.fresh = folder.resolve(module + "-" + ProcessHandle.current().pid() + ".new");
    }

    /** Changes with every build and with the JDK. */
    private static String key(Path application) {
        StringBuilder text = new StringBuilder(System.getProperty("java.vm.version"));
        try (Stream<Path> files = Files.walk(application, 2)) {
            for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
                text.append(each.getFileName()).append(Files.size(each)).append(Files.getLastModifiedTime(each).toMillis());
            }
        } catch (IOException e) {
            throw new PartFailure("Cannot read " + application + ": " + e.getMessage(), e);
        }
        return Integer.toHexString(text.toString().hashCode());
    }

    /** Only HotSpot knows the options. */
    private static boolean isSupported() {
        String name = System.getProperty("java.vm.name");
        return name.contains("HotSpot") || name.startsWith("OpenJDK");
    }

    boolean isMissing() {
        return isSupported() && !Files.exists(file);
    }

    /** For a process that uses the archive, if there is one. */
    List<String> using() {
        return Files.exists(file) ? List.of("-XX:SharedArchiveFile=" + file, "-Xlog:cds=off") : List.of();
    }

    /** For a process that writes the archive when it ends; {@link #keep} then. */
    List<String> writing() throws IOException {
        Files.createDirectories(file.getParent());
        return List.of("-XX:ArchiveClassesAtExit=" + fresh, "-Xlog:cds=off");
    }

    /** Puts what was written in the place of those of earlier builds; a JDK without its own base archive writes nothing. */
    void keep() throws IOException {
        if (!Files.exists(fresh)) {
            return;
        }
        String module = file.getFileName().toString().replaceAll("-[0-9a-f]+\\.jsa$", "");
        List<Path> earlier = new ArrayList<>();
        try (Stream<Path> files = Files.list(file.getParent())) {
            files.filter(other -> other.getFileName().toString().matches(module + "-[0-9a-f]+\\.jsa")).forEach(earlier::add);
        }
        for (Path other : earlier) {
            Files.deleteIfExists(other);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
