package org.surety.local.data;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

import org.surety.local.PartFailure;
import org.surety.local.data.Gateway.Answer;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An import of a CSV file of earlier support: sent, watched until the job has ended, and then until priorities-service counts what it
 * brought. So who asks for coverage after a first start is answered from all of the data.
 */
final class ImportRun {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final String TOTALS = "/api/v1/coverage?series=REAL";
    private final Gateway gateway;
    private final Consumer<String> say;
    private final Patience patience;
    private String told = "";

    ImportRun(Gateway gateway, Consumer<String> say) {
        this(gateway, say, new Patience(LIMIT, Duration.ofMillis(500)));
    }

    ImportRun(Gateway gateway, Consumer<String> say, Patience patience) {
        this.gateway = gateway;
        this.say = say;
        this.patience = patience;
    }

    /**
     * Imports the file.
     *
     * @throws PartFailure when the file is refused, a row of it is, or it takes too long
     */
    void run(LoadPlan.Import file) {
        Answer accepted = gateway
                .post("/api/v1/imports?mapping=" + URLEncoder.encode(file.mapping(), StandardCharsets.UTF_8), file.as(),
                        file.path(), "text/csv; charset=utf-8", "load/" + file.file())
                .require();
        String path = accepted.path();
        JsonNode job = patience.await(() -> Optional.of(gateway.get(path, file.as()).require().body()).filter(this::hasEnded))
                .orElseThrow(() -> tooLong("the import " + path + " to end"));
        JsonNode counts = job.path("counts");
        if (!job.path("state").asText().equals("DONE") || counts.path("rejected").asInt() > 0) {
            throw new PartFailure("The import " + path + " of " + file.file() + " did not take every row: " + job);
        }
        long brought = counts.path("imported").asLong() + counts.path("amended").asLong() + counts.path("unchanged").asLong();
        patience.await(() -> counted(file.as()) >= brought ? Optional.of(brought) : Optional.empty())
                .orElseThrow(() -> tooLong("priorities-service to count the rows"));
    }

    private boolean hasEnded(JsonNode job) {
        String state = job.path("state").asText();
        JsonNode counts = job.path("counts");
        tell(counts.path("read").asText() + " of " + job.path("rows").asText() + " rows read, " + counts.path("imported").asText()
                + " imported");
        return state.equals("DONE") || state.equals("FAILED");
    }

    private long counted(String user) {
        long commitments = 0;
        for (JsonNode line : gateway.get(TOTALS, user).require().body().path("earlierSupport")) {
            commitments += line.path("commitments").asLong();
        }
        tell(commitments + " rows are counted in the totals of priorities-service");
        return commitments;
    }

    private void tell(String line) {
        if (!line.equals(told)) {
            told = line;
            say.accept(line);
        }
    }

    private PartFailure tooLong(String awaited) {
        return new PartFailure("Waited " + patience.limit().toSeconds() + " s for " + awaited + "; last seen: " + told);
    }
}
