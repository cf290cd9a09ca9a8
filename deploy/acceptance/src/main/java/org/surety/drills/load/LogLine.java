package org.surety.drills.load;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The beginning or the end of an attempt in the client's log.
 *
 * @param at milliseconds of the clock
 * @param fault during which it was made
 * @param key of the operation: the Idempotency-Key of a POST, and what the record made carries as its name
 * @param act such as {@code person.record}
 * @param owner the database that owns the record
 * @param attempt from 1
 * @param last whether the client gave up or was done with it
 * @param subject the record; null when a creation was never answered
 * @param version acknowledged, or the one that an unanswered change would have made
 * @param replayed the answer was the kept one of an earlier attempt, or was found by reading again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LogLine(long at, String fault, String key, String act, String owner, int attempt, Outcome outcome, boolean last,
        int status, String subject, Long version, boolean replayed, String detail) {
    /** The act of a line that is no command: what was acknowledged from {@code version} to {@code at} may be lost by the fault itself. */
    public static final String LOST_BY_FAULT = "lost-by-fault";

    /** Such a line. */
    public static LogLine lostByFault(String fault, String owner, long fromMillis, long untilMillis) {
        return new LogLine(untilMillis, fault, LOST_BY_FAULT + "-" + owner + "-" + untilMillis, LOST_BY_FAULT, owner, 1,
                Outcome.REFUSED, true,
                0, null, fromMillis, false, null);
    }

    /** The same command when nobody can know any more whether it was carried out. */
    public LogLine inDoubt() {
        return new LogLine(at, fault, key, act, owner, attempt, Outcome.UNKNOWN, last, status, subject, version, replayed, detail);
    }
}
