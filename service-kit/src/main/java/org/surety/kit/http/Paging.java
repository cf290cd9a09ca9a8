package org.surety.kit.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestResponse;
import org.surety.kit.actor.Actor;
import org.surety.kit.actor.CurrentActor;
import org.surety.kit.actor.Role;
import org.surety.kit.problem.InvalidRequest;

/**
 * Keyset paging. A cursor is the place after the last row of a page, sealed ({@link Seal}) and bound to who asked, what was asked and how it
 * was filtered: it cannot be read, forged, or used for another question. Its length tells of no number that is in it.
 */
@RequestScoped
public class Paging {

    /** The most rows of a page. */
    public static final int MAX_LIMIT = 500;

    /** The rows of a page when none is asked for. */
    public static final int DEFAULT_LIMIT = 50;

    /** Bytes of which the content of a cursor is a multiple; sort values that a viewer is not shown, such as numbers, fit into the first. */
    private static final int BLOCK = 64;

    private final CurrentActor actor;
    private final UriInfo uri;
    private final Seal seal;

    Paging(CurrentActor actor, UriInfo uri, Seal seal) {
        this.actor = actor;
        this.uri = uri;
        this.seal = seal;
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
        InvalidRequest.between("limit", rows, 1, MAX_LIMIT);
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
    public <T> RestResponse<Page<T>> answer(Page<T> page) {
        RestResponse.ResponseBuilder<Page<T>> answer = RestResponse.ResponseBuilder.ok(page);
        if (page.next() != null) {
            String next = uri.getRequestUriBuilder().replaceQueryParam("cursor", page.next()).build().getRawQuery();
            answer.header("Link", "</" + uri.getPath().replaceFirst("^/", "") + "?" + next + ">; rel=\"next\"");
        }
        return answer.build();
    }

    private String seal(List<String> values) {
        String content = String.join("\u0000", values) + "\u0000";
        int rest = BLOCK - content.getBytes(StandardCharsets.UTF_8).length % BLOCK;
        return seal.close((content + " ".repeat(rest)).getBytes(StandardCharsets.UTF_8), question());
    }

    private List<String> open(String cursor) {
        byte[] values = seal.open(cursor, question()).orElseThrow(
                () -> new InvalidRequest("cursor", "must be one that this list gave you for the same filter"));
        List<String> content = List.of(new String(values, StandardCharsets.UTF_8).split("\u0000", -1));
        return content.subList(0, content.size() - 1);
    }

    /**
     * Who asks what: the cursor and the size of the page may differ from call to call, nothing else. The first word is of the form of the
     * content: a cursor of an earlier form is refused, and not misread.
     */
    private String question() {
        Actor viewer = actor.require();
        Map<String, List<String>> filter = new TreeMap<>(uri.getQueryParameters());
        filter.keySet().removeAll(List.of("cursor", "limit"));
        return "page|" + viewer.subject() + "|" + viewer.party() + "|" + viewer.is(Role.COORDINATOR) + "|"
                + uri.getPath() + "?" + filter;
    }
}
