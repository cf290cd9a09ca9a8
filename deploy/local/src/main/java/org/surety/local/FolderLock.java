package org.surety.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The exclusive right to run on one folder. The system gives it back when the holder ends, however it ends; the holder's pid stands beside
 * it for the message to the second one.
 */
final class FolderLock implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock lock;
    private final Path pidFile;

    private FolderLock(FileChannel channel, FileLock lock, Path pidFile) {
        this.channel = channel;
        this.lock = lock;
        this.pidFile = pidFile;
    }

    /**
     * Takes the lock of the folder.
     *
     * @throws PartFailure naming the pid that holds it
     */
    static FolderLock take(Path folder) {
        return tryTake(folder).orElseThrow(() -> new PartFailure("Another run" + holder(folder) + " holds " + folder
                + ". End it first, or start beside it with another --port-base."));
    }

    static Optional<FolderLock> tryTake(Path folder) {
        Path pidFile = folder.resolve("lock.pid");
        try {
            FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = lockOf(channel);
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            Files.writeString(pidFile, Long.toString(ProcessHandle.current().pid()));
            return Optional.of(new FolderLock(channel, lock, pidFile));
        } catch (IOException e) {
            throw new PartFailure("Cannot lock " + folder + ": " + e.getMessage(), e);
        }
    }

    private static FileLock lockOf(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static String holder(Path folder) {
        try {
            return " (pid " + Files.readString(folder.resolve("lock.pid"), StandardCharsets.UTF_8).trim() + ")";
        } catch (IOException e) {
            return "";
        }
    }

    /** Once: a folder that somebody else holds since is left alone. */
    @Override
    public synchronized void close() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            Files.deleteIfExists(pidFile);
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new PartFailure("Cannot give back the lock: " + e.getMessage(), e);
        }
    }
}
