package org.surety.commitments.imports;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import org.jboss.logging.Logger;
import org.surety.commitments.commitment.CommitmentIntake;
import org.surety.commitments.commitment.CommitmentStore;
import org.surety.commitments.commitment.CommitmentTakeBack;
import org.surety.commitments.mapping.ImportMappings;
import org.surety.commitments.party.PartyReferences;
import org.surety.kit.label.SystemViewer;
import org.surety.kit.run.Migrating;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Works imports off, one at a time in this process, the oldest first. Which there are stands in the database: a job whose process has
 * ended is taken up by whoever looks next, here or in another replica.
 */
@ApplicationScoped
class ImportWorker {

    private static final Logger LOG = Logger.getLogger(ImportWorker.class);

    private final String holder = ProcessHandle.current().pid() + "-" + UUID.randomUUID();
    private final ImportRun.Tools tools;
    private final TakeBackRepository takeBacks;
    private final CommitmentTakeBack takeBack;
    private final ImportMappings mappings;
    private final Clock clock;
    private final Migrating migrating;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition stirring = lock.newCondition();
    private boolean stirred;
    private volatile boolean running;
    private Thread thread;

    ImportWorker(ImportRepository files, ImportProgress progress, CommitmentStore store, CommitmentIntake intake,
            PartyReferences parties, ImportsConfig config, TakeBackRepository takeBacks,
            CommitmentTakeBack takeBack, ImportMappings mappings, Clock clock, Migrating migrating) {
        this.tools = new ImportRun.Tools(files, progress, store, intake, parties, config);
        this.takeBacks = takeBacks;
        this.takeBack = takeBack;
        this.mappings = mappings;
        this.clock = clock;
        this.migrating = migrating;
    }

    void start(@Observes StartupEvent event) {
        if (!migrating.isActive()) {
            start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stop();
    }

    synchronized void start() {
        running = true;
        thread = new Thread(this::work, "imports");
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends after the batch under way; the job goes on elsewhere, or here with the next start. */
    synchronized void stop() throws InterruptedException {
        running = false;
        stir();
        if (thread != null) {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        }
    }

    /** What was taken in here need not wait until somebody looks. */
    void stir(@Observes(during = TransactionPhase.AFTER_SUCCESS) ImportWaiting waiting) {
        stir();
    }

    private void stir() {
        lock.lock();
        try {
            stirred = true;
            stirring.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        boolean failing = false;
        while (running) {
            try {
                Optional<ImportJob> job = SystemViewer.transaction(() -> tools.progress().claim(holder, tools.config().lease()));
                failing = false;
                if (job.isPresent()) {
                    carryOut(job.get());
                } else if (!takeNextBack()) {
                    pause();
                }
            } catch (RuntimeException e) {
                if (!failing) {
                    LOG.warnf("Imports pause: %s", e.getMessage());
                }
                failing = true;
                pause();
            }
        }
    }

    /** Takes the next rows of an import back; false when there are none of any. */
    private boolean takeNextBack() {
        return SystemViewer.transaction(() -> takeBacks.claim().map(job -> {
            if (!takeBack.next(job.id(), job.by(), takeBacks.reason(job.id()), LocalDate.now(clock), tools.config().batch())) {
                takeBacks.finish(job.id());
            }
            return true;
        }).orElse(false));
    }

    private void carryOut(ImportJob job) {
        try {
            if (SystemViewer.transaction(() -> tools.progress().attempts(job.id())) > tools.config().attempts()) {
                giveUp(job);
                return;
            }
            new ImportRun(job, mappings.require(job.mapping()), holder, tools, LocalDate.now(clock), () -> running).run();
            LOG.infof("Import %s by %s is done", job.id(), job.mapping());
        } catch (ImportRun.Interrupted e) {
            LOG.infof("Import %s is left as it stands: %s", job.id(), e.getMessage());
            SystemViewer.transaction(() -> tools.progress().release(job.id(), holder));
        } catch (RuntimeException e) {
            // The lease runs out and the job is begun again: what failed may have been the database, and nothing is half stored.
            LOG.errorf(e, "Import %s has failed and will be begun again", job.id());
            pause();
        }
    }

    private void giveUp(ImportJob job) {
        LOG.errorf("Import %s has failed %d times and is given up", job.id(), tools.config().attempts());
        SystemViewer.transaction(() -> tools.progress().finish(job.id(), JobState.FAILED,
                "The import failed on our side, " + tools.config().attempts() + " times. What is counted as imported is stored."));
    }

    private void pause() {
        lock.lock();
        try {
            if (running && !stirred) {
                stirring.awaitNanos(tools.config().poll().toNanos());
            }
            stirred = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        } finally {
            lock.unlock();
        }
    }
}
