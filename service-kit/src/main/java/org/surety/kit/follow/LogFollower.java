package org.surety.kit.follow;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.surety.kit.broker.Broker;
import org.surety.kit.log.Database;

import io.micrometer.core.instrument.MeterRegistry;

/**
 * Follows the log of one owner. While messages of the broker flow it applies them in batches; a hole is filled from the owner's feed;
 * every 30 s the head of the feed is looked at, so that a lost last message is found too; and from the moment the broker went away until
 * messages flow again it reads the feed every second. So the broker may lose anything. A log that has diverged is followed anew from its
 * beginning.
 */
public class LogFollower {

    private static final Logger LOG = Logger.getLogger(LogFollower.class);

    /** Changes applied in one transaction, and asked for at once from the feed; the broker hands out fewer unacknowledged. */
    private static final int BATCH = 500;
    /** Deliveries held in memory; more than the broker hands out unacknowledged, unless a reconnect has lost it that limit. */
    private static final int WAITING = 1000;
    private static final Duration FOLLOW_INTERVAL = Duration.ofSeconds(1);
    private static final Duration RECONCILE_INTERVAL = Duration.ofSeconds(30);

    private final String owner;
    private final URI service;
    private final Application application;
    private final ParkedChanges parked;
    private final Rebuild rebuild;
    private final FeedClient feed;
    private final Broker broker;
    private final FollowMetrics metrics;
    private final BlockingQueue<Delivery> deliveries = new LinkedBlockingQueue<>(WAITING);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private boolean following = true;
    private long connection;
    private long lookedAtFeed;

    LogFollower(String owner, URI service, Projector projector, Database database, FeedClient feed, Broker broker,
            MeterRegistry registry) {
        this.owner = owner;
        this.service = service;
        this.parked = new ParkedChanges(owner, projector, database);
        this.application = new Application(owner, Generation.LIVE, projector, parked, database);
        this.rebuild = new Rebuild(owner, service, new Application(owner, Generation.NEXT, projector, parked, database), feed,
                database);
        this.feed = feed;
        this.broker = broker;
        this.metrics = new FollowMetrics(owner, registry, parked, rebuild);
    }

    /**
     * Takes a message of the broker. It is acknowledged once its change is applied or was done already. A message that is no change of
     * ours is counted and acknowledged, because the feed brings what it should have been; so is one for which there is no room.
     */
    public CompletionStage<Void> offer(Message<byte[]> message) {
        try {
            return deliveries.offer(Delivery.of(message)) ? CompletableFuture.completedFuture(null) : message.ack();
        } catch (IllegalArgumentException e) {
            metrics.unreadable();
            LOG.warnf("Unreadable delivery on %s: %s", owner, e.getMessage());
            return message.ack();
        }
    }

    ParkedChanges parked() {
        return parked;
    }

    Rebuild rebuild() {
        return rebuild;
    }

    FollowMetrics metrics() {
        return metrics;
    }

    void stop() {
        stopped.countDown();
    }

    void run() {
        List<Delivery> taken = new ArrayList<>();
        while (stopped.getCount() > 0) {
            try {
                take(taken);
                if (!taken.isEmpty()) {
                    deliver(taken);
                } else if (feedIsDue()) {
                    following = catchUp() || following;
                }
                metrics.byFeed(following);
                if (rebuild.isDue()) {
                    carryOnRebuilding();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (IOException | RuntimeException e) {
                // What was taken stays taken and is tried again: nothing is acknowledged before it is applied.
                LOG.warnf("Following %s pauses: %s", owner, e);
                metrics.blind();
                pause();
            }
        }
    }

    private void take(List<Delivery> taken) throws InterruptedException {
        if (taken.isEmpty()) {
            Delivery first = deliveries.poll(rebuild.isDue() ? 0 : FOLLOW_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
            if (first != null) {
                taken.add(first);
                deliveries.drainTo(taken, BATCH - 1);
            }
        }
    }

    /** While a lost log is replaced there is nothing to apply a message to: the rebuild brings its change. */
    private void deliver(List<Delivery> taken) throws IOException, InterruptedException {
        if (!metrics.isDiverged()) {
            Application.Outcome outcome = application.apply(taken.stream().map(Delivery::change).toList());
            metrics.applied(outcome.watermark());
            following = false;
            if (outcome.gap()) {
                metrics.repair();
                // Everything behind the hole comes from the feed too: it is there at once, and the deliveries are then done already.
                catchUp();
            }
        }
        taken.forEach(delivery -> delivery.message().ack());
        taken.clear();
    }

    /** After each new connection too: what was published in between may have gone past our queue. */
    private boolean feedIsDue() {
        long current = broker.connections();
        following |= current != connection;
        connection = current;
        long looked = System.nanoTime() - lookedAtFeed;
        return !metrics.isDiverged() && (following || !broker.isConnected()) && looked >= FOLLOW_INTERVAL.toNanos()
                || looked > RECONCILE_INTERVAL.toNanos();
    }

    /**
     * Applies what the feed has beyond the watermark; true when there was anything. What comes after the head that it showed can wait for the
     * next look: a replica to which the broker brings nothing would do all the work of the other one a second time.
     */
    private boolean catchUp() throws IOException, InterruptedException {
        lookedAtFeed = System.nanoTime();
        rebuild.look();
        Watermark first = application.watermark();
        Watermark mark = first;
        FeedClient.Changes changes;
        do {
            try {
                changes = feed.read(owner, service, mark, BATCH);
            } catch (FeedClient.LogDiverged e) {
                diverge(mark);
                return true;
            }
            metrics.seen(mark, changes.lastSequence());
            if (!changes.changes().isEmpty()) {
                mark = application.apply(changes.changes()).watermark();
                metrics.applied(mark);
            }
        } while (mark.sequence() < changes.lastSequence() && stopped.getCount() > 0);
        return !mark.equals(first);
    }

    private void diverge(Watermark lost) {
        if (!metrics.isDiverged()) {
            LOG.errorf("The log of %s is not the one that was consumed up to %d: what is remembered of it is rebuilt", owner,
                    lost.sequence());
        }
        rebuild.beginInsteadOf(lost);
        metrics.diverged(rebuild.isUnderWay());
    }

    private void carryOnRebuilding() throws IOException, InterruptedException {
        rebuild.step();
        if (!rebuild.isUnderWay()) {
            metrics.rebuilt();
            following = true;
        }
    }

    private void pause() {
        try {
            stopped.await(FOLLOW_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
