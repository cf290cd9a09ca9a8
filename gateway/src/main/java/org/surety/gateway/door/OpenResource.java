package org.surety.gateway.door;

import java.util.Set;

import org.surety.gateway.exchange.Exchange;

/**
 * Something the gateway itself answers to anybody, without a token. This and {@link Entrance}, with the classes that implement them, are
 * the whole list of exceptions; a path is one of them only if it is equal to it.
 */
public interface OpenResource {

    /** The exact canonical paths. */
    Set<String> paths();

    /** Answers a GET or HEAD. */
    void answer(Exchange exchange);
}
