package org.surety.kit.log;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.surety.contracts.Envelope;
import org.surety.kit.actor.Role;
import org.surety.kit.problem.InvalidRequest;
import org.surety.kit.problem.KitProblem;
import org.surety.kit.problem.NotPermitted;
import org.surety.kit.problem.Problem;

/**
 * The raw feed of the log, with its numbers, for services inside the suite's trust. It is the truth that the broker only hastens; the
 * gateway never routes it. Its path is its own, so that a role annotation alone decides who gets it and no partner can by accident.
 */
@Path("/api/v1/log")
@Produces(MediaType.APPLICATION_JSON)
class LogFeed {

    /** The audience of tokens that services get for one another. */
    static final String INTERNAL_AUDIENCE = "surety-internal";

    static final int MAX_LIMIT = 1000;

    /** The longest wait: below the 30 s after which proxies between services may give up. */
    static final int MAX_WAIT_SECONDS = 20;

    /** Another replica may number the log: then nothing in this process tells of it. */
    private static final Duration POLL = Duration.ofMillis(250);

    private final LogReader reader;
    private final LogSignal signal;
    private final JsonWebToken token;

    LogFeed(LogReader reader, LogSignal signal, JsonWebToken token) {
        this.reader = reader;
        this.signal = signal;
        this.token = token;
    }

    /**
     * One answer of the feed.
     *
     * @param lastSequence the head of the log when it was read
     * @param stamp the clock of the last sequencing step
     */
    record Changes(UUID logId, long lastSequence, Instant stamp, List<Envelope<LogReader.Raw>> changes) {
    }

    @GET
    @RolesAllowed(Role.SERVICE)
    @Operation(hidden = true)
    public Changes changes(@QueryParam("after") Long after, @QueryParam("limit") Integer limit, @QueryParam("wait") Integer wait,
            @QueryParam("logId") UUID logId, @QueryParam("changeId") UUID changeId) throws InterruptedException {
        if (!token.getAudience().contains(INTERNAL_AUDIENCE)) {
            throw new NotPermitted("The raw feed is for tokens of the audience " + INTERNAL_AUDIENCE + ".");
        }
        long from = InvalidRequest.between("after", after == null ? 0 : after, 0, Long.MAX_VALUE);
        int most = (int) InvalidRequest.between("limit", limit == null ? MAX_LIMIT : limit, 1, MAX_LIMIT);
        long waitSeconds = InvalidRequest.between("wait", wait == null ? 0 : wait, 0, MAX_WAIT_SECONDS);
        LogHead head = reader.head();
        requireSameLog(head, from, logId, changeId);
        long moves = signal.moves();
        List<Envelope<LogReader.Raw>> changes = reader.after(head.logId(), from, most);
        long deadline = System.nanoTime() + Duration.ofSeconds(waitSeconds).toNanos();
        while (changes.isEmpty() && System.nanoTime() < deadline) {
            signal.awaitMoved(moves, POLL);
            moves = signal.moves();
            changes = reader.after(head.logId(), from, most);
        }
        // The head is read again: a head older than the changes would make a caught-up consumer look ahead of the log.
        LogHead now = reader.head();
        return new Changes(now.logId(), now.lastSequence(), now.stamp(), changes);
    }

    private void requireSameLog(LogHead head, long after, UUID logId, UUID changeId) {
        boolean same = (logId == null || logId.equals(head.logId())) && after <= head.lastSequence()
                && (changeId == null || after == 0 || changeId.equals(reader.changeAt(after)));
        if (!same) {
            throw new Problem(KitProblem.LOG_DIVERGED,
                    "Log id, sequence and change id do not fit together in this log. Rebuild from 0.");
        }
    }
}
