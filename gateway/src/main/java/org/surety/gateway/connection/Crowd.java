package org.surety.gateway.connection;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The open connections of one listening port: how many there are, and how many from each network. Holds no more than these. */
final class Crowd {

    /** What becomes of a connection that wants in. */
    enum Entry {
        ADMITTED, TOO_MANY, TOO_MANY_OF_ONE
    }

    private final int most;
    private final int mostOfOne;
    private final AtomicInteger all = new AtomicInteger();
    private final ConcurrentMap<Network, Integer> ofOne = new ConcurrentHashMap<>();

    /** @param mostOfOne 0 for as many as there may be in all */
    Crowd(int most, int mostOfOne) {
        if (most < 1 || mostOfOne < 0) {
            throw new IllegalArgumentException(
                    "surety.gateway.connections: at least one connection, and no less than 0 of an address");
        }
        this.most = most;
        this.mostOfOne = mostOfOne == 0 ? most : mostOfOne;
    }

    /** Counts a connection if there is room; then {@link #leave} has to be called when it ends. */
    Entry enter(Network network) {
        if (all.incrementAndGet() > most) {
            all.decrementAndGet();
            return Entry.TOO_MANY;
        }
        if (ofOne.merge(network, 1, Integer::sum) > mostOfOne) {
            leave(network);
            return Entry.TOO_MANY_OF_ONE;
        }
        return Entry.ADMITTED;
    }

    void leave(Network network) {
        ofOne.computeIfPresent(network, (key, count) -> count == 1 ? null : count - 1);
        all.decrementAndGet();
    }

    int size() {
        return all.get();
    }

    int networks() {
        return ofOne.size();
    }
}
