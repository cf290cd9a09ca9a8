package org.surety.commitments.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.surety.kit.log.Reason;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One version of a record, and what made it.
 *
 * @param version absent where amounts of the record are not released to the viewer; to be read with {@code knownAt} as it is given in
 *        recordedAt
 * @param type what happened: the short type of the event, and the same for drafts of commitments, of which there are no events
 * @param changed the fields in which it differs from the version before, as far as that is released; empty where it is the first
 * @param effectiveOn the day from which it is so in the world
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HistoryEntry(Long version, Instant recordedAt, String type, List<String> changed, Reason reason, LocalDate effectiveOn) {
}
