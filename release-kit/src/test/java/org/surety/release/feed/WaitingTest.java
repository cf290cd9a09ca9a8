package org.surety.release.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.surety.release.feed.ChangesResourceTest.viewer;
import static org.surety.release.feed.Listener.CHANGES;
import static org.surety.release.feed.Listener.as;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.surety.kit.log.LogSignal;
import org.surety.local.TestParts;
import org.surety.release.RealParts;
import org.surety.release.feed.ReleasedLog.Page;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@RealParts
class WaitingTest {

    /** More than there are threads that work on requests, and by far more than connections of the database. */
    private static final int MANY = 1_000;

    @Inject
    Notes notes;

    @Inject
    ReleasedLog log;

    @Inject
    LogSignal signal;

    @Inject
    ReleaseConfig config;

    @Inject
    Places places;

    @Inject
    MeterRegistry metrics;

    @TestHTTPResource(CHANGES)
    URI changes;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void waitingEndsWithWhatTheViewerSeesAndNotWithWhatIsHidden() throws Exception {
        String cursor = Listener.fromNow("xac.reader").cursor();
        CompletableFuture<HttpResponse<String>> answer = asked(cursor, 20);
        waiting(1);
        for (int i = 0; i < 5; i++) {
            notes.written(Notes.fresh(), 1, Notes.COALITION);
        }
        String note = Notes.fresh();
        assertThat(answer).isNotDone();
        notes.written(note, 1, Notes.PUBLIC);
        assertThat(answer.get(10, TimeUnit.SECONDS).body()).contains(notes.idOf(note, 1)).contains("\"more\":false");
    }

    @Test
    void whoWaitsInVainGetsACursorPastWhatIsHidden() {
        Listener outsider = Listener.fromNow("xac.reader");
        notes.written(Notes.fresh(), 1, Notes.OWN);
        long started = System.nanoTime();
        assertThat(outsider.page(10, 1).getList("changes")).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(places.open(outsider.cursor(), viewer("XAC"))).isEqualTo(log.head(viewer("XAC")));
    }

    @Test
    void whatIsThereAlreadyIsAnsweredAtOnce() {
        Listener outsider = Listener.fromNow("xac.reader");
        String note = Notes.fresh();
        notes.written(note, 1, Notes.PUBLIC);
        long started = System.nanoTime();
        assertThat(outsider.page(10, 20).getList("changes.subject")).containsExactly(note);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aThousandWhoWaitHoldNeitherThreadsNorConnections() throws Exception {
        String cursor = Listener.fromNow("xac.reader").cursor();
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, MANY).mapToObj(i -> asked(cursor, 20)).toList();
        waiting(MANY);
        notes.written(Notes.fresh(), 1, Notes.OWN);
        // Beside this question at most those who look and the two that number and publish the log.
        assertThat(Integer.parseInt(notes.ask("select count(*) from pg_stat_activity where datname = current_database() "
                + "and state <> 'idle' and pid <> pg_backend_pid()"))).isLessThanOrEqualTo(config.readers() + 2);
        long started = System.nanoTime();
        as("xac.reader").get(CHANGES + "?limit=1").then().statusCode(200);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
        assertThat(answers).noneMatch(CompletableFuture::isDone);

        String note = Notes.fresh();
        notes.written(note, 1, Notes.PUBLIC);
        String id = notes.idOf(note, 1);
        for (CompletableFuture<HttpResponse<String>> answer : answers) {
            assertThat(answer.get(15, TimeUnit.SECONDS).body()).contains(id);
        }
        Notes.await(() -> metrics.get("surety.release.waiting").gauge().value() == 0, "all to be answered");
    }

    @Test
    void whenTheServiceStopsNobodyIsLeftWaiting() throws Exception {
        Waiting stopping = new Waiting(log, signal, config, new SimpleMeterRegistry());
        Place head = log.head(viewer("XAC"));
        Waiting.Question question = new Waiting.Question(viewer("XAC"), head, 10);
        CompletableFuture<Page> before = stopping.await(question, Duration.ofSeconds(20)).subscribeAsCompletionStage();
        stopping.stop();
        CompletableFuture<Page> after = stopping.await(question, Duration.ofSeconds(20)).subscribeAsCompletionStage();
        assertThat(before.get(5, TimeUnit.SECONDS)).isEqualTo(Page.none(head));
        assertThat(after.get(5, TimeUnit.SECONDS)).isEqualTo(Page.none(head));
    }

    @Test
    void whoWaitsInALogThatIsAnotherNowIsTold() {
        Waiting waiting = new Waiting(log, signal, config, new SimpleMeterRegistry());
        Place elsewhere = new Place(UUID.randomUUID(), 1, 0);
        CompletableFuture<Page> answer = waiting.await(new Waiting.Question(viewer("XAC"), elsewhere, 10), Duration.ofSeconds(20))
                .subscribeAsCompletionStage();
        assertThat(answer.handle((page, problem) -> String.valueOf(problem)).join()).contains("Start again without after");
        waiting.stop();
    }

    private CompletableFuture<HttpResponse<String>> asked(String cursor, int wait) {
        return http.sendAsync(HttpRequest.newBuilder(URI.create(changes + "?after=" + cursor + "&wait=" + wait))
                .header("Authorization", "Bearer " + TestParts.token("xac.reader")).build(), HttpResponse.BodyHandlers.ofString());
    }

    private void waiting(int many) {
        Notes.await(() -> metrics.get("surety.release.waiting").gauge().value() == many, many + " to wait");
    }
}
