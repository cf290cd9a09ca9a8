package org.surety.gateway;

import java.util.Set;

import jakarta.inject.Singleton;

import org.surety.gateway.door.OpenResource;
import org.surety.gateway.exchange.Exchange;

/** Something in the gateway that nobody expected. */
@Singleton
class FailingResource implements OpenResource {

    static final String PATH = "/test/failure";

    @Override
    public Set<String> paths() {
        return Set.of(PATH);
    }

    @Override
    public void answer(Exchange exchange) {
        throw new IllegalStateException("secret detail of org.surety.gateway.FailingResource");
    }
}
