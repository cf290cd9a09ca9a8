package org.surety.kit.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.kit.RealParts;
import org.surety.kit.broker.Broker;
import org.surety.kit.log.Changes;
import org.surety.kit.log.Database;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;

/** Whether a service knows all there is to know of another's log. */
@QuarkusTest
@RealParts
class KnowledgeTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Inject
    Notes notes;

    @Inject
    Changes changes;

    @Inject
    Database database;

    @Inject
    FeedClient feed;

    @Inject
    Broker broker;

    private final String subject = "told-" + UUID.randomUUID();

    @BeforeEach
    void forget() {
        notes.forget();
    }

    private LogFollower follower(URI service) {
        return new LogFollower(Notes.OWNER, service, notes, database, feed, broker, new SimpleMeterRegistry());
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
        LogFollower follower = follower(Notes.feed());
        assertThat(follower.knowledge(LONG).current()).isFalse();
        Watermark mark = catchUp();
        assertThat(follower.knowledge(LONG)).isEqualTo(new Followers.Knowledge(mark.logId(), mark.sequence(), true));
    }

    @Test
    void whatWasKnownAMomentAgoIsCurrentOnlyAsLongAsAskedFor() throws Exception {
        changes.commit(subject, 1, false);
        changes.numbered(subject, 1);
        catchUp();
        LogFollower follower = follower(Notes.feed());
        assertThat(follower.knowledge(LONG).current()).isTrue();
        changes.commit(subject, 2, false);
        changes.numbered(subject, 2);
        assertThat(follower.knowledge(LONG).current()).isTrue();
        assertThat(follower.knowledge(Duration.ZERO).current()).isFalse();
    }

    @Test
    void anOwnerThatDoesNotAnswerLeavesItOpenAndIsNotAskedAgainAtOnce() throws Exception {
        Watermark mark = catchUp();
        LogFollower follower = follower(URI.create("http://127.0.0.1:1"));
        assertThat(follower.knowledge(LONG)).isEqualTo(new Followers.Knowledge(mark.logId(), mark.sequence(), false));
        long begun = System.nanoTime();
        assertThat(follower.knowledge(LONG).current()).isFalse();
        assertThat(System.nanoTime() - begun).isLessThan(Duration.ofSeconds(1).toNanos());
    }
}
