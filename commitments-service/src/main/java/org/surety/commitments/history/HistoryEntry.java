package org.surety.commitments.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.surety.kit.log.Reason;

/**
 * One version of a record, and what made it.
 *
 * @param version to be read with {@code knownAt} as it is given in recordedAt
 * @param type what happened: the short type of the event, and the same for drafts of commitments, of which there are no events
 * @param changed the fields in which it differs from the version before; empty where it is the first
 * @param effectiveOn the day from which it is so in the world
 */
record HistoryEntry(long version, Instant recordedAt, String type, List<String> changed, Reason reason, LocalDate effectiveOn) {
}
