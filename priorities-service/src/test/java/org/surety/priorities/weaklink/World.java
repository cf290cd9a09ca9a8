package org.surety.priorities.weaklink;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.surety.contracts.AuthorityAnswer;
import org.surety.contracts.Basis;
import org.surety.contracts.BindingForm;
import org.surety.contracts.CommitmentState.Condition;
import org.surety.contracts.CommitmentState.Contribution;
import org.surety.contracts.CommitmentState.Readiness;
import org.surety.contracts.CommitmentState.Share;
import org.surety.contracts.ConditionKind;
import org.surety.contracts.Domain;
import org.surety.contracts.Kind;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.ReadinessLevel;
import org.surety.contracts.Series;
import org.surety.contracts.ShareState;
import org.surety.kit.label.Label;
import org.surety.priorities.assessment.ApprovalDays;
import org.surety.priorities.assessment.Assessor;
import org.surety.priorities.assessment.Days;
import org.surety.priorities.assessment.Promise;
import org.surety.priorities.assessment.RequirementRule;
import org.surety.priorities.assessment.Worth;
import org.surety.priorities.remembered.StoredFacts;

/** A few promises to one requirement, all decided and ready, open to all. */
final class World {

    static final UUID LAND = UUID.randomUUID();
    static final LocalDate DAY = LocalDate.of(2026, 5, 10);

    private static final LocalDate START = LocalDate.of(2026, 1, 6);
    private static final int OPEN_TO_ALL = 1;

    final Map<UUID, Promise> promises = new LinkedHashMap<>();
    final Map<UUID, ApprovalDays> approvals = new LinkedHashMap<>();

    /** What a promise needs and waits for. */
    record Terms(String element, List<UUID> approvals, List<Condition> conditions, List<Share> shares) {

        static final Terms NONE = new Terms(null, List.of(), List.of(), List.of());

        Terms named(String name) {
            return new Terms(name, approvals, conditions, shares);
        }

        Terms needing(UUID... needed) {
            return new Terms(element, List.of(needed), conditions, shares);
        }

        Terms waitingFor(Condition... waitedFor) {
            return new Terms(element, approvals, List.of(waitedFor), shares);
        }

        Terms sharedWith(String party, int percent) {
            return new Terms(element, approvals, conditions,
                    List.of(new Share(party, BigDecimal.valueOf(percent), ShareState.CONFIRMED, START)));
        }
    }

    static Condition on(UUID commitment) {
        return new Condition(ConditionKind.COMMITMENT, commitment, null, null, null);
    }

    static Condition onParty(String party) {
        return new Condition(ConditionKind.PARTICIPATION, null, party, null, null);
    }

    UUID granted() {
        UUID id = UUID.randomUUID();
        approvals.put(id, new ApprovalDays(Days.NONE, Days.NONE, null));
        return id;
    }

    UUID promise(String party, int quantity) {
        return promise(party, quantity, Terms.NONE);
    }

    /** @param quantity 0: it gives nothing to the requirement */
    UUID promise(String party, int quantity, Terms terms) {
        UUID id = UUID.randomUUID();
        List<Contribution> contributions = quantity == 0
                ? List.of()
                : List.of(new Contribution(LAND, BigDecimal.valueOf(quantity), null, terms.element()));
        promises.put(id, new Promise(id, party, Series.EXERCISE, Basis.GUARANTEE, Kind.FORCE_CONTRIBUTION,
                PriorityCode.MULTINATIONAL_FORCE, contributions, null, null, null, START, "FILED", START, AuthorityAnswer.YES,
                BindingForm.POLITICAL, terms.approvals(), List.of(), terms.conditions(),
                List.of(new Readiness(UUID.randomUUID(), ReadinessLevel.READY, null, null, START, START, null)), List.of(),
                terms.shares(), OPEN_TO_ALL, null));
        return id;
    }

    StoredFacts facts() {
        return facts(promises.values());
    }

    private StoredFacts facts(Collection<Promise> known) {
        RequirementRule rule = new RequirementRule(Domain.NONE, null, List.of(), BindingForm.POLITICAL);
        return new StoredFacts(Map.of(LAND, rule), approvals, Map.of(),
                known.stream().collect(Collectors.toMap(Promise::id, Function.identity())), List.copyOf(known),
                Map.of(OPEN_TO_ALL, Label.openToAll()));
    }

    List<Part> parts() {
        return parts(facts());
    }

    private List<Part> parts(StoredFacts facts) {
        return promises.values().stream().flatMap(promise -> Assessor.assess(promise, facts).stream()).filter(World::isAssured)
                .map(worth -> new Part(worth.commitment(), worth.party(), worth.lead(), worth.element(), worth.quantity(), false))
                .toList();
    }

    private static boolean isAssured(Worth worth) {
        return LAND.equals(worth.requirementId())
                && worth.counted().stream().anyMatch(one -> one.what().equals("ASSURED") && one.days().contains(DAY));
    }

    WeakLinks links(int minimum) {
        List<Promise> dependent = promises.values().stream()
                .filter(promise -> !promise.approvals().isEmpty() || !promise.conditions().isEmpty()).toList();
        return new WeakLinks(LAND, BigDecimal.valueOf(minimum), DAY, parts(), dependent, facts());
    }

    /** What is assured when these are gone, told by taking them out of the world and looking at what is left. */
    BigDecimal without(Collection<Loss> losses) {
        World rest = new World();
        rest.promises.putAll(promises);
        rest.approvals.putAll(approvals);
        losses.forEach(loss -> {
            if (loss.kind() == Loss.Kind.APPROVAL) {
                rest.approvals.put(loss.id(), new ApprovalDays(Days.ALL, Days.ALL, null));
            }
        });
        List<Promise> standing = promises.values().stream()
                .filter(promise -> !losses.contains(Loss.commitment(promise.id())) && !losses.contains(Loss.party(promise.party())))
                .toList();
        Map<Object, BigDecimal> most = new LinkedHashMap<>();
        for (Part part : rest.parts(rest.facts(standing))) {
            if (!losses.contains(Loss.party(part.party())) && !losses.contains(Loss.commitment(part.commitment()))) {
                most.merge(part.element() == null ? part : Arrays.asList(part.lead(), part.party(), part.element()), part.known(),
                        BigDecimal::max);
            }
        }
        return most.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
