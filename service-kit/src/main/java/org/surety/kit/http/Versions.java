package org.surety.kit.http;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.surety.kit.problem.KitProblem;
import org.surety.kit.problem.Problem;

/**
 * The version of a record on the wire: a strong ETag going out, If-Match coming in. What an ETag has behind a point tells bytes of one
 * version apart: {@link RedactedAnswers}.
 */
public final class Versions {

    /** The record is another version than the one the caller wants to change. */
    public static class StaleVersion extends Problem {
        StaleVersion(long current) {
            super(KitProblem.STALE_VERSION, "The record is at version " + current + ". Read it again and decide anew.");
        }
    }

    private Versions() {
    }

    public static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }

    /**
     * The version named by If-Match.
     *
     * @throws Problem 428 without the header, 412 when it is no version of ours: such a one cannot be the current one
     */
    public static long named(String ifMatch) {
        if (ifMatch == null) {
            throw new Problem(KitProblem.VERSION_REQUIRED, "Send If-Match with the ETag of the version you want to change.");
        }
        String tag = ifMatch.strip();
        if (!tag.matches("\"[1-9][0-9]{0,17}(\\.[A-Za-z0-9_-]{1,64})?\"")) {
            // Also weak tags, lists and "*": a change must name exactly one version.
            throw new Problem(KitProblem.STALE_VERSION, "If-Match must be one strong ETag of this record.");
        }
        return Long.parseLong(tag.substring(1, tag.length() - 1).split("\\.")[0]);
    }

    /** Refuses a change of another version than the current one. */
    public static void require(long expected, long current) {
        if (expected != current) {
            throw new StaleVersion(current);
        }
    }

    /** The record with its ETag, or 304 when the caller has this version already. */
    public static Response answer(Request request, long version, Object record) {
        EntityTag tag = tag(version);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged != null ? unchanged : Response.ok(record)).tag(tag).build();
    }
}
