package org.surety.drills.check;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.surety.drills.load.LogLine;

/**
 * All that the checker judges by: what the clients wrote down, the three logs, and what the consumers made of them.
 *
 * @param commands of the clients, by key
 * @param logs by owner
 */
public record Evidence(Map<String, Command> commands, Map<String, OwnerLog> logs, List<Follower> followers,
        List<Projection> projections, List<Sums> sums) {

    /**
     * What the clients know of one command.
     *
     * @param last the line with which it ended
     * @param unsure whether an attempt before that had no clear answer
     */
    public record Command(LogLine last, boolean unsure) {
    }

    /**
     * A row of a table of changes.
     *
     * @param sequence null while it has none
     */
    public record Change(Long sequence, UUID id, Instant recordedAt, String type, String subject, long version, boolean withheld) {
    }

    /**
     * An owner's log and the records it is about.
     *
     * @param changes in the order of their numbers, those without at the end
     * @param records the version of each record that there is now
     * @param created by the key of the command that made it, the records
     */
    public record OwnerLog(String owner, UUID logId, long lastSequence, List<Change> changes, Map<String, Long> records,
            Map<String, List<String>> created) {
    }

    /**
     * How far a consumer says it has come with an owner.
     *
     * @param parked changes it has set aside
     */
    public record Follower(String consumer, String owner, UUID logId, long sequence, UUID changeId, Set<UUID> parked) {
    }

    /**
     * What one table of a consumer holds, beside what the owner's records say it should hold.
     *
     * @param types whose changes it is made of
     */
    public record Projection(String consumer, String owner, String table, Set<String> types, Map<String, Row> expected,
            Map<String, Row> found) {
    }

    /** A record as a consumer needs it: its version and the rest of it as text. */
    public record Row(long version, String content) {
    }

    /** Sums by their key, as recomputed from the owner's records and as the consumer keeps them. */
    public record Sums(String table, Map<String, String> expected, Map<String, String> found) {
    }
}
