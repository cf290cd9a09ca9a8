package org.surety.kit.follow;

import org.jboss.logging.Logger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** How following the log of one owner goes. Written by the follower's thread, read by the metrics and the operator. */
class FollowMetrics {

    private static final Logger LOG = Logger.getLogger(FollowMetrics.class);

    private final Counter repairs;
    private final Counter rebuilds;
    private final Counter unreadable;
    private volatile Watermark applied = new Watermark(null, 0, null);
    private volatile long ownersHead;
    private volatile long behindSince = System.nanoTime();
    private volatile boolean behind = true;
    private volatile boolean diverged;
    private volatile boolean byFeed;

    FollowMetrics(String owner, MeterRegistry registry, ParkedChanges parked, Rebuild rebuild) {
        this.repairs = Counter.builder("surety.follow.repairs").tag("owner", owner)
                .description("Times that changes were fetched from the feed because the broker did not bring them")
                .register(registry);
        this.rebuilds = Counter.builder("surety.follow.rebuilds").tag("owner", owner)
                .description("Times that the projection was made anew from the beginning of the log").register(registry);
        this.unreadable = Counter.builder("surety.follow.unreadable").tag("owner", owner)
                .description("Deliveries that are no change; alarm on any").register(registry);
        Gauge.builder("surety.follow.lag", this, FollowMetrics::lag).tag("owner", owner)
                .description("Changes known to exist and not yet applied").register(registry);
        Gauge.builder("surety.follow.lag.seconds", this, FollowMetrics::lagSeconds).tag("owner", owner)
                .description("Since when there are such changes, or nobody can tell; alarm above 30").register(registry);
        Gauge.builder("surety.follow.parked", parked, FollowMetrics::count).tag("owner", owner)
                .description("Changes set aside because they cannot be applied; alarm on any").register(registry);
        Gauge.builder("surety.follow.diverged", this, follower -> follower.diverged ? 1 : 0).tag("owner", owner)
                .description("1 while the owner's log is another than the one consumed; alarm").register(registry);
        Gauge.builder("surety.follow.by.feed", this, follower -> follower.byFeed ? 1 : 0).tag("owner", owner)
                .description("1 while the feed is read every second because the broker brings nothing; alarm when it is 1 on all "
                        + "replicas for 5 min with changes coming")
                .register(registry);
        Gauge.builder("surety.follow.rebuilding", rebuild, one -> one.isUnderWay() ? 1 : 0).tag("owner", owner)
                .description("1 while the projection is made anew").register(registry);
    }

    /** Changes were applied, or were done already. */
    void applied(Watermark mark) {
        applied = mark;
        ownersHead = Math.max(ownersHead, mark.sequence());
        note();
    }

    /** The feed was read, and showed its head. */
    void seen(Watermark mark, long head) {
        applied = mark;
        ownersHead = Math.max(head, mark.sequence());
        note();
    }

    /** Neither the broker nor the feed tells what there is. */
    void blind() {
        if (!behind) {
            behindSince = System.nanoTime();
        }
        behind = true;
    }

    private void note() {
        if (applied.sequence() < ownersHead) {
            blind();
        } else {
            behind = false;
        }
    }

    void byFeed(boolean now) {
        byFeed = now;
    }

    void repair() {
        repairs.increment();
    }

    void unreadable() {
        unreadable.increment();
    }

    void diverged(boolean now) {
        diverged = now;
    }

    void rebuilt() {
        rebuilds.increment();
        diverged = false;
        // The head of a lost log says nothing of the new one.
        ownersHead = 0;
    }

    boolean isDiverged() {
        return diverged;
    }

    Watermark watermark() {
        return applied;
    }

    long lag() {
        return Math.max(0, ownersHead - applied.sequence());
    }

    double lagSeconds() {
        return behind ? (System.nanoTime() - behindSince) / 1e9 : 0;
    }

    private static double count(ParkedChanges parked) {
        try {
            return parked.count();
        } catch (RuntimeException e) {
            LOG.debug("The parked changes cannot be counted now", e);
            return Double.NaN;
        }
    }
}
