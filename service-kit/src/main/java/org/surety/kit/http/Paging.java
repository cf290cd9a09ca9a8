package org.surety.kit.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.surety.kit.actor.Actor;
import org.surety.kit.actor.CurrentActor;
import org.surety.kit.problem.InvalidRequest;

/**
 * Keyset paging. A cursor is the place after the last row of a page, sealed (AES-GCM) and bound to who asked, what was asked and how it
 * was filtered: it cannot be read, forged, or used for another question.
 */
@RequestScoped
public class Paging {

    /** The most rows of a page. */
    public static final int MAX_LIMIT = 500;

    /** The rows of a page when none is asked for. */
    public static final int DEFAULT_LIMIT = 50;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final CurrentActor actor;
    private final UriInfo uri;
    private final SecretKeySpec key;

    Paging(CurrentActor actor, UriInfo uri, @ConfigProperty(name = "surety.cursor-key") String key) {
        this.actor = actor;
        this.uri = uri;
        this.key = new SecretKeySpec(Base64.getDecoder().decode(key), "AES");
    }

    /**
     * What the caller asks for.
     *
     * @param after the sort values of the last row seen; empty for the first page
     * @param fetch the rows to read: one more than the page, to know whether there is a next one
     */
    public record Request(List<String> after, int fetch) {

        public int limit() {
            return fetch - 1;
        }
    }

    /** The request of these two query parameters; either may be null. */
    public Request request(Integer limit, String cursor) {
        int rows = limit == null ? DEFAULT_LIMIT : limit;
        if (rows < 1 || rows > MAX_LIMIT) {
            throw new InvalidRequest("limit", "must be from 1 to " + MAX_LIMIT);
        }
        return new Request(cursor == null ? List.of() : open(cursor), rows + 1);
    }

    /** The page of these rows, of which there may be one too many. */
    public <T> Page<T> page(Request request, List<T> rows, Function<T, List<String>> sortValues) {
        if (rows.size() <= request.limit()) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, request.limit());
        return new Page<>(items, seal(sortValues.apply(items.get(items.size() - 1))));
    }

    /** The page as an answer, with the link to the next one. */
    public Response answer(Page<?> page) {
        Response.ResponseBuilder answer = Response.ok(page);
        if (page.next() != null) {
            String next = uri.getRequestUriBuilder().replaceQueryParam("cursor", page.next()).build().getRawQuery();
            answer.header("Link", "</" + uri.getPath().replaceFirst("^/", "") + "?" + next + ">; rel=\"next\"");
        }
        return answer.build();
    }

    private String seal(List<String> values) {
        try {
            byte[] nonce = new byte[NONCE_BYTES];
            RANDOM.nextBytes(nonce);
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce)
                    .doFinal(String.join("\u0000", values).getBytes(StandardCharsets.UTF_8));
            byte[] cursor = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the cursor key does not work", e);
        }
    }

    private List<String> open(String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
            byte[] plain = cipher(Cipher.DECRYPT_MODE, nonce).doFinal(bytes, NONCE_BYTES, Math.max(0, bytes.length - NONCE_BYTES));
            return List.of(new String(plain, StandardCharsets.UTF_8).split("\u0000", -1));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new InvalidRequest("cursor", "must be one that this list gave you for the same filter");
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(question().getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** Who asks what: the cursor and the size of the page may differ from call to call, nothing else. */
    private String question() {
        Actor viewer = actor.require();
        String filter = uri.getQueryParameters().entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals("cursor") && !parameter.getKey().equals("limit"))
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining("&"));
        return viewer.subject() + "|" + viewer.party() + "|" + viewer.is(org.surety.kit.actor.Role.COORDINATOR) + "|"
                + uri.getPath() + "?" + filter;
    }
}
