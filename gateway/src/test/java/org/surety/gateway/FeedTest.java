package org.surety.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.surety.gateway.Wire.Answer;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What the tests of the merged feed share: the services' logs, which every test fills for itself. */
abstract class FeedTest extends GatewayTest {

    static final String PATH = "/api/v1/changes";
    static final Instant BEGIN = Instant.parse("2026-11-01T08:00:00Z");

    /** One change of a service's log. */
    record Logged(int service, String id, Instant recordedAt, List<String> parties) {

        boolean isFor(String party) {
            return parties.contains(party);
        }
    }

    /** What each service has been given, in order. */
    final List<List<Logged>> logs = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    final String subject = UUID.randomUUID().toString();

    @BeforeEach
    void empty() {
        for (int i = 0; i < 3; i++) {
            tell(i, "reset", null);
        }
    }

    String as(String party) {
        return as(party, subject);
    }

    String as(String party, String who) {
        return tokens.with(claims -> {
            claims.setSubject(who);
            claims.setStringClaim("party", party);
        });
    }

    Answer page(String party, String query) throws IOException {
        return Wire.ask(port, "GET " + PATH + query + " HTTP/1.1", bearer(as(party)));
    }

    /** Adds changes at the end of a service's log. */
    void append(int service, List<Logged> changes) {
        logs.get(service).addAll(changes);
        JsonArray all = new JsonArray();
        changes.forEach(change -> all.add(FeedService.change(change.id(), change.recordedAt(), change.parties())));
        tell(service, "append", all.encode());
    }

    /** One for XAA, recorded so many seconds after the begin. */
    Logged append(int service, int second) {
        Logged change = new Logged(service, UUID.randomUUID().toString(), BEGIN.plusSeconds(second), List.of("XAA"));
        append(service, List.of(change));
        return change;
    }

    /** As many as are asked for, a third of them for another party alone, some of one moment. */
    List<Logged> some(Random random, int service, int count, Instant from) {
        List<Logged> changes = new ArrayList<>();
        Instant at = from;
        for (int i = 0; i < count; i++) {
            at = at.plusMillis(random.nextInt(3) * 500L);
            List<String> parties = random.nextInt(3) == 0 ? List.of("XAB") : List.of("XAA", "XAB");
            changes.add(new Logged(service, UUID.randomUUID().toString(), at, parties));
        }
        return changes;
    }

    /** What the party may see of a service's log, in its order. */
    List<String> idsOf(int service, String party) {
        return logs.get(service).stream().filter(change -> change.isFor(party)).map(Logged::id).toList();
    }

    /** What the party may see of all, by the time it was recorded, and then by service. */
    List<String> merged(String party) {
        return logs.stream().flatMap(List::stream).filter(change -> change.isFor(party))
                .sorted(Comparator.comparing(Logged::recordedAt).thenComparing(Logged::service)).map(Logged::id).toList();
    }

    static List<String> ids(JsonObject page) {
        return page.getJsonArray("changes").stream().map(change -> ((JsonObject) change).getString("id")).toList();
    }

    String tell(int service, String what, String body) {
        String url = config.getValue(FeedSurroundings.variable(FeedSurroundings.SERVICES.get(service)), String.class);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + "/direct/" + what));
        if (body != null) {
            request.POST(BodyPublishers.ofString(body));
        }
        try {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            assertEquals(200, answer.statusCode());
            return answer.body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void mode(int service, String mode) {
        tell(service, "mode?is=" + mode, null);
    }

    JsonObject seen(int service) {
        return new JsonObject(tell(service, "seen", null));
    }

    int waiting() {
        return seen(0).getInteger("waiting") + seen(1).getInteger("waiting") + seen(2).getInteger("waiting");
    }
}
