package org.surety.gateway.exchange;

import java.time.Instant;

/**
 * What a browser's session brings. Its tokens stay here: they go to the services and to the identity provider, never to the browser.
 *
 * @param id the identity provider's id of the session
 * @param refreshToken or null
 * @param until when it ends unless the browser asks for something before
 */
public record Session(String id, String accessToken, String refreshToken, Instant until) {

    /** Without the tokens: somebody will log it some day. */
    @Override
    public String toString() {
        return "Session[until=" + until + "]";
    }
}
