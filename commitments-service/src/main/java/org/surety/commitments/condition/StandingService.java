package org.surety.commitments.condition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.commitments.caveat.Caveat;
import org.surety.commitments.requirement.RequirementReference;
import org.surety.commitments.requirement.RequirementReferences;
import org.surety.contracts.ConditionKind;
import org.surety.contracts.Exclusions;
import org.surety.contracts.Series;
import org.surety.kit.clock.Today;
import org.surety.kit.log.History;

/** Tells what keeps commitments from counting: caveats, conditions, and circles of them. */
@ApplicationScoped
class StandingService {

    private final AskedCommitments commitments;
    private final Candidates candidates;
    private final RequirementReferences requirements;
    private final History history;
    private final Today today;

    StandingService(AskedCommitments commitments, Candidates candidates, RequirementReferences requirements, History history,
            Today today) {
        this.commitments = commitments;
        this.candidates = candidates;
        this.requirements = requirements;
        this.history = history;
        this.today = today;
    }

    @Transactional
    Standing standing(UUID id, LocalDate asOf, Instant knownAt) {
        history.requireKnown(knownAt);
        LocalDate day = asOf == null ? today.day() : asOf;
        Asked asked = commitments.require(id, day, knownAt);
        Map<UUID, RequirementReference> contributed = requirements.find(asked.requirements());
        List<Standing.Excluded> excluded = excluded(asked, contributed);
        Graph graph = graph(List.of(asked.candidate()), day, knownAt);
        Map<UUID, String> instruments = commitments.instruments(
                asked.conditions().stream().map(Condition::instrument).filter(Objects::nonNull).toList(), day, knownAt);
        ConditionAnswers answers = new ConditionAnswers(asked, graph, instruments);
        List<Standing.Stated> stated = new ArrayList<>(asked.conditions().stream().map(answers::of).toList());
        stated.addAll(hosts(asked, contributed, excluded).stream().map(answers::impliedConsent).toList());
        return new Standing(id, day, excluded, stated, stated.stream().allMatch(one -> Boolean.TRUE.equals(one.met())),
                circle(id, graph));
    }

    /** The circles among the commitments that are released to the viewer. */
    @Transactional
    List<Circle> circles(Series series, LocalDate asOf, Instant knownAt) {
        history.requireKnown(knownAt);
        LocalDate day = asOf == null ? today.day() : asOf;
        return graph(candidates.conditional(series, day, knownAt), day, knownAt).circles();
    }

    private static List<UUID> circle(UUID id, Graph graph) {
        return graph.circles().stream().map(circle -> circle.commitments().stream().map(Circle.Member::commitment).toList())
                .filter(members -> members.contains(id)).findFirst().orElse(List.of());
    }

    /** With everything that they wait for, and what that waits for in its turn. */
    private Graph graph(Collection<Candidate> first, LocalDate day, Instant knownAt) {
        Map<UUID, Candidate> known = new LinkedHashMap<>();
        Map<String, Boolean> parties = new HashMap<>();
        List<Candidate> fresh = new ArrayList<>(first);
        while (!fresh.isEmpty()) {
            fresh.forEach(candidate -> known.putIfAbsent(candidate.id(), candidate));
            List<Condition> conditions = fresh.stream().flatMap(candidate -> candidate.conditions().stream()).toList();
            List<UUID> ids = conditions.stream().map(Condition::commitment).filter(Objects::nonNull)
                    .filter(id -> !known.containsKey(id)).distinct().toList();
            List<String> others = conditions.stream().filter(condition -> condition.kind() == ConditionKind.PARTICIPATION)
                    .map(Condition::party).distinct().filter(party -> parties.put(party, true) == null).toList();
            fresh = ids.isEmpty() && others.isEmpty()
                    ? List.of()
                    : candidates.named(ids, others, day, knownAt).stream().filter(found -> !known.containsKey(found.id())).toList();
        }
        return new Graph(known.values());
    }

    private static List<Standing.Excluded> excluded(Asked asked, Map<UUID, RequirementReference> contributed) {
        List<Standing.Excluded> excluded = new ArrayList<>();
        for (UUID id : asked.requirements()) {
            RequirementReference requirement = contributed.get(id);
            for (Caveat caveat : requirement == null ? List.<Caveat>of() : asked.caveats()) {
                Exclusions.reason(caveat.kind(), asked.kind(), scope(requirement))
                        .ifPresent(reason -> excluded.add(new Standing.Excluded(id, caveat.kind(), reason)));
            }
        }
        return excluded;
    }

    private static Exclusions.Scope scope(RequirementReference requirement) {
        return new Exclusions.Scope(requirement.domain(), requirement.host(), requirement.kinds());
    }

    /** On whose territory it contributes on land, where it does not say itself that it waits for that consent. */
    private static List<String> hosts(Asked asked, Map<UUID, RequirementReference> contributed, List<Standing.Excluded> excluded) {
        List<UUID> out = excluded.stream().map(Standing.Excluded::requirement).toList();
        List<String> stated = asked.conditions().stream().filter(condition -> condition.kind() == ConditionKind.HOST_CONSENT)
                .map(Condition::party).toList();
        return contributed.values().stream()
                .filter(requirement -> scope(requirement).isOnTerritory() && !requirement.host().equals(asked.party())
                        && !out.contains(requirement.id()))
                .map(RequirementReference::host).filter(host -> !stated.contains(host)).distinct().sorted()
                .collect(Collectors.toList());
    }
}
