package org.surety.release.audit;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.surety.kit.actor.Actor;
import org.surety.kit.actor.CurrentActor;
import org.surety.kit.actor.Role;
import org.surety.release.audit.ReadEntry.Part;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.smallrye.mutiny.Uni;

/**
 * Records each answered read before the answer goes out: who asked what and was given which records. No thread waits for it. That nothing
 * has changed (304) is an answer without records. What was refused is not recorded, nor what services ask one another, nor that nothing has
 * happened since ({@link EmptyIsNoRead}).
 */
class ReadAudit {

    /** After all that may still change the answer. */
    private static final int LAST = 0;

    /** Who has the role service and none of these asks for the suite itself. */
    private static final Set<String> ROLES_OF_USERS = Set.of(Role.READER, Role.EDITOR, Role.COORDINATOR, Role.AUDITOR);

    /** The parameters that hold one: of lists, and of what is followed. */
    private static final Set<String> CURSORS = Set.of("cursor", "after");

    /** What a follower says who has no cursor yet. */
    private static final String NOW = "now";

    private static final String HIDDEN = "=*";

    private final ReadLog log;
    private final Reading reading;
    private final CurrentActor actor;
    private final RecordIds ids;

    ReadAudit(ReadLog log, Reading reading, CurrentActor actor, RecordIds ids) {
        this.log = log;
        this.reading = reading;
        this.actor = actor;
        this.ids = ids;
    }

    /** Null where nothing is to be recorded; else the answer goes out when it is. */
    @ServerResponseFilter(priority = LAST)
    Uni<Void> record(ContainerRequestContext request, ContainerResponseContext response, ResourceInfo resource) {
        if (!isAnswered(response) || !isRead(request, resource)) {
            return null;
        }
        Actor reader = actor.require();
        if (reader.is(Role.SERVICE) && ROLES_OF_USERS.stream().noneMatch(reader::is)) {
            return null;
        }
        ReadEntry begun = entry(reader, request, response, resource);
        if (response.getEntity() instanceof StreamingOutput stream) {
            response.setEntity(new RecordedStream(stream, begun, reading, log));
            return Uni.createFrom().completionStage(() -> log.append(begun));
        }
        Given given = given(response, resource);
        if (given.records() == 0 && resource.getResourceMethod().isAnnotationPresent(EmptyIsNoRead.class)
                && goesOn(begun.query())) {
            return null;
        }
        return Uni.createFrom().completionStage(() -> log.append(begun.as(Part.WHOLE, given)));
    }

    /** Whether the question goes on from a cursor. */
    private static boolean goesOn(String query) {
        return query != null && query.contains(HIDDEN);
    }

    private static boolean isAnswered(ContainerResponseContext response) {
        return response.getStatusInfo().getFamily() == Response.Status.Family.SUCCESSFUL || isUnchanged(response);
    }

    private static boolean isUnchanged(ContainerResponseContext response) {
        return response.getStatus() == Response.Status.NOT_MODIFIED.getStatusCode();
    }

    private static boolean isRead(ContainerRequestContext request, ResourceInfo resource) {
        return resource.getResourceMethod() != null && (request.getMethod().equals(HttpMethod.GET)
                || request.getMethod().equals(HttpMethod.HEAD)
                || resource.getResourceMethod().isAnnotationPresent(RecordedRead.class));
    }

    /** What the resource says it gives; else what the representation has. Text and bytes do not tell by themselves. */
    private Given given(ContainerResponseContext response, ResourceInfo resource) {
        if (isUnchanged(response)) {
            return new Given(ids);
        }
        Given given = reading.given();
        if (given == null) {
            Object answer = response.getEntity();
            if (answer != null && !RecordIds.canTell(answer)) {
                throw new IllegalStateException("it is not said what " + resource.getResourceMethod() + " gives");
            }
            given = new Given(ids);
            given.add(answer);
        }
        return given;
    }

    private static ReadEntry entry(Actor reader, ContainerRequestContext request, ContainerResponseContext response,
            ResourceInfo resource) {
        SpanContext span = Span.current().getSpanContext();
        URI asked = request.getUriInfo().getRequestUri();
        return new ReadEntry(UUID.randomUUID(), Part.BEGUN, reader, span.isValid() ? span.getTraceId() : null, request.getMethod(),
                asked.getRawPath(), withoutCursor(asked.getRawQuery()), response.getStatus(),
                isUnchanged(response) ? null : mediaType(response, resource), null, null);
    }

    /** Where the answer does not say, what the method says it makes: it is written as that afterwards. */
    private static String mediaType(ContainerResponseContext response, ResourceInfo resource) {
        MediaType type = response.getMediaType();
        if (type == null) {
            Produces made = Optional.ofNullable(resource.getResourceMethod().getAnnotation(Produces.class))
                    .orElseGet(() -> resource.getResourceClass().getAnnotation(Produces.class));
            type = made == null ? MediaType.APPLICATION_JSON_TYPE : MediaType.valueOf(made.value()[0]);
        }
        return type.getType() + "/" + type.getSubtype();
    }

    /** A cursor is a secret of who got it, and long. That there was one is said. */
    static String withoutCursor(String query) {
        return query == null
                ? null
                : Arrays.stream(query.split("&")).map(ReadAudit::withoutValueOfCursor).collect(Collectors.joining("&"));
    }

    private static String withoutValueOfCursor(String parameter) {
        String[] parts = parameter.split("=", 2);
        String name = decoded(parts[0]);
        boolean hidden = CURSORS.contains(name) && parts.length == 2 && !parts[1].isEmpty() && !parts[1].equals(NOW);
        return hidden ? name + HIDDEN : parameter;
    }

    /** As the framework reads it; what cannot be decoded is the name of nothing. */
    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return name;
        }
    }
}
