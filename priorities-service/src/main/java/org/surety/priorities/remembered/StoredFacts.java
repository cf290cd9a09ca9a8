package org.surety.priorities.remembered;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.surety.kit.label.Label;
import org.surety.priorities.assessment.ApprovalDays;
import org.surety.priorities.assessment.Days;
import org.surety.priorities.assessment.Facts;
import org.surety.priorities.assessment.Promise;
import org.surety.priorities.assessment.RequirementRule;

/** Facts as they are remembered, for the promises that they were read for. */
public record StoredFacts(Map<UUID, RequirementRule> requirements, Map<UUID, ApprovalDays> approvals, Map<UUID, Days> instruments,
        Map<UUID, Promise> commitments, List<Promise> participants, Map<Integer, Label> labels) implements Facts {

    /** The same as if these promises were not there. */
    public StoredFacts without(Predicate<Promise> lost) {
        Map<UUID, Promise> left = commitments.values().stream().filter(lost.negate())
                .collect(Collectors.toMap(Promise::id, promise -> promise));
        return new StoredFacts(requirements, approvals, instruments, left, participants.stream().filter(lost.negate()).toList(),
                labels);
    }

    @Override
    public RequirementRule requirement(UUID id) {
        return requirements.get(id);
    }

    @Override
    public ApprovalDays approval(UUID id) {
        return approvals.get(id);
    }

    @Override
    public Days inForce(UUID instrument) {
        return instruments.getOrDefault(instrument, Days.NONE);
    }

    @Override
    public Promise commitment(UUID id) {
        return commitments.get(id);
    }

    @Override
    public Days participation(String party, Promise promise) {
        return meeting(party, promise).map(other -> other.counts(this)).reduce(Days.NONE, Days::or);
    }

    /**
     * By which of its commitments the party takes part, in the eyes of this promise. Only those count that everybody sees who sees the
     * promise: so it is worth the same to all of them.
     */
    public Stream<Promise> meeting(String party, Promise promise) {
        Label seen = labels.get(promise.audienceId());
        return participants.stream()
                .filter(other -> other.party().equals(party) && !other.id().equals(promise.id())
                        && labels.get(other.audienceId()).covers(seen));
    }
}
