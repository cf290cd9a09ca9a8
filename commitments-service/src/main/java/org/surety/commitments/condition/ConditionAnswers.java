package org.surety.commitments.condition;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.surety.contracts.ConditionKind;
import org.surety.contracts.Undisclosed;
import org.surety.kit.label.Reference;

/** Says of each condition of a commitment whether it is met, and why. */
final class ConditionAnswers {

    private static final String IN_FORCE = "IN_FORCE";

    private final Asked asked;
    private final Graph graph;
    private final Map<UUID, String> instruments;

    /** @param instruments the states of those that are released to the viewer, by id */
    ConditionAnswers(Asked asked, Graph graph, Map<UUID, String> instruments) {
        this.asked = asked;
        this.graph = graph;
        this.instruments = instruments;
    }

    Standing.Stated of(Condition condition) {
        return switch (condition.kind()) {
            case COMMITMENT -> commitment(condition);
            case PARTICIPATION -> participation(condition);
            case INSTRUMENT_IN_FORCE -> instrument(condition);
            case HOST_CONSENT -> consent(condition, false);
        };
    }

    Standing.Stated impliedConsent(String host) {
        return consent(new Condition(ConditionKind.HOST_CONSENT, null, host, null, null), true);
    }

    private Standing.Stated commitment(Condition condition) {
        Candidate other = graph.get(condition.commitment());
        if (other == null) {
            return undisclosed(condition, "What it waits for is withdrawn, or not released to you.");
        }
        return stated(condition, false, other.counts(),
                other.counts() ? "The decision on it counts." : "No decision on it counts on this day.");
    }

    private Standing.Stated participation(Condition condition) {
        List<Candidate> others = graph.meeting(asked.candidate(), condition);
        boolean met = others.stream().anyMatch(Candidate::counts);
        return stated(condition, false, met,
                met ? condition.party() + " takes part." : "No commitment of " + condition.party() + " counts on this day.");
    }

    private Standing.Stated instrument(Condition condition) {
        String state = instruments.get(condition.instrument());
        if (state == null) {
            return undisclosed(condition, "The instrument is not released to you.");
        }
        boolean met = state.equals(IN_FORCE);
        return stated(condition, false, met, met ? "It is in force." : "It is not in force: " + state + ".");
    }

    private Standing.Stated consent(Condition condition, boolean implied) {
        boolean met = asked.consents().contains(condition.party());
        return stated(condition, implied, met, met
                ? condition.party() + " has given its consent."
                : "No consent of the host " + condition.party() + " is among the approvals that it needs and granted.");
    }

    private static Standing.Stated stated(Condition condition, boolean implied, boolean met, String why) {
        return new Standing.Stated(condition.kind(), reference(condition.commitment()), condition.party(),
                reference(condition.instrument()), condition.text(), implied, met, null, why);
    }

    private static Standing.Stated undisclosed(Condition condition, String why) {
        return new Standing.Stated(condition.kind(), condition.commitment() == null ? null : Reference.NOT_RELEASED, null,
                condition.instrument() == null ? null : Reference.NOT_RELEASED, condition.text(), false, null,
                Undisclosed.NOT_RELEASED, why);
    }

    private static Reference reference(UUID id) {
        return id == null ? null : new Reference(id);
    }
}
