package org.surety.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    Path folder;

    @Test
    void onlyTheOwnerCanReadTheSecretAndEnterTheFolder() throws IOException {
        Instance instance = Instance.open(folder, folder.resolve("suite"), new Ports(9000));
        assertEquals("rw-------", mode(instance.folder().resolve("secret")));
        assertEquals("rwx------", mode(instance.folder()));
    }

    @Test
    void secretsAreTheSameAtEveryStartAndDifferFromFolderToFolder() throws IOException {
        Instance first = Instance.open(folder, folder.resolve("one"), new Ports(9000));
        Instance again = Instance.open(folder, folder.resolve("one"), new Ports(9000));
        Instance other = Instance.open(folder, folder.resolve("two"), new Ports(9000));
        assertEquals(first.databasePassword("commitments"), again.databasePassword("commitments"));
        assertNotEquals(first.databasePassword("commitments"), other.databasePassword("commitments"));
        assertNotEquals(first.databasePassword("commitments"), first.databasePassword("commitments_owner"));
        assertNotEquals(first.databasePassword("commitments"), first.brokerPassword("commitments"));
        assertEquals(32,
                Base64.getDecoder().decode(first.environment(Service.COMMITMENTS_SERVICE).get("SURETY_CURSOR_KEY")).length);
    }

    @Test
    void whoeverOpensANewFolderAtTheSameTimeGetsTheSameSecret() {
        List<String> passwords = IntStream.range(0, 16).parallel()
                .mapToObj(i -> Instance.open(folder, folder.resolve("new/suite"), new Ports(9000)).databasePassword("commitments"))
                .distinct().toList();
        assertEquals(1, passwords.size());
    }

    @Test
    void passwordsNeedNoQuoting() {
        Secrets secrets = Instance.open(folder, folder.resolve("suite"), new Ports(9000)).secrets();
        for (int i = 0; i < 1000; i++) {
            String password = secrets.password("purpose " + i);
            assertTrue(password.matches("[A-Za-z0-9]{32}"), password);
        }
    }

    @Test
    void aBrokenSecretIsNotTakenForOne() throws IOException {
        Files.writeString(folder.resolve("secret"), "c2hvcnQ=");
        assertThrows(PartFailure.class, () -> Secrets.open(folder));
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
