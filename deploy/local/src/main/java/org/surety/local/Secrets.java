package org.surety.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The passwords of one instance. One random master secret is made at the first start and kept in a file that only its owner can read; every
 * password is derived from it by name, so that all processes of the instance agree without a list of them.
 */
public final class Secrets {
    private static final int MASTER_BYTES = 32;
    private final byte[] master;

    private Secrets(byte[] master) {
        this.master = master;
    }

    /** Reads the master secret of the folder; makes it (file mode 0600) when there is none. */
    public static Secrets open(Path folder) {
        Path file = folder.resolve("secret");
        try {
            if (!Files.exists(file)) {
                Exclusively.run(folder.resolve("secret.lock"), () -> {
                    if (!Files.exists(file)) {
                        byte[] fresh = new byte[MASTER_BYTES];
                        new SecureRandom().nextBytes(fresh);
                        writePrivate(file, Base64.getEncoder().encodeToString(fresh) + "\n");
                    }
                    return file;
                });
            }
            byte[] master = Base64.getDecoder().decode(Files.readString(file).trim());
            if (master.length != MASTER_BYTES) {
                throw new PartFailure(file + " does not hold " + MASTER_BYTES + " bytes; start once with --reset");
            }
            return new Secrets(master);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A password for the purpose: the same at every call, 32 letters and digits of base64url, fit for a URL, a shell and JSON. */
    public String password(String purpose) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(derive(purpose)).substring(0, 32).replace('-', 'a')
                .replace('_', 'b');
    }

    /** A key of 32 bytes for the purpose, in base64. */
    public String key(String purpose) {
        return Base64.getEncoder().encodeToString(derive(purpose));
    }

    private byte[] derive(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(master, "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    /** Writes a file that nobody but its owner can read, at no moment of its life. */
    static void writePrivate(Path file, String text) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, text, StandardOpenOption.WRITE);
        Files.move(fresh, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    /** Makes a folder that nobody but its owner can enter; one that is there stays as it is. */
    static void createPrivateFolder(Path folder) throws IOException {
        Files.createDirectories(folder.toAbsolutePath().getParent());
        try {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException byAnEarlierStartOrAnotherThread) {
            if (!Files.isDirectory(folder)) {
                throw byAnEarlierStartOrAnotherThread;
            }
        }
    }
}
