package org.surety.kit.problem;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.RollbackException;

import org.surety.kit.problem.Problem.Violation;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;

/**
 * Gives every problem, also those the framework makes, a type of the catalogue and the trace id, and takes from them whatever speaks of
 * classes or SQL.
 */
@ApplicationScoped
class ProblemCompleter implements ProblemPostProcessor {

    private static final String RETRY_AFTER_SECONDS = "2";

    /** Classes of SQLSTATE: no connection, too few resources, ended by an operator or a time limit. A transaction over its limit has none. */
    private static final List<String> DATABASE_AWAY = List.of("08", "53", "57");

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        HttpProblem.Builder builder = context.cause instanceof Problem ? HttpProblem.builder(problem) : classify(problem, context);
        SpanContext span = Span.current().getSpanContext();
        return (span.isValid() ? builder.with("traceId", span.getTraceId()) : builder).build();
    }

    private HttpProblem.Builder classify(HttpProblem problem, ProblemContext context) {
        if (causes(context.cause).anyMatch(OptimisticLockException.class::isInstance)) {
            return of(KitProblem.STALE_VERSION, "The record was changed at the same moment. Read it again.");
        }
        if (problem.getStatusCode() == 500 && lostDatabase(context.cause)) {
            return of(KitProblem.TEMPORARILY_UNAVAILABLE,
                    "The database does not answer in time. Repeat the request with the same Idempotency-Key, or read before you repeat a change.")
                    .withHeader("Retry-After", RETRY_AFTER_SECONDS);
        }
        if (context.cause instanceof JsonMappingException json) {
            return invalidJson(json);
        }
        if (context.cause.getCause() instanceof JsonMappingException json) {
            return invalidJson(json);
        }
        KitProblem type = KitProblem.ofStatus(problem.getStatusCode());
        if (type == null) {
            return HttpProblem.builder(problem);
        }
        HttpProblem.Builder builder = of(type, detail(type, problem));
        for (Map.Entry<String, Object> parameter : problem.getParameters().entrySet()) {
            builder.with(parameter.getKey(), parameter.getValue());
        }
        problem.getHeaders().forEach(builder::withHeader);
        return builder;
    }

    private static HttpProblem.Builder of(KitProblem type, String detail) {
        return Problem.builder(type, detail, List.of());
    }

    private static String detail(KitProblem type, HttpProblem problem) {
        return switch (type) {
            case NOT_FOUND -> "There is no such record, or it is not released to you.";
            case NOT_PERMITTED -> "Your roles do not permit this.";
            case UNAUTHENTICATED -> "Send a valid access token of the register's issuer.";
            case INTERNAL_ERROR -> "The request failed and nothing of it was kept. Quote the trace id.";
            case INVALID_REQUEST -> problem.getParameters().containsKey("violations")
                    ? "See the violations."
                    : "The request could not be read.";
            default -> null;
        };
    }

    /** Names the field by its path and the rule by what was expected, never by a class. */
    private static HttpProblem.Builder invalidJson(JsonMappingException json) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : json.getPath()) {
            if (step.getFieldName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            } else if (step.getIndex() >= 0) {
                path.append('[').append(step.getIndex()).append(']');
            }
        }
        String message = "cannot be read as what belongs here";
        if (json instanceof UnrecognizedPropertyException) {
            message = "is not a field of this record";
        } else if (json instanceof MismatchedInputException wrong && wrong.getTargetType() != null
                && wrong.getTargetType().isEnum()) {
            message = "must be one of " + List.of(wrong.getTargetType().getEnumConstants());
        }
        String field = path.isEmpty() ? "body" : path.toString();
        return Problem.builder(KitProblem.INVALID_REQUEST, field + " " + message, List.of(new Violation(field, message)));
    }

    private static boolean lostDatabase(Throwable cause) {
        // What breaks at a commit is the cause of its rollback; the clock is none.
        return causes(cause).anyMatch(t -> t instanceof RollbackException && t.getCause() == null || t instanceof SQLException sql
                && (sql.getSQLState() == null || DATABASE_AWAY.stream().anyMatch(sql.getSQLState()::startsWith)));
    }

    private static Stream<Throwable> causes(Throwable cause) {
        return Stream.iterate(cause, Objects::nonNull, Throwable::getCause);
    }
}
