package org.surety.gateway.changes;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.surety.gateway.problem.Problem;
import org.surety.gateway.problem.ProblemType;
import org.surety.gateway.problem.Refusal;

import io.vertx.core.http.HttpServerRequest;

/**
 * What a request for changes asks for.
 *
 * @param limit the most changes of a page
 * @param patience how long to wait for the first one
 */
public record ChangesQuery(MergedCursor from, int limit, Duration patience) {

    private static final String AFTER = "after";
    private static final String LIMIT = "limit";
    private static final String WAIT = "wait";
    private static final String LAST_EVENT_ID = "Last-Event-ID";
    private static final String NOW = "now";
    private static final int MOST = 500;
    private static final int DEFAULT_LIMIT = 100;
    private static final int LONGEST_WAIT_SECONDS = 20;

    /**
     * Of a request for a page: without a cursor from the beginning.
     *
     * @throws Refusal {@code unknown-parameter} or {@code invalid-request}
     */
    public static ChangesQuery ofPage(HttpServerRequest request, int services) {
        requireKnown(request, AFTER, LIMIT, WAIT);
        String after = one(request, AFTER);
        MergedCursor from = after == null ? MergedCursor.everywhere(Place.BEGINNING, services) : cursor(AFTER, after, services);
        return new ChangesQuery(from, number(request, LIMIT, 1, MOST, DEFAULT_LIMIT),
                Duration.ofSeconds(number(request, WAIT, 0, LONGEST_WAIT_SECONDS, 0)));
    }

    /**
     * Where a stream begins: behind the event its client had last, else where it says, else now.
     *
     * @throws Refusal {@code unknown-parameter} or {@code invalid-request}
     */
    public static MergedCursor ofStream(HttpServerRequest request, int services) {
        requireKnown(request, AFTER);
        String after = one(request, AFTER);
        List<String> last = request.headers().getAll(LAST_EVENT_ID);
        if (last.size() > 1) {
            throw new Refusal(Problem.invalid(LAST_EVENT_ID, "must be given once"));
        }
        if (!last.isEmpty() && !last.get(0).isEmpty()) {
            return cursor(LAST_EVENT_ID, last.get(0), services);
        }
        return after == null ? MergedCursor.everywhere(Place.NOW, services) : cursor(AFTER, after, services);
    }

    private static MergedCursor cursor(String field, String text, int services) {
        if (field.equals(AFTER) && text.equals(NOW)) {
            return MergedCursor.everywhere(Place.NOW, services);
        }
        return MergedCursor.read(text, services)
                .orElseThrow(() -> new Refusal(Problem.invalid(field, "must be a cursor that this feed gave to you")));
    }

    private static void requireKnown(HttpServerRequest request, String... known) {
        if (!Set.of(known).containsAll(request.params().names())) {
            throw new Refusal(Problem.of(ProblemType.UNKNOWN_PARAMETER, "Known here: " + String.join(", ", known) + "."));
        }
    }

    private static String one(HttpServerRequest request, String name) {
        List<String> values = request.params().getAll(name);
        if (values.size() > 1) {
            throw new Refusal(Problem.invalid(name, "must be given once"));
        }
        return values.isEmpty() ? null : values.get(0);
    }

    private static int number(HttpServerRequest request, String name, int least, int most, int otherwise) {
        String value = one(request, name);
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("[0-9]{1,3}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
            throw new Refusal(Problem.invalid(name, "must be a number from " + least + " to " + most));
        }
        return Integer.parseInt(value);
    }
}
