package org.surety.gateway.changes;

import java.util.HashMap;
import java.util.Map;

import jakarta.inject.Singleton;

import org.surety.gateway.GatewayConfiguration;
import org.surety.gateway.GatewayConfiguration.ChangesConfiguration;
import org.surety.gateway.exchange.Caller;
import org.surety.gateway.exchange.Exchange;
import org.surety.gateway.problem.Problem;
import org.surety.gateway.problem.ProblemType;
import org.surety.gateway.problem.Refusal;

/**
 * How many requests may wait for changes at a time, in this process: of one client, and in all. A waiting page keeps a connection to each
 * service, so pages have half of those and leave the others to streams.
 */
@Singleton
public class Room {

    private static final long RETRY_AFTER_SECONDS = 5;

    private final int most;
    private final int mostPages;
    private final int mostPerClient;
    private final Map<String, Integer> waiting = new HashMap<>();
    private int all;
    private int pages;

    Room(GatewayConfiguration configuration) {
        ChangesConfiguration settings = configuration.changes();
        this.most = settings.most();
        this.mostPages = settings.connections() / 2;
        this.mostPerClient = settings.mostPerClient();
    }

    /**
     * Takes a place for a stream until the exchange is over.
     *
     * @throws Refusal {@code rate-limited} if the client has too many, {@code upstream-busy} if there is none left
     */
    public void enter(Exchange exchange) {
        enter(exchange, 0);
    }

    /** The same for a page that waits. */
    void enterWithPage(Exchange exchange) {
        enter(exchange, 1);
    }

    private void enter(Exchange exchange, int page) {
        String client = exchange.caller().map(Caller::counted).orElseThrow();
        take(client, page);
        exchange.whenOver(() -> leave(client, page));
    }

    private synchronized void take(String client, int page) {
        if (waiting.getOrDefault(client, 0) >= mostPerClient) {
            throw new Refusal(Problem.after(RETRY_AFTER_SECONDS, ProblemType.RATE_LIMITED,
                    "One client may wait for changes " + mostPerClient + " times at once.", null));
        }
        if (all >= most || pages + page > mostPages) {
            throw new Refusal(Problem.after(RETRY_AFTER_SECONDS, ProblemType.UPSTREAM_BUSY,
                    "All places for waiting for changes are taken. Try again.", null));
        }
        waiting.merge(client, 1, Integer::sum);
        all++;
        pages += page;
    }

    private synchronized void leave(String client, int page) {
        waiting.computeIfPresent(client, (key, count) -> count == 1 ? null : count - 1);
        all--;
        pages -= page;
    }
}
