package org.surety.release.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.surety.release.feed.ChangesResourceTest.viewer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.surety.kit.actor.Actor;
import org.surety.kit.label.Label;
import org.surety.kit.label.Release;
import org.surety.release.RealParts;
import org.surety.release.feed.ReleasedLog.Page;
import org.surety.release.feed.ReleasedLog.Told;

import io.quarkus.test.junit.QuarkusTest;

/** What viewers are told who follow the log, against a naive reading of all that was written. */
@QuarkusTest
@RealParts
class FollowersTest {

    private static final List<Label> LABELS = List.of(Notes.PUBLIC, Notes.COALITION, Notes.OWN, Notes.named("XAB"),
            Notes.named("XAC"),
            Notes.named("XAB", "XAC"));

    @Inject
    Notes notes;

    @Inject
    ReleasedLog log;

    /** One that follows, and what it was told: numbers of versions by note, negative where it was withdrawn. */
    private static final class Follower {
        private final Actor viewer;
        private final List<String> told = new ArrayList<>();
        private Place place;

        private Follower(Actor viewer, Place place) {
            this.viewer = viewer;
            this.place = place;
        }
    }

    /** A version of a note, as it was written. */
    private record Written(String note, int version, Label label) {
        String told() {
            return note + " " + version;
        }
    }

    @Test
    void whatIsToldEqualsANaiveReadingOfTheWholeLog() {
        Random random = new Random(7);
        List<Actor> viewers = List.of(viewer("XAA"), viewer("XAB"), viewer("XAC"),
                new Actor(null, null, null, Set.of("coordinator")));
        for (int round = 0; round < 6; round++) {
            List<String> some = IntStream.range(0, 3).mapToObj(i -> Notes.fresh()).toList();
            List<Written> written = new ArrayList<>();
            Map<Follower, List<String>> expected = new LinkedHashMap<>();
            viewers.forEach(viewer -> expected.put(new Follower(viewer, log.head(viewer)), new ArrayList<>()));
            int read = 0;
            for (int step = 0; step < 16; step++) {
                String note = some.get(random.nextInt(some.size()));
                int version = 1 + (int) written.stream().filter(one -> one.note().equals(note)).count();
                Label label = LABELS.get(random.nextInt(LABELS.size()));
                written.add(new Written(note, version, label));
                notes.write(note, version, label);
                if (random.nextInt(3) == 0 || step == 15) {
                    notes.numbered();
                    for (Follower follower : expected.keySet()) {
                        expected.get(follower).addAll(naively(written, read, follower.viewer));
                        follow(follower, 1 + random.nextInt(3));
                        assertThat(follower.told).as("round %d, step %d, %s", round, step, follower.viewer)
                                .isEqualTo(expected.get(follower));
                    }
                    read = written.size();
                }
            }
            fromTheBeginning(viewers, written, some);
        }
    }

    /** Who begins now is told what is released now, and no withdrawal. */
    private void fromTheBeginning(List<Actor> viewers, List<Written> written, List<String> some) {
        for (Actor viewer : viewers) {
            Follower late = new Follower(viewer, null);
            follow(late, 500);
            List<String> ofThese = late.told.stream().filter(told -> some.contains(told.split(" ")[0])).toList();
            assertThat(ofThese).as("from the beginning, %s", viewer)
                    .isEqualTo(naively(written, 0, viewer).stream().filter(told -> !told.startsWith("-")).toList());
        }
    }

    /** Of what was written from there on, in a reading at the end of it. */
    private static List<String> naively(List<Written> written, int from, Actor viewer) {
        Map<String, Label> last = new TreeMap<>();
        Map<String, Label> end = new TreeMap<>();
        written.forEach(one -> end.put(one.note(), one.label()));
        List<String> told = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            Written one = written.get(i);
            Label before = last.put(one.note(), one.label());
            if (i >= from && sees(viewer, one.label()) && sees(viewer, end.get(one.note()))) {
                told.add(one.told());
            } else if (i >= from && !sees(viewer, one.label()) && before != null && sees(viewer, before)) {
                told.add("-" + one.told());
            }
        }
        return told;
    }

    private static boolean sees(Actor viewer, Label label) {
        return label.release() == Release.PUBLIC || viewer.isOf("XAA") || label.parties().contains(String.valueOf(viewer.party()))
                || label.release() == Release.COALITION && (viewer.isOf("XAB") || viewer.is("coordinator"));
    }

    private void follow(Follower follower, int limit) {
        boolean more = true;
        while (more) {
            Page page = log.read(follower.viewer, follower.place, limit);
            follower.place = page.next();
            more = page.more();
            page.told().forEach(told -> follower.told.add((told.withdrawn() ? "-" : "") + told.subject() + " " + versionOf(told)));
        }
    }

    private String versionOf(Told told) {
        return notes.ask("select subject_version from change where change_id = ?", told.id());
    }

    @Test
    void nothingIsLostOrToldTwiceWhateverCommitsMeanwhile() throws Exception {
        Actor outsider = viewer("XAC");
        Actor member = viewer("XAB");
        Place start = log.head(outsider);
        int writers = 6;
        List<String> released = Collections.synchronizedList(new ArrayList<>());
        ExecutorService threads = Executors.newFixedThreadPool(writers + 2);
        List<Future<?>> writing = IntStream.range(0, writers).<Future<?>>mapToObj(w -> threads.submit(() -> {
            for (int i = 0; i < 30; i++) {
                String note = Notes.fresh();
                notes.write(note, 1, i % 3 == 0 ? Notes.PUBLIC : i % 3 == 1 ? Notes.COALITION : Notes.OWN);
                if (i % 3 == 0) {
                    released.add(note);
                }
            }
        })).toList();
        Future<List<String>> told = threads.submit(() -> until(outsider, start, writers * 10));
        Future<List<String>> toldToMember = threads.submit(() -> until(member, start, writers * 20));
        for (Future<?> one : writing) {
            one.get(60, TimeUnit.SECONDS);
        }
        assertThat(told.get(60, TimeUnit.SECONDS)).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(released);
        assertThat(toldToMember.get(60, TimeUnit.SECONDS)).doesNotHaveDuplicates().containsAll(released);
        threads.shutdown();
        notes.numbered();
        assertThat(until(outsider, start, writers * 10)).as("the order of the log").isEqualTo(told.get());
    }

    /** Subjects, page by page as they come, until there are so many and no more. */
    private List<String> until(Actor viewer, Place start, int many) {
        List<String> subjects = new ArrayList<>();
        Place place = start;
        while (subjects.size() < many) {
            Page page = log.read(viewer, place, 7);
            page.told().forEach(one -> subjects.add(one.subject()));
            place = page.next();
            if (page.isEmpty()) {
                LockSupport.parkNanos(1_000_000);
            }
        }
        assertThat(log.read(viewer, place, 7).told()).isEmpty();
        return subjects;
    }
}
