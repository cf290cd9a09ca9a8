package org.surety.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One after the other across all processes of the machine, and across all threads and class loaders of this one. */
final class Exclusively {
    private Exclusively() {
    }

    /** A step that may fail on the file system. */
    interface Step<T> {
        T run() throws IOException;
    }

    /** Runs the step while nobody else runs one under the same lock file; waits for its turn. */
    static <T> T run(Path lockFile, Step<T> step) throws IOException {
        Files.createDirectories(lockFile.getParent());
        // A file lock is held by a process, not by a thread, and this class may be loaded twice: interned text is shared by both.
        synchronized (("org.surety.local:" + lockFile.toAbsolutePath()).intern()) {
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                return step.run();
            }
        }
    }
}
