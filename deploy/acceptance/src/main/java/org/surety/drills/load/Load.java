package org.surety.drills.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Several writers at once, for the time of one fault. */
public final class Load {
    /** The parties that write. */
    public static final List<String> PARTIES = List.of("XAA", "XAB", "XAC", "XAD", "XAE", "XAF", "XAG", "XAH", "XAI", "XAJ");
    /** The longest a writer may still be busy with one command when it is asked to end. */
    private static final long END_SECONDS = 240;
    private static final long EASED_SECONDS = 1;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running = true;
    private volatile boolean eased;
    private volatile Throwable failure;

    /**
     * @param writers how many at once
     * @param perSecond commands begun by all of them
     * @param requirements ids that all parties may contribute to
     * @param persons who acts for a party: ids by party
     */
    public record Settings(int writers, double perSecond, long seed, List<String> requirements, Map<String, String> persons,
            AtomicInteger freeCode) {
    }

    /** Begins to write; every command carries a key that begins with the run, the fault and the writer. */
    public Load(Settings settings, Client client, ClientLog log, String fault, String run) {
        for (int i = 0; i < settings.writers(); i++) {
            Random random = new Random(settings.seed() ^ fault.hashCode() * 31L + i);
            String party = PARTIES.get(i % PARTIES.size());
            Writer writer = new Writer(run + "-" + fault + "-" + i, new Writer.Ministry(party, settings.persons().get(party)),
                    random,
                    new Persistence(client, log, fault), settings.requirements(), settings.freeCode());
            Pace pace = new Pace(settings.perSecond() / settings.writers());
            Thread thread = new Thread(() -> work(writer, pace), "writer " + i);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    private void work(Writer writer, Pace pace) {
        try {
            while (running) {
                pace.await();
                if (eased) {
                    TimeUnit.SECONDS.sleep(EASED_SECONDS);
                }
                writer.write();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }

    /** Whether the writers go on slowly, so that something else gets the machine. */
    public void ease(boolean slowly) {
        eased = slowly;
    }

    /** Lets every writer finish the command it is at. */
    public void end() throws InterruptedException {
        running = false;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(END_SECONDS);
        for (Thread thread : threads) {
            thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
            if (thread.isAlive()) {
                throw new IllegalStateException(thread.getName() + " does not come to an end");
            }
        }
        if (failure != null) {
            throw new IllegalStateException("a writer failed", failure);
        }
    }
}
