package org.surety.kit.follow;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import org.surety.kit.broker.Broker;
import org.surety.kit.log.Database;
import org.surety.kit.run.Migrating;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.config.ConfigMapping;

/** The logs this service follows. Each has a thread of its own, so that one owner that is away does not delay another. */
@ApplicationScoped
public class Followers {

    /** Where the owners are. */
    @ConfigMapping(prefix = "surety.follow")
    interface Owners {
        /** The base address of each followed owner's service, e.g. {@code surety.follow.url.<owner>}. */
        Map<String, URI> url();
    }

    private final Owners owners;
    private final Database database;
    private final FeedClient feed;
    private final Broker broker;
    private final Migrating migrating;
    private final MeterRegistry metrics;
    private final Map<String, LogFollower> followers = new ConcurrentSkipListMap<>();
    private final Map<String, Freshness> freshness = new ConcurrentSkipListMap<>();
    private final List<Thread> threads = new ArrayList<>();

    Followers(Owners owners, Database database, FeedClient feed, Broker broker, Migrating migrating, MeterRegistry metrics) {
        this.owners = owners;
        this.database = database;
        this.feed = feed;
        this.broker = broker;
        this.migrating = migrating;
        this.metrics = metrics;
    }

    /** Begins to follow the log of an owner. The channel of the broker hands its messages to what is returned. */
    public synchronized LogFollower follow(String owner, Projector projector) {
        LogFollower follower = new LogFollower(owner, owners.url().get(owner), projector, database, feed, broker, metrics);
        followers.put(owner, follower);
        freshness.put(owner, new Freshness(owner, owners.url().get(owner), feed, database));
        if (migrating.isActive()) {
            return follower;
        }
        Thread thread = new Thread(follower::run, "follow-" + owner);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
        return follower;
    }

    /**
     * How far this service knows the log of an owner.
     *
     * @param logId null before the first change
     * @param current whether nothing was missing at a moment not longer ago than asked for
     */
    public record Knowledge(UUID logId, long sequence, boolean current) {
    }

    /**
     * How far the log of an owner is known here; what is read afterwards in this transaction is at least as new. Where it is not known
     * whether anything is missing, the owner is asked, for a second at most.
     *
     * @param maxAge how long ago nothing may have been missing; zero: the owner is asked now; null: nobody is asked, and current is not told
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Knowledge knowledge(String owner, Duration maxAge) {
        return freshness.get(owner).knowledge(maxAge);
    }

    /**
     * Until when all that an owner recorded is known here, by the owner's clock; the owner is asked, for a second at most, when that is not
     * as long as wanted.
     */
    public Instant knownThrough(String owner, Instant wanted) {
        return freshness.get(owner).through(wanted);
    }

    /** By owner. */
    Map<String, LogFollower> all() {
        return followers;
    }

    synchronized void stop(@Observes ShutdownEvent event) throws InterruptedException {
        followers.values().forEach(LogFollower::stop);
        for (Thread thread : threads) {
            thread.interrupt();
            thread.join(2_000);
        }
    }
}
