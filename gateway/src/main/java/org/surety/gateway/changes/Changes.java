package org.surety.gateway.changes;

import jakarta.inject.Singleton;

import org.surety.gateway.door.OwnResource;
import org.surety.gateway.exchange.Answers;
import org.surety.gateway.exchange.Exchange;
import org.surety.gateway.problem.Problem;
import org.surety.gateway.problem.Refusal;

/**
 * {@code GET /api/v1/changes}: what was released to the caller of the logs of all services, page by page. Each service decides what that is;
 * here their pages are put into one order, and nothing is left out, added or looked into but the time at which a change was recorded.
 */
@Singleton
class Changes implements OwnResource {

    private final Feeds feeds;
    private final Room room;
    private final Answers answers;

    Changes(Feeds feeds, Room room, Answers answers) {
        this.feeds = feeds;
        this.room = room;
        this.answers = answers;
    }

    @Override
    public String path() {
        return Feeds.PATH;
    }

    @Override
    public void answer(Exchange exchange) {
        if (!exchange.request().method().name().equals("GET")) {
            throw new Refusal(Problem.methodNotAllowed("GET"));
        }
        ChangesQuery query = ChangesQuery.ofPage(exchange.request(), feeds.count());
        if (!query.patience().isZero()) {
            room.enterWithPage(exchange);
        }
        new PageOfChanges(exchange, feeds, answers, query).begin();
    }
}
