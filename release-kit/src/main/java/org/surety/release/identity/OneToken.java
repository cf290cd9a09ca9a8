package org.surety.release.identity;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.quarkus.security.AuthenticationFailedException;

/** Refuses a request with more than one {@code Authorization} header: which one counts could be read differently by who stands before. */
class OneToken {

    @ServerRequestFilter(preMatching = true)
    void requireOne(ContainerRequestContext request) {
        var headers = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        if (headers != null && headers.size() > 1) {
            throw new AuthenticationFailedException();
        }
    }
}
