package org.surety.priorities.coverage;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.surety.contracts.AuthorityAnswer;
import org.surety.contracts.Basis;
import org.surety.contracts.BindingForm;
import org.surety.contracts.CaveatKind;
import org.surety.contracts.CommitmentState;
import org.surety.contracts.CommitmentState.Condition;
import org.surety.contracts.CommitmentState.Readiness;
import org.surety.contracts.CommitmentState.Share;
import org.surety.contracts.Kind;
import org.surety.contracts.ReadinessLevel;
import org.surety.contracts.ShareState;
import org.surety.contracts.TriggerKind;
import org.surety.priorities.commitment.SampleApproval;
import org.surety.priorities.commitment.SampleCommitment;
import org.surety.priorities.commitment.SampleInstrument;

/**
 * What counts on one day, told day by day and without any set of days: against it the kept sums are held. The one requirement that is known
 * is on the land of a host, for forces alone, and to be promised by law.
 */
record PlainRules(Map<UUID, SampleCommitment> world, Map<UUID, SampleApproval> approvals, Map<UUID, SampleInstrument> instruments,
        UUID demanding, String host, LocalDate day) {

    /** How a share of a commitment counts for a requirement; null: as nothing. */
    record Counts(String what, String wakes) {
    }

    List<Counts> of(CommitmentState state, UUID requirement, Share share) {
        boolean demands = Objects.equals(requirement, demanding);
        if (state.basis() != Basis.GUARANTEE || !state.state().equals("FILED") || day.isBefore(state.announcedOn().day())) {
            return List.of();
        }
        if (share.state() == ShareState.WITHDRAWN) {
            return List.of();
        }
        if (state.until() != null && day.isAfter(state.until())) {
            return List.of(new Counts("EXPIRED", null));
        }
        if (state.from() != null && day.isBefore(state.from())) {
            return List.of();
        }
        if (demands && state.kind() != Kind.FORCE_CONTRIBUTION) {
            return List.of(new Counts("KIND_NOT_ELIGIBLE", null));
        }
        if (demands && state.caveats() != null && state.caveats().stream().anyMatch(caveat -> caveat.kind() != CaveatKind.OTHER)) {
            return List.of(new Counts("CAVEAT", null));
        }
        return Stream.concat(Stream.of(new Counts("PLEDGED", null)), beyond(state, demands, share)).toList();
    }

    private Stream<Counts> beyond(CommitmentState state, boolean demands, Share share) {
        boolean acted = hasAuthority(state) && share.state() == ShareState.CONFIRMED
                && (share.since() == null || !day.isBefore(share.since()));
        boolean refused = needed(state).anyMatch(approval -> approval != null && approval.refuses(day));
        Stream.Builder<Counts> counts = Stream.builder();
        put(counts, !isDecided(state), "NOT_DECIDED");
        put(counts, !acted, "UNCONFIRMED_ACT");
        put(counts, refused, "APPROVAL_REFUSED");
        if (isDecided(state) && acted && !refused) {
            counts.add(new Counts("COMMITTED", null));
            boolean form = !demands || state.binding() == BindingForm.LEGAL;
            boolean blocked = needed(state).anyMatch(approval -> approval == null || approval.blocks(day));
            boolean met = (state.conditions() == null || state.conditions().stream().allMatch(one -> isMet(state, one)))
                    && (!demands || host.equals(state.party()) || consents(state, host));
            String unready = unready(state);
            put(counts, !form, "BINDING_FORM");
            put(counts, blocked, "APPROVAL_OUTSTANDING");
            put(counts, !met, "CONDITION");
            put(counts, unready != null, unready);
            if (form && !blocked && met && unready == null) {
                counts.add(new Counts("ASSURED", wakes(state)));
            }
        }
        return counts.build();
    }

    private static void put(Stream.Builder<Counts> counts, boolean so, String what) {
        if (so) {
            counts.add(new Counts(what, null));
        }
    }

    private static boolean hasAuthority(CommitmentState state) {
        return state.authority() == null || state.authority() == AuthorityAnswer.YES;
    }

    private boolean isDecided(CommitmentState state) {
        return state.decision() != null && !day
                .isBefore(Objects.requireNonNullElse(state.decision().effectiveOn(), state.decision().decidedOn()));
    }

    /** A null is one that nothing is known of. */
    private Stream<SampleApproval> needed(CommitmentState state) {
        return state.approvals() == null ? Stream.empty() : state.approvals().stream().map(approvals::get);
    }

    private boolean consents(CommitmentState state, String of) {
        return needed(state).anyMatch(approval -> approval != null && of.equals(approval.consentOf()) && !approval.blocks(day));
    }

    private boolean isMet(CommitmentState state, Condition condition) {
        return switch (condition.kind()) {
            case COMMITMENT -> world.containsKey(condition.commitment()) && stands(world.get(condition.commitment()).state());
            case PARTICIPATION -> world.values().stream().anyMatch(other -> other.state().party().equals(condition.party())
                    && !other.id().equals(state.id()) && other.label().covers(world.get(state.id()).label())
                    && stands(other.state()));
            case INSTRUMENT_IN_FORCE ->
                instruments.containsKey(condition.instrument()) && instruments.get(condition.instrument()).isInForce(day);
            case HOST_CONSENT -> consents(state, condition.party());
        };
    }

    private boolean stands(CommitmentState other) {
        return other.basis() == Basis.GUARANTEE && other.state().equals("FILED") && !day.isBefore(other.announcedOn().day())
                && isDecided(other) && hasAuthority(other)
                && needed(other).noneMatch(approval -> approval != null && approval.refuses(day));
    }

    private String unready(CommitmentState state) {
        Readiness holding = null;
        for (Readiness one : state.readiness() == null ? List.<Readiness>of() : state.readiness()) {
            boolean later = holding == null || !one.effectiveOn().isBefore(holding.effectiveOn());
            holding = !one.effectiveOn().isAfter(day) && later ? one : holding;
        }
        if (holding == null) {
            return "READINESS_NOT_STATED";
        }
        if (holding.validUntil().isBefore(day)) {
            return "READINESS_STALE";
        }
        return holding.level() == ReadinessLevel.NOT_READY ? "NOT_READY" : null;
    }

    /** The triggers of these tests are a ceasefire, a day, or both. */
    private String wakes(CommitmentState state) {
        if (state.triggers() == null || state.triggers().isEmpty()
                || state.triggers().stream().anyMatch(one -> one.kind() == TriggerKind.DATE && !day.isBefore(one.day()))) {
            return null;
        }
        String ceasefire = state.triggers().stream().anyMatch(one -> one.kind() == TriggerKind.CEASEFIRE_IN_FORCE)
                ? "CEASEFIRE_IN_FORCE"
                : "";
        String date = state.triggers().stream().filter(one -> one.kind() == TriggerKind.DATE).map(one -> "DATE:" + one.day())
                .findFirst()
                .orElse("");
        return ceasefire + (ceasefire.isEmpty() || date.isEmpty() ? "" : ",") + date;
    }
}
