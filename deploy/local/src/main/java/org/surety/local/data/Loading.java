package org.surety.local.data;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.surety.local.PartFailure;
import org.surety.local.data.Gateway.Answer;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One loading of a plan. Every POST carries an idempotency key of the record's own, so that a loading which meets what an earlier one has
 * made is given the earlier answers and goes on behind them.
 */
final class Loading {
    /** A service learns of another's record within a second; this long is for a machine that does much else. */
    private static final Duration KNOWN_LIMIT = Duration.ofSeconds(30);
    private static final String NOT_KNOWN = "not known";
    private static final String IN_PROGRESS = "request-in-progress";
    private final Gateway gateway;
    private final Consumer<String> say;
    private final Patience patience;
    private final References references = new References();

    Loading(Gateway gateway, Consumer<String> say) {
        this(gateway, say, new Patience(KNOWN_LIMIT, Duration.ofMillis(250)));
    }

    Loading(Gateway gateway, Consumer<String> say, Patience patience) {
        this.gateway = gateway;
        this.say = say;
        this.patience = patience;
    }

    /**
     * Loads the whole plan.
     *
     * @throws PartFailure when a call is refused; what was loaded so far stays, and another loading goes on from there
     */
    void load(LoadPlan plan) {
        int number = 0;
        for (LoadPlan.Step step : plan.steps()) {
            number++;
            String place = number + " of " + plan.steps().size() + ", " + step.file() + ": ";
            if (step instanceof LoadPlan.Records records) {
                say.accept(place + records.records().size() + " to " + records.collection());
                records.records().forEach(record -> load(records.collection(), record));
            } else if (step instanceof LoadPlan.Import file) {
                say.accept(place + "import with the mapping " + file.mapping());
                new ImportRun(gateway, say).run(file);
            }
        }
    }

    private void load(String collection, DataRecord record) {
        Answer made = post(collection, record.as(), references.resolve(record.body()), record.idempotencyKey(), null);
        String path = made.path();
        references.remember(record.key(), path.substring(path.lastIndexOf('/') + 1));
        Answer last = made;
        List<DataRecord.Act> acts = record.acts();
        for (int i = 0; i < acts.size(); i++) {
            if (last.etag() == null) {
                throw new PartFailure(last.request() + " answered " + last.status() + " without the header ETag");
            }
            DataRecord.Act act = acts.get(i);
            last = post(path + "/" + act.name(), record.as(), references.resolve(act.body()), record.idempotencyKey(i),
                    last.etag());
        }
    }

    /** A record of another service may not have arrived yet where it is referred to: asked again until it has, or the limit passes. */
    private Answer post(String path, String user, JsonNode body, String key, String ifMatch) {
        Answer[] last = new Answer[1];
        Optional<Answer> settled = patience.await(() -> {
            last[0] = gateway.post(path, user, body, key, ifMatch);
            return isPassing(last[0]) ? Optional.empty() : Optional.of(last[0]);
        });
        return settled.orElse(last[0]).require();
    }

    /** Whether the refusal goes away by itself. */
    private static boolean isPassing(Answer answer) {
        if (answer.status() == 409) {
            // The loading before this one was cut off in the middle of this very request.
            return answer.body().path("type").asText().endsWith("/" + IN_PROGRESS);
        }
        JsonNode violations = answer.body().path("violations");
        if (answer.status() != 400 || violations.isEmpty()) {
            return false;
        }
        for (JsonNode violation : violations) {
            if (!violation.path("message").asText().contains(NOT_KNOWN)) {
                return false;
            }
        }
        return true;
    }
}
