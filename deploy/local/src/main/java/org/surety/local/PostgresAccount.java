package org.surety.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * As whom PostgreSQL runs, which refuses to be root: as the caller; as root in a user namespace in which root is nobody, while the files
 * stay root's; or, where namespaces are forbidden (many containers, a chroot), as the user nobody, who owns its files then.
 */
final class PostgresAccount {
    private static final String NOBODY = "nobody";
    private final List<String> prefix;
    private final String owner;

    private PostgresAccount(List<String> prefix, String owner) {
        this.prefix = prefix;
        this.owner = owner;
    }

    /**
     * Chooses the account for this machine.
     *
     * @param program a program that it must be able to run
     * @param folder the instance's folder, which nobody may have to pass through
     * @throws PartFailure when root can hand over to nobody
     */
    static PostgresAccount choose(Path program, Path folder) throws IOException {
        String caller = System.getProperty("user.name");
        if (!"root".equals(caller)) {
            return new PostgresAccount(List.of(), caller);
        }
        if (Commands.succeeds("unshare", "-U", "true")) {
            return new PostgresAccount(List.of("unshare", "-U"), caller);
        }
        List<String> asNobody = List.of("setpriv", "--reuid=" + NOBODY, "--regid=nogroup", "--clear-groups");
        // Passing through is allowed, listing and reading are not.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        PostgresAccount nobody = new PostgresAccount(asNobody, NOBODY);
        List<String> look = nobody.command(Path.of("/usr/bin/test"));
        look.addAll(List.of("-x", program.toString(), "-a", "-x", folder.toString()));
        if (!Commands.succeeds(look.toArray(String[]::new))) {
            throw new PartFailure(
                    "PostgreSQL does not run as root. This machine lets root start it neither in a user namespace (unshare -U) nor as"
                            + " the user nobody, who cannot reach " + program
                            + ". Run this as an ordinary user, or from a folder that everybody can enter.");
        }
        return nobody;
    }

    /** The beginning of a command line that runs the program under this account. */
    List<String> command(Path program) {
        List<String> command = new ArrayList<>(prefix);
        command.add(program.toString());
        return command;
    }

    /** Makes the account the owner of the file or folder and everything below it, if it is not. */
    void own(Path path) throws IOException {
        if (!Files.exists(path) || Files.getOwner(path).getName().equals(owner)) {
            return;
        }
        UserPrincipal principal = path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner);
        try (Stream<Path> below = Files.walk(path)) {
            for (Path each : below.toList()) {
                Files.setOwner(each, principal);
            }
        }
    }
}
