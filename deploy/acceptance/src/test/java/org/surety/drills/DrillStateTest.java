package org.surety.drills;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrillStateTest {
    private static final FaultResult FINISHED = new FaultResult("kill", "comes back", 10, 9, 0, 0, 0, 1, 1, 2_000, 11_000, 1_500,
            List.of("takeover 900 ms"), List.of("late"), List.of("a hole"));

    @TempDir
    Path folder;

    @Test
    void anInterruptedDrillGoesOnWithWhatWasFound() throws IOException {
        Path file = folder.resolve("state.json");
        DrillState.open(file, false, "abc", 3).add(FINISHED);
        DrillState resumed = DrillState.open(file, true, "abc", 3);
        assertEquals(List.of(FINISHED), resumed.results());
        assertTrue(resumed.has("kill"));
        assertFalse(resumed.has("cut"));
        assertEquals(List.of(), DrillState.open(file, false, "abc", 3).results());
    }

    @Test
    void whatWasFoundOfAnotherCommitOrSeedIsNotGoneOnWith() throws IOException {
        Path file = folder.resolve("state.json");
        DrillState.open(file, false, "abc", 3).add(FINISHED);
        assertThrows(IllegalArgumentException.class, () -> DrillState.open(file, true, "abd", 3));
        assertThrows(IllegalArgumentException.class, () -> DrillState.open(file, true, "abc", 4));
    }
}
