package org.surety.gateway.door;

import org.surety.gateway.exchange.Exchange;

/**
 * Something the gateway itself answers to whoever is identified, in place of a service. A request is for it only if its path is equal to
 * this one; no route may lead there.
 */
public interface OwnResource {

    /** The exact canonical path. */
    String path();

    /**
     * Answers the request, whatever its method.
     *
     * @throws org.surety.gateway.problem.Refusal naming the rule that is broken
     */
    void answer(Exchange exchange);
}
