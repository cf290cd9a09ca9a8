package org.surety.kit.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.kit.RealParts;
import org.surety.kit.broker.Broker;
import org.surety.kit.label.SystemViewer;
import org.surety.kit.log.Changes;
import org.surety.kit.log.Database;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;

/** A projection is made anew, step by step, from the real feed of the kit's own log. */
@QuarkusTest
@RealParts
class RebuildTest {

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

    private final String run = "rebuilt-" + UUID.randomUUID() + "-";
    private final String ofThisRun = run + "%";

    /** What should follow from the notes, and does. */
    private static final String SUMS = "select audience_id || ': ' || notes || ' ' || versions from note_sum order by 1";
    private static final String SUMS_ANEW = "select audience_id || ': ' || count(*) || ' ' || sum(version) from remembered_note "
            + "group by audience_id order by 1";

    /** The log is longer than two steps, so that a test stands in the middle of a rebuild after the first. */
    @BeforeEach
    void forget() {
        notes.forget();
        changes.atLeast(2_200);
    }

    private void commit(int from, int to) {
        for (int i = from; i <= to; i++) {
            changes.commit(run + i, 1, false);
        }
        changes.numbered(ofThisRun, to);
    }

    private Application application(Generation generation) {
        return new Application(Notes.OWNER, generation, notes, new ParkedChanges(Notes.OWNER, notes, database), database);
    }

    private Rebuild rebuild() {
        return new Rebuild(Notes.OWNER, Notes.feed(), application(Generation.NEXT), feed, database);
    }

    private void catchUp() throws Exception {
        Application live = application(Generation.LIVE);
        Watermark mark = live.watermark();
        List<ReceivedChange> more = feed.read(Notes.OWNER, Notes.feed(), mark, 1000).changes();
        while (!more.isEmpty()) {
            mark = live.apply(more).watermark();
            more = feed.read(Notes.OWNER, Notes.feed(), mark, 1000).changes();
        }
    }

    private static void finish(Rebuild rebuild) throws Exception {
        while (rebuild.isUnderWay()) {
            rebuild.step();
        }
    }

    private List<String> three() {
        return List.of(run + "1 1", run + "2 1", run + "3 1");
    }

    @Test
    void theOldGenerationAnswersUntilTheNewOneTakesItsPlaceAtOnce() throws Exception {
        commit(1, 3);
        catchUp();
        notes.execute("delete from remembered_note where id = ?", run + "2");
        notes.execute("update remembered_note set version = 99 where id = ?", run + "3");
        Rebuild rebuild = rebuild();
        rebuild.begin();
        rebuild.step();
        assertThat(rebuild.isUnderWay()).isTrue();
        assertThat(notes.remembered(ofThisRun)).containsExactly(run + "1 1", run + "3 99");
        finish(rebuild);
        assertThat(notes.remembered(ofThisRun)).isEqualTo(three());
        assertThat(notes.list("select id from rebuild.remembered_note")).isEmpty();
        assertThat(notes.list("select owner from rebuild.watermark")).isEmpty();
    }

    @Test
    void whatIsAsItWasIsNotWrittenAgain() throws Exception {
        commit(1, 3);
        catchUp();
        String row = "select xmin::text from remembered_note where id = ?";
        List<String> written = notes.list(row, run + "1");
        notes.execute("update remembered_note set version = 99 where id = ?", run + "2");
        Rebuild rebuild = rebuild();
        rebuild.begin();
        finish(rebuild);
        assertThat(notes.list(row, run + "1")).isEqualTo(written);
        assertThat(notes.remembered(ofThisRun)).isEqualTo(three());
        assertThat(notes.list(SUMS)).isEqualTo(notes.list(SUMS_ANEW));
    }

    @Test
    void underWritesTheEndIsThatOfTheLiveProjection() throws Exception {
        LogFollower follower = new LogFollower(Notes.OWNER, Notes.feed(), notes, database, feed, broker, new SimpleMeterRegistry());
        Thread following = new Thread(follower::run, "follower of the test");
        Thread writing = new Thread(() -> {
            for (int i = 0; i < 300; i++) {
                changes.commit(run + i % 100, 1 + i / 100, false);
            }
        }, "writer of the test");
        following.start();
        writing.start();
        try {
            for (int i = 0; i < 3; i++) {
                follower.rebuild().begin();
                Changes.await(() -> !follower.rebuild().isUnderWay(), "the rebuild to end");
            }
            writing.join();
            changes.numbered(ofThisRun, 300);
            Changes.await(
                    () -> notes.list("select id from remembered_note where id like ? and version = 3", ofThisRun).size() == 100,
                    "the last of it to be remembered");
        } finally {
            follower.stop();
            following.join();
        }
        assertThat(notes.list("select id || ' ' || version from remembered_note order by 1")).isEqualTo(notes
                .list("select subject || ' ' || max(subject_version) from change where not withheld group by subject order by 1"));
        assertThat(notes.list(SUMS)).isEqualTo(notes.list(SUMS_ANEW));
    }

