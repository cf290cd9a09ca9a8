package org.surety.kit.problem;

import java.util.List;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;

/**
 * 401 with one body, whatever is wrong with the token. Stands before the mapper of the problem library, which reads a field that this
 * version of the framework no longer has and would make a 500 of it.
 */
class UnauthenticatedMapper {

    private static final int BEFORE_THE_LIBRARY = 1;

    private final ProblemCompleter completer;

    UnauthenticatedMapper(ProblemCompleter completer) {
        this.completer = completer;
    }

    @ServerExceptionMapper(value = { UnauthorizedException.class,
            AuthenticationFailedException.class}, priority = BEFORE_THE_LIBRARY)
    Response unauthenticated(Exception e, UriInfo uri) {
        HttpProblem problem = Problem.builder(KitProblem.UNAUTHENTICATED, "", List.of())
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
        return completer.apply(problem, ProblemContext.of(e, uri)).toResponse();
    }
}
