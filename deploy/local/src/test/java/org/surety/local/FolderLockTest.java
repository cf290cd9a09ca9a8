package org.surety.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
    @TempDir
    Path folder;

    @Test
    void theSecondRunIsToldWhoHoldsTheFolder() {
        try (FolderLock first = FolderLock.take(folder)) {
            String message = assertThrows(PartFailure.class, () -> FolderLock.take(folder)).getMessage();
            assertEquals("Another run (pid " + ProcessHandle.current().pid() + ") holds " + folder
                    + ". End it first, or start beside it with another --port-base.", message);
        }
    }

    @Test
    void aLockGivenBackCanBeTaken() {
        FolderLock.take(folder).close();
        try (FolderLock second = FolderLock.take(folder)) {
            assertTrue(FolderLock.tryTake(folder).isEmpty());
        }
    }

    @Test
    void aLockIsGivenBackOnce() {
        FolderLock first = FolderLock.take(folder);
        first.close();
        try (FolderLock second = FolderLock.take(folder)) {
            first.close();
            assertTrue(assertThrows(PartFailure.class, () -> FolderLock.take(folder)).getMessage().contains("(pid "));
        }
    }
}
