package org.surety.kit.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.kit.RealParts;
import org.surety.kit.label.SystemViewer;
import org.surety.kit.log.Changes;
import org.surety.kit.log.Database;

import io.quarkus.test.junit.QuarkusTest;

/** Whether a service knows all there is to know of another's log. */
@QuarkusTest
@RealParts
class FreshnessTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Inject
    Notes notes;

    @Inject
    Changes changes;

    @Inject
    Database database;

    @Inject
    FeedClient feed;

    private final String subject = "told-" + UUID.randomUUID();

    @BeforeEach
    void forget() {
        notes.forget();
    }

    private Freshness freshness(URI service) {
        return new Freshness(Notes.OWNER, service, feed, database);
    }

    private static Followers.Knowledge knowledge(Freshness freshness, Duration maxAge) {
        return SystemViewer.transaction(() -> freshness.knowledge(maxAge));
    }

    private Watermark catchUp() throws Exception {
        Application live = new Application(Notes.OWNER, Generation.LIVE, notes, new ParkedChanges(Notes.OWNER, notes, database),
                database);
        Watermark mark = live.watermark();
        List<ReceivedChange> more = feed.read(Notes.OWNER, Notes.feed(), mark, 1000).changes();
        while (!more.isEmpty()) {
            mark = live.apply(more).watermark();
            more = feed.read(Notes.OWNER, Notes.feed(), mark, 1000).changes();
        }
        return mark;
    }

    @Test
    void whoHasAppliedEverythingIsCurrentAndWhoLacksAChangeIsNot() throws Exception {
        changes.commit(subject, 1, false);
        changes.numbered(subject, 1);
        Freshness freshness = freshness(Notes.feed());
        assertThat(knowledge(freshness, LONG).current()).isFalse();
        long begun = System.nanoTime();
        assertThat(knowledge(freshness, LONG).current()).isFalse();
        assertThat(System.nanoTime() - begun).as("nobody waits for it twice at once").isLessThan(Duration.ofMillis(900).toNanos());
        Watermark mark = catchUp();
        assertThat(knowledge(freshness(Notes.feed()), LONG))
                .isEqualTo(new Followers.Knowledge(mark.logId(), mark.sequence(), true));
    }

    @Test
    void whoAsksKeepsThePlansMadeForTheQuestion() {
        String plans = SystemViewer.transaction(() -> {
            freshness(Notes.feed()).knowledge(LONG);
            return database.call(connection -> Database.first(connection, "show plan_cache_mode", row -> row.getString(1)));
        });
        assertThat(plans).isEqualTo("auto");
    }

    @Test
    void whatIsOnItsWayIsWaitedFor() throws Exception {
        changes.commit(subject, 1, false);
        changes.numbered(subject, 1);
        Thread arriving = new Thread(() -> {
            try {
                Thread.sleep(200);
                catchUp();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        arriving.start();
        assertThat(knowledge(freshness(Notes.feed()), Duration.ZERO).current()).isTrue();
        arriving.join();
    }

    @Test
    void whatWasKnownAMomentAgoIsCurrentOnlyAsLongAsAskedFor() throws Exception {
        changes.commit(subject, 1, false);
        changes.numbered(subject, 1);
        catchUp();
        Freshness freshness = freshness(Notes.feed());
        assertThat(knowledge(freshness, LONG).current()).isTrue();
        changes.commit(subject, 2, false);
        changes.numbered(subject, 2);
        assertThat(knowledge(freshness, LONG).current()).isTrue();
        assertThat(knowledge(freshness, Duration.ZERO).current()).isFalse();
    }

    @Test
    void anOwnerThatDoesNotAnswerLeavesItOpenAndIsNotAskedAgainAtOnce() throws Exception {
        Watermark mark = catchUp();
        Freshness freshness = freshness(URI.create("http://127.0.0.1:1"));
        assertThat(knowledge(freshness, LONG)).isEqualTo(new Followers.Knowledge(mark.logId(), mark.sequence(), false));
        long begun = System.nanoTime();
        assertThat(knowledge(freshness, LONG).current()).isFalse();
        assertThat(knowledge(freshness, null))
                .isEqualTo(new Followers.Knowledge(mark.logId(), mark.sequence(), false));
        assertThat(System.nanoTime() - begun).isLessThan(Duration.ofMillis(900).toNanos());
    }

    @Test
    void untilWhenEverythingIsKnownFollowsTheOwnersClock() throws Exception {
        changes.commit(subject, 1, false);
        changes.numbered(subject, 1);
        Freshness freshness = freshness(Notes.feed());
        Instant before = recordedAt(subject);
        assertThat(through(freshness, before)).as("the change is not here").isBefore(before);
        catchUp();
        Instant through = through(freshness, before);
        assertThat(through).as("no change is recorded later than the stamp of its log").isAfterOrEqualTo(before);
        assertThat(through(freshness, before)).as("nobody is asked for what is known").isEqualTo(through);
        assertThat(through(freshness(URI.create("http://127.0.0.1:1")), before)).isEqualTo(Instant.MIN);
    }

    private Instant through(Freshness freshness, Instant wanted) {
        return SystemViewer.transaction(() -> freshness.through(wanted));
    }

    private Instant recordedAt(String subject) {
        return SystemViewer.transaction(() -> database.call(connection -> Database.first(connection,
                "select recorded_at from change where subject = ?", row -> row.getTimestamp(1).toInstant(), subject)));
    }
}
