package org.surety.local.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.surety.local.PartFailure;
import org.surety.local.data.RecordingGateway.Request;

class ImportRunTest {
    private static final String JOB = "GET /api/v1/imports/id-1";
    private static final String TOTALS = "GET /api/v1/coverage?series=REAL";
    @TempDir
    Path folder;
    private RecordingGateway gateway;
    private Path csv;
    private final List<String> lines = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        gateway = new RecordingGateway();
        csv = Files.writeString(folder.resolve("rows.csv"), "ID,countries\nAUH1,Australia\n");
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void fileIsSentAsItIsWithAKeyOfItsOwn() {
        gateway.answers(JOB, 200, job("DONE", 3, 3, 0)).answers(TOTALS, 200, totals(3));
        run(Duration.ofSeconds(5));
        assertEquals(new Request("POST /api/v1/imports?mapping=m", "Bearer coordinator", "load/rows.csv", null,
                "ID,countries\nAUH1,Australia\n"), gateway.requests.get(0));
    }

    @Test
    void jobIsWatchedAndThenTheTotals() {
        gateway.answers(JOB, 200, job("QUEUED", 0, 0, 0)).answers(JOB, 200, job("RUNNING", 2, 1, 0))
                .answers(JOB, 200, job("DONE", 3, 3, 0))
                .answers(TOTALS, 200, totals(1)).answers(TOTALS, 200, totals(3));
        run(Duration.ofSeconds(5));
        assertEquals(List.of("0 of 3 rows read, 0 imported", "2 of 3 rows read, 1 imported", "3 of 3 rows read, 3 imported",
                "1 rows are counted in the totals of priorities-service", "3 rows are counted in the totals of priorities-service"),
                lines);
    }

    @Test
    void rejectedRowEndsTheLoading() {
        gateway.answers(JOB, 200, job("DONE", 3, 2, 1));
        String message = assertThrows(PartFailure.class, () -> run(Duration.ofSeconds(5))).getMessage();
        assertTrue(message.startsWith("The import /api/v1/imports/id-1 of rows.csv did not take every row: "), message);
    }

    @Test
    void failedJobEndsTheLoading() {
        gateway.answers(JOB, 200, job("FAILED", 1, 0, 0));
        assertThrows(PartFailure.class, () -> run(Duration.ofSeconds(5)));
    }

    @Test
    void totalsThatNeverComeEndTheLoadingWithWhatWasSeenLast() {
        gateway.answers(JOB, 200, job("DONE", 3, 3, 0));
        for (int i = 0; i < 1000; i++) {
            gateway.answers(TOTALS, 200, totals(2));
        }
        String message = assertThrows(PartFailure.class, () -> run(Duration.ofMillis(50))).getMessage();
        assertEquals(
                "Waited 0 s for priorities-service to count the rows; last seen: 2 rows are counted in the totals of priorities-service",
                message);
    }

    private static String job(String state, int read, int imported, int rejected) {
        return "{\"state\": \"%s\", \"rows\": 3, \"counts\": {\"read\": %d, \"imported\": %d, \"rejected\": %d}}".formatted(state,
                read, imported, rejected);
    }

    private static String totals(int commitments) {
        return "{\"earlierSupport\": [{\"commitments\": 1}, {\"commitments\": %d}]}".formatted(commitments - 1);
    }

    private void run(Duration limit) {
        new ImportRun(new Gateway(gateway.url(), user -> user), lines::add, new Patience(limit, Duration.ofMillis(2)))
                .run(new LoadPlan.Import("rows.csv", csv, "m", "coordinator"));
    }
}
