package org.surety.commitments.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.surety.commitments.Rest.as;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.commitments.Known;
import org.surety.commitments.RealParts;
import org.surety.commitments.Rows;
import org.surety.kit.actor.Role;
import org.surety.kit.http.Paging;
import org.surety.local.TestParts;
import org.surety.release.audit.RecordedRead;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/**
 * What recording costs a read: the same page of twenty commitments by two operations that differ in being recorded alone, in turn, so that
 * whatever else the machine does slows down both. A measure and no test: no build runs it, and times are told and not judged.
 *
 * <pre>
 * SURETY_TEST_DURABLE=true ./mvnw -pl commitments-service -am -Dtest=ReadCostMeasure -Dsurefire.failIfNoSpecifiedTests=false test
 * </pre>
 *
 * Durable, because the databases of tests do not wait for the disk otherwise, which is most of what a commit costs.
 */
@QuarkusTest
@RealParts
class ReadCostMeasure {

    private static final int ROUNDS = Integer.getInteger("surety.reads.rounds", 2000);
    private static final int WARMING_UP = 1000;
    private static final int AT_ONCE = 8;
    private static final int SLICES = 20;
    private static final int SLICE = ROUNDS / 4;
    private static final String PATH = "/test/reads/";
    private static final List<String> BOTH = List.of("unrecorded", "recorded");

    /** Asked by POST, which alone is not recorded. */
    @Path("/test/reads")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.READER)
    public static class Twice {
        private final CommitmentService commitments;
        private final Paging paging;

        Twice(CommitmentService commitments, Paging paging) {
            this.commitments = commitments;
            this.paging = paging;
        }

        @POST
        @Path("unrecorded")
        @Operation(hidden = true)
        public Response unrecorded(@BeanParam CommitmentFilter filter) {
            return page(filter);
        }

        @POST
        @Path("recorded")
        @RecordedRead
        @Operation(hidden = true)
        public Response recorded(@BeanParam CommitmentFilter filter) {
            return page(filter);
        }

        private Response page(CommitmentFilter filter) {
            return paging.answer(commitments.list(filter, paging.request(50, null))).toResponse();
        }
    }

    @TestHTTPResource
    URI address;

    @Inject
    Known known;

    @Inject
    Rows rows;

    @Inject
    MeterRegistry metrics;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void aPageOfDrafts() {
        known.parties("XAJ");
        while (as("xaj.reader").get("/api/v1/commitments?party=XAJ").jsonPath().getList("items").size() < 20) {
            as("xaj.editor")
                    .body("""
                            {"party": "XAJ", "basis": "GUARANTEE", "kind": "FORCE_CONTRIBUTION", "title": "A brigade",
                             "priority": "MULTINATIONAL_FORCE", "quantity": {"quantity": 4000, "unit": "soldiers"}, "label": {"release": "PUBLIC"}}""")
                    .post("/api/v1/commitments").then().statusCode(201);
        }
    }

    @BeforeEach
    void commitsWaitForTheDisk() {
        assertThat(rows.of("select current_setting('fsync') || ' ' || current_setting('synchronous_commit')"))
                .containsExactly("on on");
    }

    @Test
    void alone() {
        BOTH.forEach(operation -> IntStream.range(0, WARMING_UP).forEach(i -> nanosOf(operation)));
        List<double[]> millis = List.of(new double[ROUNDS], new double[ROUNDS]);
        double[] ratios = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            int first = round % 2;
            millis.get(first)[round] = nanosOf(BOTH.get(first)) / 1e6;
            millis.get(1 - first)[round] = nanosOf(BOTH.get(1 - first)) / 1e6;
            ratios[round] = millis.get(1)[round] / millis.get(0)[round];
        }
        System.out.printf(Locale.ROOT, "alone: %s ms, recorded %s ms, ratio of pairs %s%n", quartiles(millis.get(0)),
                quartiles(millis.get(1)), quartiles(ratios));
    }

    @Test
    void underLoad() {
        ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE);
        double[] ratios = new double[SLICES];
        double[][] reads = new double[2][SLICES];
        try {
            BOTH.forEach(operation -> secondsOf(operation, clients));
            long rowsBefore = recorded();
            long commitsBefore = metrics.get("surety.audit.commit").timer().count();
            for (int slice = 0; slice < SLICES; slice++) {
                int first = slice % 2;
                reads[first][slice] = SLICE / secondsOf(BOTH.get(first), clients);
                reads[1 - first][slice] = SLICE / secondsOf(BOTH.get(1 - first), clients);
                ratios[slice] = reads[1][slice] / reads[0][slice];
            }
            assertThat(recorded() - rowsBefore).isEqualTo((long) SLICES * SLICE);
            double commits = metrics.get("surety.audit.commit").timer().count() - commitsBefore;
            System.out.printf(Locale.ROOT, "%d at once: %s reads a second, recorded %s, ratio of pairs %s; %.1f rows a commit%n",
                    AT_ONCE,
                    quartiles(reads[0]), quartiles(reads[1]), quartiles(ratios), SLICES * SLICE / commits);
        } finally {
            clients.shutdown();
        }
    }

    private static String quartiles(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", sorted[sorted.length / 2], sorted[sorted.length / 4],
                sorted[sorted.length * 3 / 4]);
    }

    private double secondsOf(String operation, ExecutorService clients) {
        long begun = System.nanoTime();
        List<CompletableFuture<Void>> asked = new ArrayList<>();
        for (int i = 0; i < SLICE; i++) {
            asked.add(CompletableFuture.runAsync(() -> nanosOf(operation), clients));
        }
        asked.forEach(CompletableFuture::join);
        return (System.nanoTime() - begun) / 1e9;
    }

    private long recorded() {
        return rows.count("recorded_read where path = ?", PATH + "recorded");
    }

    private long nanosOf(String operation) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(PATH + operation + "?party=XAJ"))
                .header("Authorization", "Bearer " + TestParts.token("xaj.reader")).POST(HttpRequest.BodyPublishers.noBody())
                .build();
        long begun = System.nanoTime();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        return System.nanoTime() - begun;
    }
}
