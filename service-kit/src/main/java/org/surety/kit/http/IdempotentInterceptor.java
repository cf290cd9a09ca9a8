package org.surety.kit.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.surety.kit.actor.Actor;
import org.surety.kit.actor.CurrentActor;
import org.surety.kit.http.KeptAnswers.KeptAnswer;
import org.surety.kit.problem.InvalidRequest;
import org.surety.kit.problem.KitProblem;
import org.surety.kit.problem.Problem;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Carries {@link Idempotent} out. The key belongs to the caller - subject, party and client - so nobody learns of another's requests; the
 * roles are checked before this interceptor, on a repetition as on the first time.
 */
@Interceptor
@Idempotent
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 190)
class IdempotentInterceptor {

    private static final String HEADER = "Idempotency-Key";
    private static final int MAX_KEY_LENGTH = 200;

    private final KeptAnswers kept;
    private final CurrentActor actor;
    private final HttpHeaders headers;
    private final UriInfo uri;
    private final ObjectMapper json;

    IdempotentInterceptor(KeptAnswers kept, CurrentActor actor, HttpHeaders headers, UriInfo uri, ObjectMapper json) {
        this.kept = kept;
        this.actor = actor;
        this.headers = headers;
        this.uri = uri;
        this.json = json;
    }

    @AroundInvoke
    Object once(InvocationContext call) throws Exception {
        String key = headers.getHeaderString(HEADER);
        if (key == null) {
            if (call.getMethod().getAnnotation(Idempotent.class).required()) {
                throw new InvalidRequest(HEADER, "is needed here: a key of your own, the same on every repetition");
            }
            return call.proceed();
        }
        if (key.isBlank() || key.length() > MAX_KEY_LENGTH) {
            throw new InvalidRequest(HEADER, "must be 1 to " + MAX_KEY_LENGTH + " characters");
        }
        Actor by = actor.require();
        String caller = by.subject() + "|" + by.party() + "|" + by.client();
        String request = digest(call.getParameters());
        try {
            return QuarkusTransaction.requiringNew().call(() -> onceInTransaction(call, caller, key, request));
        } catch (io.quarkus.narayana.jta.QuarkusTransactionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private Response onceInTransaction(InvocationContext call, String caller, String key, String request) throws Exception {
        if (!kept.lock(caller, key)) {
            throw new Problem(KitProblem.REQUEST_IN_PROGRESS, "A request with this key is being worked on. Ask again in a moment.");
        }
        KeptAnswer before = kept.find(caller, key);
        if (before != null) {
            if (!before.request().equals(request)) {
                throw new Problem(KitProblem.KEY_REUSED, "This key was used for another request. Take a new one.");
            }
            return replay(before);
        }
        Response answer = (Response) call.proceed();
        if (answer.getStatusInfo().getFamily() == Response.Status.Family.SUCCESSFUL) {
            String body = answer.getEntity() == null ? null : json.writeValueAsString(answer.getEntity());
            EntityTag tag = answer.getEntityTag();
            kept.keep(caller, key, new KeptAnswer(request, answer.getStatus(), answer.getHeaderString(HttpHeaders.LOCATION),
                    tag == null ? null : tag.getValue(), body));
        }
        return answer;
    }

    private static Response replay(KeptAnswer kept) {
        Response.ResponseBuilder answer = Response.status(kept.status()).header("Idempotency-Replayed", "true");
        if (kept.location() != null) {
            answer.header(HttpHeaders.LOCATION, kept.location());
        }
        if (kept.etag() != null) {
            answer.tag(new EntityTag(kept.etag()));
        }
        if (kept.body() != null) {
            answer.type("application/json").entity(kept.body());
        }
        return answer.build();
    }

    /** What the request asks: path, query, version and body. */
    private String digest(Object[] arguments) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        add(digest, uri.getRequestUri().getRawPath() + "?" + uri.getRequestUri().getRawQuery());
        add(digest, String.valueOf(headers.getHeaderString(HttpHeaders.IF_MATCH)));
        for (Object argument : arguments) {
            if (argument instanceof Path file) {
                addFile(digest, file);
            } else if (argument != null && (argument instanceof Record || argument instanceof CharSequence)) {
                add(digest, json.writeValueAsString(argument));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static void addFile(MessageDigest digest, Path file) throws IOException {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }
}
