package org.surety.kit.follow;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.surety.kit.broker.Broker;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Follows the log of one owner. While messages of the broker flow it applies them in batches; a hole is filled from the owner's feed;
 * every 30 s the head of the feed is looked at, so that a lost last message is found too; and while the channel is silent or the broker
 * away it reads the feed every second. So the broker may lose anything.
 */
public class LogFollower {

    private static final Logger LOG = Logger.getLogger(LogFollower.class);

    /** Changes applied in one transaction, and asked for at once from the feed; the broker hands out fewer unacknowledged. */
    private static final int BATCH = 500;
    private static final Duration FOLLOW_INTERVAL = Duration.ofSeconds(1);
    private static final Duration RECONCILE_INTERVAL = Duration.ofSeconds(30);

    private final String owner;
    private final URI service;
    private final Application application;
    private final FeedClient feed;
    private final Broker broker;
    private final Counter repairs;
    private final Counter unreadable;
    private final BlockingQueue<Delivery> deliveries = new LinkedBlockingQueue<>();
    private volatile boolean running = true;
    private volatile boolean diverged;
    private volatile long applied;
    private volatile long ownersHead;
    private boolean following = true;
    private long lookedAtFeed;

    LogFollower(String owner, URI service, Application application, FeedClient feed, Broker broker, MeterRegistry metrics) {
        this.owner = owner;
        this.service = service;
        this.application = application;
        this.feed = feed;
        this.broker = broker;
        this.repairs = Counter.builder("surety.follow.repairs").tag("owner", owner)
                .description("Times that changes were fetched from the feed because the broker did not bring them")
                .register(metrics);
        this.unreadable = Counter.builder("surety.follow.unreadable").tag("owner", owner)
                .description("Deliveries that are no change; alarm on any").register(metrics);
        Gauge.builder("surety.follow.lag", this, f -> Math.max(0, f.ownersHead - f.applied)).tag("owner", owner)
                .description("Changes known to exist and not yet applied").register(metrics);
        Gauge.builder("surety.follow.diverged", this, f -> f.diverged ? 1 : 0).tag("owner", owner)
                .description("1 when the owner's log is another than the one consumed; alarm").register(metrics);
    }

    /**
     * Takes a message of the broker. It is acknowledged once its change is applied or was done already; a message that is no change of
     * ours is counted and acknowledged, because the feed brings what it should have been.
     */
    public CompletionStage<Void> offer(Message<byte[]> message) {
        try {
            deliveries.add(Delivery.of(message));
            return CompletableFuture.completedFuture(null);
        } catch (IllegalArgumentException e) {
            unreadable.increment();
            LOG.warnf("Unreadable delivery on %s: %s", owner, e.getMessage());
            return message.ack();
        }
    }

    void stop() {
        running = false;
    }

    void run() {
        List<Delivery> taken = new ArrayList<>();
        while (running) {
            try {
                take(taken);
                if (!taken.isEmpty()) {
                    deliver(taken);
                    taken.forEach(delivery -> delivery.message().ack());
                    taken.clear();
                    following = false;
                } else if (following || !broker.isConnected() || reconcileIsDue()) {
                    following = catchUp() || following;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (FeedClient.LogDiverged e) {
                diverge(e, taken);
            } catch (IOException | RuntimeException e) {
                // What was taken stays taken and is tried again: nothing is acknowledged before it is applied.
                LOG.warnf("Following %s pauses: %s", owner, e.getMessage());
                pause();
            }
        }
    }

    private void take(List<Delivery> taken) throws InterruptedException {
        if (!taken.isEmpty()) {
            return;
        }
        Delivery first = deliveries.poll(FOLLOW_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            taken.add(first);
            deliveries.drainTo(taken, BATCH - 1);
        }
    }

    private void deliver(List<Delivery> taken) throws IOException, InterruptedException {
        Application.Outcome outcome = application.apply(taken.stream().map(Delivery::change).toList());
        note(outcome.watermark().sequence(), outcome.watermark().sequence());
        if (outcome.gap()) {
            repairs.increment();
            // Everything behind the hole comes from the feed too: it is there at once, and the deliveries are then done already.
            catchUp();
        }
    }

    /** Applies what the feed has beyond the watermark; true when there was anything. */
    private boolean catchUp() throws IOException, InterruptedException {
        boolean found = false;
        Watermark mark = application.watermark();
        while (running) {
            FeedClient.Changes changes = feed.read(owner, service, mark, BATCH);
            lookedAtFeed = System.nanoTime();
            if (changes.changes().isEmpty()) {
                note(mark.sequence(), changes.lastSequence());
                return found;
            }
            found = true;
            mark = application.apply(changes.changes()).watermark();
            note(mark.sequence(), changes.lastSequence());
        }
        return found;
    }

    private void note(long sequence, long head) {
        applied = sequence;
        ownersHead = Math.max(head, sequence);
        diverged = false;
    }

    private boolean reconcileIsDue() {
        return System.nanoTime() - lookedAtFeed > RECONCILE_INTERVAL.toNanos();
    }

    private void diverge(FeedClient.LogDiverged e, List<Delivery> taken) {
        if (!diverged) {
            LOG.error("Nothing more is applied until the projection is rebuilt", e);
        }
        diverged = true;
        taken.forEach(delivery -> delivery.message().ack());
        taken.clear();
        pause();
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(FOLLOW_INTERVAL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
