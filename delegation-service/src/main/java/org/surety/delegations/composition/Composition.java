package org.surety.delegations.composition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.surety.contracts.DisclosedLevel;
import org.surety.contracts.Level;
import org.surety.contracts.Rank;
import org.surety.contracts.Undisclosed;

/**
 * Who a delegation consists of, and the level that follows.
 *
 * @param levelBasis whether a source states the level or it is derived from the head's rank
 * @param represents the principal for whom the head speaks, where it is another; may be null
 */
public record Composition(DisclosedLevel level, LevelBasis levelBasis, Head head, List<UUID> members, String represents) {

    /** Where the level comes from. */
    public enum LevelBasis {
        STATED, DERIVED
    }

    /**
     * The composition as somebody states it.
     *
     * @param stated the level a source states; null: it is derived from the highest rank among the heads
     */
    public static Composition of(DisclosedLevel stated, Head head, Collection<Rank> headRanks, List<UUID> members,
            String represents) {
        if (stated != null) {
            return new Composition(stated, LevelBasis.STATED, head, members, represents);
        }
        DisclosedLevel derived = headRanks.stream().map(Level::ofRank).filter(Objects::nonNull).min(Level::compareTo)
                .map(DisclosedLevel::of).orElse(DisclosedLevel.undisclosed(Undisclosed.UNKNOWN));
        return new Composition(derived, LevelBasis.DERIVED, head, members, represents);
    }

    /** Everybody in it, the heads first. */
    public List<UUID> persons() {
        return Stream.concat(head.persons().stream(), members.stream()).toList();
    }

    /** What is other in this composition than in the earlier one; nothing when they are the same. */
    public List<String> changedFrom(Composition earlier) {
        List<String> changed = new ArrayList<>();
        if (!earlier.head.equals(head)) {
            changed.add("head");
        }
        if (!earlier.members.equals(members)) {
            changed.add("members");
        }
        if (!earlier.level.equals(level) || earlier.levelBasis != levelBasis) {
            changed.add("level");
        }
        if (!Objects.equals(earlier.represents, represents)) {
            changed.add("represents");
        }
        return changed;
    }

    /** Whether the level rose, fell or stayed from the other composition to this one; undisclosed where either is. */
    public LevelChange levelChangeFrom(Composition earlier) {
        Level before = earlier.level().level();
        Level after = level.level();
        if (before == null || after == null) {
            return LevelChange.UNDISCLOSED;
        }
        int difference = after.compareTo(before);
        return difference < 0 ? LevelChange.ROSE : difference > 0 ? LevelChange.FELL : LevelChange.UNCHANGED;
    }

    /** How the level of a delegation moved. */
    public enum LevelChange {
        ROSE, FELL, UNCHANGED, UNDISCLOSED
    }
}
