package org.surety.release.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.surety.release.feed.Listener.CHANGES;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.local.TestParts;
import org.surety.release.RealParts;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** Who follows the changes is in the record of reads with what was told, once, and not with having waited in vain. */
@QuarkusTest
@RealParts
class RecordedFeedTest {

    /** Of a party that no other test follows for. */
    private static final String FOLLOWER = "xah.reader";

    private static final String ROWS = """
            select coalesce(string_agg(query || ' ' || records || ' ' || encode(digest, 'hex'), E'\n' order by at), '') from recorded_read
            where party = 'XAH' and path = '/api/v1/changes' and at >= ?::timestamptz""";

    @Inject
    Notes notes;

    @Inject
    MeterRegistry metrics;

    @TestHTTPResource(CHANGES)
    URI changes;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private String began;

    @BeforeEach
    void fromHere() {
        began = notes.ask("select clock_timestamp()::text");
    }

    @Test
    void whatIsToldIsRecordedAndWhereAFollowerBegins() {
        Listener follower = Listener.fromNow(FOLLOWER);
        String first = told();
        String second = told();
        assertThat(follower.page(10, 0).getList("changes.id")).containsExactly(first, second);
        assertThat(rows()).containsExactly("after=now 0 " + digest(), "limit=10&wait=0&after=* 2 " + digest(first, second));
    }

    @Test
    void thatNothingHappenedIsNotRecorded() {
        Listener follower = Listener.fromNow(FOLLOWER);
        notes.written(Notes.fresh(), 1, Notes.OWN);
        assertThat(follower.page(10, 1).getList("changes")).isEmpty();
        assertThat(follower.page(10, 0).getList("changes")).isEmpty();
        assertThat(rows()).containsExactly("after=now 0 " + digest());
    }

    @Test
    void whoWaitsIsRecordedWithWhatEndsTheWait() throws Exception {
        String cursor = Listener.fromNow(FOLLOWER).cursor();
        CompletableFuture<HttpResponse<String>> answer = asked(cursor);
        String change = told();
        assertThat(answer.get(10, TimeUnit.SECONDS).body()).contains(change);
        assertThat(rows()).containsExactly("after=now 0 " + digest(), "after=*&wait=20 1 " + digest(change));
    }

    /** As the gateway does with the services that are not the first to have something. */
    @Test
    void aQuestionThatIsTakenBackIsNoRead() throws Exception {
        String cursor = Listener.fromNow(FOLLOWER).cursor();
        CompletableFuture<HttpResponse<String>> takenBack = asked(cursor);
        takenBack.cancel(true);
        Notes.await(() -> metrics.get("surety.release.waiting").gauge().value() == 0, "the question to be taken back");
        CompletableFuture<HttpResponse<String>> answer = asked(cursor);
        String change = told();
        assertThat(answer.get(10, TimeUnit.SECONDS).body()).contains(change);
        assertThat(rows()).containsExactly("after=now 0 " + digest(), "after=*&wait=20 1 " + digest(change));
    }

    private CompletableFuture<HttpResponse<String>> asked(String cursor) {
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(
                HttpRequest.newBuilder(URI.create(changes + "?after=" + cursor + "&wait=20"))
                        .header("Authorization", "Bearer " + TestParts.token(FOLLOWER)).build(),
                HttpResponse.BodyHandlers.ofString());
        Notes.await(() -> metrics.get("surety.release.waiting").gauge().value() == 1, "the question to wait");
        return answer;
    }

    /** The id of a change that all are told of. */
    private String told() {
        String note = Notes.fresh();
        notes.written(note, 1, Notes.PUBLIC);
        return notes.idOf(note, 1);
    }

    private List<String> rows() {
        return notes.ask(ROWS, began).lines().toList();
    }

    private static String digest(String... ids) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(String.join("", List.of(ids).stream().map(id -> id + "\n").toList()).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
