package org.surety.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateTest {
    @TempDir
    Path folder;

    @Test
    void placesAreFilledLiterally() throws IOException {
        Path file = Files.writeString(folder.resolve("conf"), "a = ${A}\nb = ^x$\n");
        assertEquals("a = $1\\\nb = ^x$\n", Template.fill(file, Map.of("A", "$1\\")));
    }

    @Test
    void aPlaceNobodyFillsIsAMistake() throws IOException {
        Path file = Files.writeString(folder.resolve("conf"), "a = ${MISSING}");
        assertThrows(PartFailure.class, () -> Template.fill(file, Map.of()));
    }
}
