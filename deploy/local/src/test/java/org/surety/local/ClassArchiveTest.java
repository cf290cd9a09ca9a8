package org.surety.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {
    @TempDir
    Path folder;
    private Path application;

    @BeforeEach
    void build() throws IOException {
        application = Files.createDirectories(folder.resolve("quarkus-app"));
        Files.writeString(application.resolve("quarkus-run.jar"), "one");
    }

    private ClassArchive archive() {
        return new ClassArchive(folder.resolve("classes"), "some-service", application);
    }

    private void write(ClassArchive archive) throws IOException {
        Files.writeString(Path.of(archive.writing().get(0).replaceFirst("^-XX:ArchiveClassesAtExit=", "")), "classes");
        archive.keep();
    }

    @Test
    void whatOneProcessWroteTheNextUses() throws IOException {
        assertTrue(archive().isMissing());
        assertEquals(List.of(), archive().using());
        write(archive());
        assertFalse(archive().isMissing());
        assertTrue(Files.exists(Path.of(archive().using().get(0).replaceFirst("^-XX:SharedArchiveFile=", ""))));
    }

    @Test
    void anotherBuildHasAnotherArchiveAndTheEarlierOneGoes() throws IOException {
        write(archive());
        Files.writeString(application.resolve("quarkus-run.jar"), "another");
        assertTrue(archive().isMissing());
        write(archive());
        try (Stream<Path> files = Files.list(folder.resolve("classes"))) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void aProcessThatWroteNothingLeavesNothing() throws IOException {
        ClassArchive archive = archive();
        archive.writing();
        archive.keep();
        assertTrue(archive().isMissing());
    }
}