    @Test
    void aReplicaLeavesTheWorkToAnotherThatIsAtIt() throws Exception {
        commit(1, 3);
        Rebuild rebuild = rebuild();
        rebuild.begin();
        assertThat(rebuild.isDue()).isTrue();
        SystemViewer.transaction(() -> {
            database.run(connection -> Database.update(connection, "select from rebuild.watermark where owner = ? for update",
                    Notes.OWNER));
            step(rebuild);
        });
        assertThat(rebuild.isUnderWay()).isTrue();
        assertThat(rebuild.isDue()).isFalse();
        assertThat(notes.list("select sequence::text from rebuild.watermark")).containsExactly("0");
        Changes.await(rebuild::isDue, "the work to be looked at again");
        finish(rebuild);
        assertThat(notes.remembered(ofThisRun)).isEqualTo(three());
    }

    @Test
    void whatCannotBeCompletedIsGoneThroughChangeByChange() throws Exception {
        commit(1, 3);
        changes.commit(Notes.POISON + run, 1, false);
        changes.numbered(Notes.POISON + run, 1);
        notes.refusing = true;
        Rebuild rebuild = rebuild();
        rebuild.begin();
        finish(rebuild);
        assertThat(notes.remembered(ofThisRun)).isEqualTo(three());
        assertThat(notes.remembered(Notes.POISON + "%")).isEmpty();
        assertThat(notes.list("select subject from parked_change where owner = ?", Notes.OWNER)).contains(Notes.POISON + run);
        assertThat(notes.list(SUMS)).isEqualTo(notes.list(SUMS_ANEW));
    }

    private static void step(Rebuild rebuild) {
        try {
            rebuild.step();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatIsAppliedMeanwhileIsNotLost() throws Exception {
        commit(1, 1);
        catchUp();
        Rebuild rebuild = rebuild();
        rebuild.begin();
        rebuild.step();
        commit(2, 3);
        catchUp();
        Watermark live = application(Generation.LIVE).watermark();
        finish(rebuild);
        assertThat(notes.remembered(ofThisRun)).isEqualTo(three());
        assertThat(application(Generation.LIVE).watermark().sequence()).isGreaterThanOrEqualTo(live.sequence());
    }

    @Test
    void anotherReplicaCarriesARebuildOn() throws Exception {
        commit(1, 3);
        Rebuild died = rebuild();
        died.begin();
        died.step();
        Rebuild other = rebuild();
        assertThat(other.isUnderWay()).isFalse();
        other.look();
        assertThat(other.isUnderWay()).isTrue();
        other.begin();
        finish(other);
        assertThat(notes.remembered(ofThisRun)).isEqualTo(three());
        died.step();
        assertThat(died.isUnderWay()).isFalse();
        assertThat(notes.remembered(ofThisRun)).isEqualTo(three());
    }

    @Test
    void twoReplicasAtOnceDoNoHarm() throws Exception {
        commit(1, 3);
        Rebuild one = rebuild();
        Rebuild two = rebuild();
        one.begin();
        two.begin();
        CompletableFuture.allOf(CompletableFuture.runAsync(() -> run(one)), CompletableFuture.runAsync(() -> run(two))).get();
        assertThat(notes.remembered(ofThisRun)).isEqualTo(three());
        assertThat(notes.list("select owner from rebuild.watermark")).isEmpty();
    }

    private static void run(Rebuild rebuild) {
        try {
            finish(rebuild);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aRebuildWhoseOwnPlaceIsLostBeginsAgain() throws Exception {
        commit(1, 3);
        Rebuild rebuild = rebuild();
        rebuild.begin();
        rebuild.step();
        notes.execute("insert into rebuild.remembered_note select 'of a lost log', 1, min(id) from audience");
        notes.execute("update rebuild.watermark set log_id = gen_random_uuid() where owner = ?", Notes.OWNER);
        finish(rebuild);
        assertThat(notes.remembered(ofThisRun)).isEqualTo(three());
        assertThat(notes.remembered("of a lost log")).isEmpty();
    }

    @Test
    void parkedChangesAreThoseOfTheNewGeneration() throws Exception {
        changes.commit(Notes.POISON + run, 1, false);
        changes.numbered(Notes.POISON + run, 1);
        notes.refusing = true;
        catchUp();
        assertThat(new ParkedChanges(Notes.OWNER, notes, database).count()).isPositive();
        notes.refusing = false;
        Rebuild rebuild = rebuild();
        rebuild.begin();
        finish(rebuild);
        assertThat(new ParkedChanges(Notes.OWNER, notes, database).count()).isZero();
        assertThat(notes.remembered(Notes.POISON + run)).hasSize(1);
    }

    @Test
    void aLogThatIsAnotherThanTheOneFollowedIsFollowedAnew() throws Exception {
        commit(1, 3);
        notes.execute("insert into remembered_note select 'of the lost log', 1, min(id) from audience");
        application(Generation.LIVE).watermark();
        notes.execute(
                "update watermark set log_id = gen_random_uuid(), sequence = 1, change_id = gen_random_uuid() where owner = ?",
                Notes.OWNER);
        LogFollower follower = new LogFollower(Notes.OWNER, Notes.feed(), notes, database, feed, broker, new SimpleMeterRegistry());
        Thread thread = new Thread(follower::run, "follower of the test");
        thread.start();
        try {
            Changes.await(() -> notes.remembered(ofThisRun).equals(three()), "the projection to be rebuilt");
            assertThat(notes.remembered("of the lost log")).isEmpty();
            Changes.await(() -> !follower.metrics().isDiverged() && follower.metrics().lag() == 0, "the alarm to end");
            changes.commit(run + "4", 1, false);
            Changes.await(() -> notes.remembered(run + "4").size() == 1, "the new log to be followed");
        } finally {
            follower.stop();
            thread.join();
        }
    }
}
