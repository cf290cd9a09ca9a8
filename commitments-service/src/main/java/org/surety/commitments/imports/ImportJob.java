package org.surety.commitments.imports;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.surety.commitments.file.Dialect;
import org.surety.kit.actor.Actor;
import org.surety.kit.log.Reason;

/**
 * A file that was handed in and what has become of it.
 *
 * @param dialect how what is kept of the file is written
 * @param actor who handed it in: the subject of the token
 * @param actorParty the party of that one; null for a coordinator without party
 * @param roles those that the token had
 * @param onlyParty the one party whose rows it may bring; null: any
 * @param rows how many the file has
 * @param reason why what is there already is said anew
 * @param failure why it failed; null unless it did
 */
record ImportJob(UUID id, long number, String mapping, Dialect dialect, Mode mode, boolean dryRun, Reason reason, JobState state,
        String actor,
        String actorParty, Set<String> roles, String onlyParty, int rows, Counts counts, String failure, Instant createdAt,
        Instant startedAt, Instant finishedAt,
        int audience) {

    /** Who handed it in, as far as it matters for what that one may see and do. */
    Actor by() {
        return new Actor(actor, null, actorParty, roles);
    }

    /**
     * How many rows have been read, and what became of how many. When it is done, the rows read are those imported, amended, unchanged,
     * rejected and not stored.
     *
     * @param warnings rows that are stored although something in them could not be read
     */
    record Counts(int read, int imported, int amended, int unchanged, int rejected, int notStored, int warnings) {
    }
}
