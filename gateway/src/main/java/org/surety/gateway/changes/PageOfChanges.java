package org.surety.gateway.changes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import org.surety.gateway.changes.Feeds.Asked;
import org.surety.gateway.exchange.Answers;
import org.surety.gateway.exchange.Exchange;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/**
 * One page of the merged feed in the making. Every service is asked for as many changes as the page may have; the page shows the first
 * of them all, and its cursor stands in each feed behind the last change of it that is shown, which every change tells of itself. If there
 * is nothing, and the caller wants to wait, all are asked again and wait: the first that has something is shown, and the questions to the
 * others are taken back, with their places as they were. Lives on the request's event loop.
 */
final class PageOfChanges {

    private final Exchange exchange;
    private final Feeds feeds;
    private final Answers answers;
    private final ChangesQuery query;
    private final List<Shelf> shelves = new ArrayList<>();
    private final FeedAnswer[] latest;
    private final Map<Integer, Asked> waiting = new HashMap<>();

    PageOfChanges(Exchange exchange, Feeds feeds, Answers answers, ChangesQuery query) {
        this.exchange = exchange;
        this.feeds = feeds;
        this.answers = answers;
        this.query = query;
        this.latest = new FeedAnswer[feeds.count()];
        query.from().places().forEach(place -> shelves.add(new Shelf(place)));
    }

    void begin() {
        List<Future<FeedAnswer>> asked = new ArrayList<>();
        for (int i = 0; i < feeds.count(); i++) {
            int service = i;
            Future<FeedAnswer> answer = feeds.ask(exchange, i, query.from().of(i), query.limit(), Duration.ZERO).answer();
            asked.add(answer.onSuccess(came -> take(service, came)));
        }
        Future.all(asked).onSuccess(all -> {
            if (query.patience().isZero() || settled()) {
                answer();
            } else {
                await();
            }
        });
    }

    private void take(int service, FeedAnswer came) {
        latest[service] = came;
        if (came.answered()) {
            shelves.get(service).put(came.page());
        } else {
            shelves.get(service).away();
        }
    }

    /** Whether it is known already what to answer: something, or that the question is wrong, or that nobody is there. */
    private boolean settled() {
        boolean nobody = true;
        for (FeedAnswer came : latest) {
            if (came.refused() || came.hasNews()) {
                return true;
            }
            nobody &= !came.answered();
        }
        return nobody;
    }

    private void await() {
        for (int i = 0; i < feeds.count(); i++) {
            if (latest[i].answered()) {
                waiting.put(i, feeds.ask(exchange, i, shelves.get(i).place(), query.limit(), query.patience()));
            }
        }
        exchange.whenOver(this::takeBack);
        Map.copyOf(waiting).forEach((service, asked) -> asked.answer().onSuccess(came -> arrived(service, came)));
    }

    private void arrived(int service, FeedAnswer came) {
        if (waiting.remove(service) == null) {
            return; // another was first
        }
        take(service, came);
        if (came.refused() || came.hasNews() || waiting.isEmpty()) {
            takeBack();
            answer();
        }
    }

    private void takeBack() {
        waiting.values().forEach(Asked::cancel);
        waiting.clear();
    }

    private void answer() {
        int refused = firstWithoutPage(true);
        if (refused < 0 && List.of(latest).stream().noneMatch(FeedAnswer::answered)) {
            refused = firstWithoutPage(false);
        }
        if (refused >= 0) {
            feeds.refuse(exchange, refused, latest[refused].reply());
        } else {
            answers.send(exchange, 200, "application/json", page(), Map.of("cache-control", "no-store"));
        }
    }

    private int firstWithoutPage(boolean refused) {
        for (int i = 0; i < latest.length; i++) {
            if (!latest[i].answered() && latest[i].refused() == refused) {
                return i;
            }
        }
        return -1;
    }

    private Buffer page() {
        Buffer page = Buffer.buffer("{\"changes\":[");
        OptionalInt next = Shelf.next(shelves);
        for (int shown = 0; shown < query.limit() && next.isPresent(); shown++) {
            page.appendString(shown == 0 ? "" : ",").appendString(shelves.get(next.getAsInt()).take().json());
            next = Shelf.next(shelves);
        }
        boolean more = shelves.stream().anyMatch(shelf -> !shelf.isEmpty() || shelf.behind());
        JsonObject rest = new JsonObject()
                .put("next", new MergedCursor(shelves.stream().map(Shelf::place).toList()).text())
                .put("more", more);
        JsonObject unavailable = new JsonObject();
        for (int i = 0; i < latest.length; i++) {
            if (!latest[i].answered()) {
                unavailable.put(feeds.name(i), latest[i].reply().body().toJsonObject());
            }
        }
        rest.put("complete", unavailable.isEmpty());
        if (!unavailable.isEmpty()) {
            rest.put("unavailable", unavailable);
        }
        return page.appendString("],").appendString(rest.encode().substring(1));
    }
}
