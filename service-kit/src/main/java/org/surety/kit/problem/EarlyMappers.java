package org.surety.kit.problem;

import java.util.List;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;

/** What has to be told before the problem library or the framework makes something else of it. */
class EarlyMappers {

    private static final int BEFORE_THE_LIBRARY = 1;

    private final ProblemCompleter completer;

    EarlyMappers(ProblemCompleter completer) {
        this.completer = completer;
    }

    /**
     * 401 with one body, whatever is wrong with the token: the library reads a field that this version of the framework no longer has, and
     * would make a 500 of it.
     */
    @ServerExceptionMapper(value = { UnauthorizedException.class,
            AuthenticationFailedException.class}, priority = BEFORE_THE_LIBRARY)
    Response unauthenticated(Exception e, UriInfo uri) {
        HttpProblem problem = Problem.builder(KitProblem.UNAUTHENTICATED, "", List.of())
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
        return completer.apply(problem, ProblemContext.of(e, uri)).toResponse();
    }

    /** A body of another shape than its record: the framework answers 400 and says nothing. */
    @ServerExceptionMapper(priority = BEFORE_THE_LIBRARY)
    Response misshapen(MismatchedInputException e, UriInfo uri) {
        return completer.apply(HttpProblem.valueOf(Response.Status.BAD_REQUEST), ProblemContext.of(e, uri)).toResponse();
    }
}
