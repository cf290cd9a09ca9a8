package org.surety.kit.log;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;
import org.surety.kit.broker.Broker;
import org.surety.kit.run.Migrating;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * The threads that keep the log moving: one numbers changes, one publishes them, so that a broker that is slow or away never holds up
 * the numbers, by which the feed lives. Only the process that holds the lease does either; every replica runs the loop.
 */
@ApplicationScoped
public class LogLoop {

    private static final Logger LOG = Logger.getLogger(LogLoop.class);

    /** Between two looks at what went wrong: long enough not to burden what is trying to come up again. */
    private static final Duration PAUSE_AFTER_ERROR = Duration.ofSeconds(1);

    private final Sequencer sequencer;
    private final Publisher publisher;
    private final Broker broker;
    private final LogSignal signal;
    private final ReplicaSignal replicas;
    private final LogConfig config;
    private final Migrating migrating;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile LogHead head;
    private Thread numbering;
    private Thread publishing;

    LogLoop(Sequencer sequencer, Publisher publisher, Broker broker, LogSignal signal, ReplicaSignal replicas, LogConfig config,
            Migrating migrating, MeterRegistry metrics) {
        this.sequencer = sequencer;
        this.publisher = publisher;
        this.broker = broker;
        this.signal = signal;
        this.replicas = replicas;
        this.config = config;
        this.migrating = migrating;
        Gauge.builder("surety.log.leader", this, loop -> loop.head == null ? 0 : 1).description("1 where the log is numbered")
                .register(metrics);
        Gauge.builder("surety.log.unpublished", this, LogLoop::unpublished)
                .description("Changes numbered and not yet confirmed by the broker; alarm when it grows for 30 s")
                .register(metrics);
        Gauge.builder("surety.log.stamp.age.seconds", this, LogLoop::stampAgeSeconds)
                .description("Since the last sequencing step of this process").register(metrics);
    }

    void start(@Observes StartupEvent event) {
        if (migrating.isActive() || !config.enabled()) {
            return;
        }
        numbering = start("log-numbering", this::number);
        publishing = start("log-publishing", this::publish);
        start("log-listening", this::listen);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped.countDown();
        if (numbering != null) {
            signal.raise();
            numbering.join(Duration.ofSeconds(5).toMillis());
            publishing.interrupt();
            publishing.join(Duration.ofSeconds(2).toMillis());
            release();
        }
        broker.close();
    }

    private Thread start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void release() {
        try {
            sequencer.release();
        } catch (RuntimeException e) {
            LOG.debug("The lease runs out by itself", e);
        }
    }

    private void number() {
        boolean failing = false;
        while (stopped.getCount() > 0) {
            try {
                Sequencer.Step step = sequencer.step();
                if (step.head() != null && (head == null || head.epoch() != step.head().epoch())) {
                    LOG.infof("Numbering the log %s from %d in epoch %d", step.head().logId(), step.head().lastSequence(),
                            step.head().epoch());
                }
                head = step.head();
                signal.raiseMoved();
                failing = false;
                if (!step.more() && signal.awaitAppended(config.poll()) && head == null) {
                    replicas.send();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                // The log's row tells who holds it, so nothing is assumed after an error; the first of a row of errors is enough to say.
                if (!failing) {
                    LOG.warnf("Numbering pauses: %s", e);
                }
                failing = true;
                pause();
            }
        }
    }

    private void listen() {
        while (stopped.getCount() > 0) {
            try (ReplicaSignal.Ear ear = replicas.listen()) {
                while (stopped.getCount() > 0) {
                    // Who does not hold the log would only pass it on, for ever.
                    if (ear.hears() && head != null) {
                        signal.raise();
                    }
                }
            } catch (SQLException | RuntimeException e) {
                LOG.debug("Commits of other replicas are found by the poll alone", e);
                pause();
            }
        }
    }

    private void publish() {
        boolean failing = false;
        while (stopped.getCount() > 0) {
            try {
                long moves = signal.moves();
                LogHead current = head;
                if (current == null || !publisher.advance(current)) {
                    signal.awaitMoved(moves, config.poll());
                }
                failing = false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (IOException | RuntimeException e) {
                if (!failing && stopped.getCount() > 0) {
                    LOG.warnf("Publishing pauses: %s", e);
                }
                failing = true;
                publisher.reset();
                pause();
            }
        }
    }

    private void pause() {
        try {
            stopped.await(PAUSE_AFTER_ERROR.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private double unpublished() {
        LogHead current = head;
        return current == null ? 0 : Math.max(0, current.lastSequence() - publisher.through());
    }

    private double stampAgeSeconds() {
        LogHead current = head;
        return current == null ? 0 : Duration.between(current.stamp(), Instant.now()).toMillis() / 1000.0;
    }
}
