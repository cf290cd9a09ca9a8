package org.surety.priorities.coverage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.surety.contracts.PartyAttribute;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.RequirementState.AttributeRule;
import org.surety.contracts.Series;
import org.surety.priorities.assessment.Shortfall;
import org.surety.priorities.assessment.Stage;
import org.surety.priorities.coverage.CoverageRepresentation.Amount;
import org.surety.priorities.coverage.CoverageRepresentation.Assured;
import org.surety.priorities.coverage.CoverageRepresentation.Attributes;
import org.surety.priorities.coverage.CoverageRepresentation.Dormant;
import org.surety.priorities.coverage.CoverageRepresentation.Excluded;
import org.surety.priorities.coverage.CoverageRepresentation.NotInSums;
import org.surety.priorities.coverage.CoverageRepresentation.OfParty;
import org.surety.priorities.coverage.CoverageRepresentation.OfPriority;
import org.surety.priorities.coverage.CoverageRepresentation.OfRequirement;
import org.surety.priorities.coverage.CoverageRepresentation.WithoutRequirement;
import org.surety.priorities.priority.PriorityRepresentation;
import org.surety.priorities.requirement.Need;
import org.surety.priorities.requirement.RequirementRepresentation;
import org.surety.priorities.situation.SituationInForce;
import org.surety.priorities.stating.ExerciseNote;
import org.surety.priorities.stating.Quantities;

/**
 * Lays the sums beside what is needed. A sum whose requirement is not among those given - hidden from the viewer, withdrawn, of the other
 * series - is left out altogether.
 *
 * @param situations that hold on the day
 * @param attributes of the parties on the day
 * @param inForce the kinds of situations that wake what sleeps, declared or assumed
 * @param scope what of it is asked for
 */
record Coverage(List<PriorityRepresentation> priorities, List<RequirementRepresentation> requirements, List<CoverageSum> sums,
        List<SituationInForce> situations, Set<String> inForce, Map<String, Set<PartyAttribute>> attributes, LocalDate day,
        List<EarlierSupport> earlierSupport, CoverageScope scope) {

    private static final Map<String, String> RULES = rules();

    private static Map<String, String> rules() {
        Map<String, String> rules = new LinkedHashMap<>();
        rules.put("needed",
                "What is needed on the day, and its minimum, in the whole cycle: what is to be deployed times the rotation factor.");
        rules.put("pledged",
                "Every promise filed under the guarantee and not withdrawn, from the later of its announcement and the first"
                        + " day of its period until the last day of its period.");
        rules.put("committed",
                "Those of the pledged promises that were filed with authority and that the government has decided, from the day the decision"
                        + " takes effect, except while a body whose approval they need has refused it.");
        rules.put("assured",
                "Those of the committed promises that bind in the form the requirement demands, that no approval blocks, whose conditions"
                        + " are met - on land of a host its consent too -, and whose readiness is stated, not stale, and not NOT_READY.");
        rules.put("available", "The part of what is assured that waits for no trigger, or for one that has occurred.");
        rules.put("dormant", "The part of what is assured that sleeps until one of the triggers named with it occurs.");
        rules.put("delivered", Delivered.RULE);
        rules.put("undisclosed", "Commitments whose quantity is not disclosed to you. They are counted and are in no sum.");
        rules.put("excluded", Arrays.stream(Shortfall.values()).map(reason -> reason + ": " + reason.rule())
                .collect(Collectors.joining(" ", "One promise may be there for several reasons. ", "")));
        rules.put("attributes",
                "Parties of which all the attributes are true on the day, among those that contribute something assured.");
        rules.put("byDomain",
                "Requirements of each domain, by number: how many are assured, and available, at their credible minimum by what is"
                        + " disclosed. Units differ, so quantities are not added.");
        rules.put("withoutRequirement", "Commitments to the priority that name no requirement, by number.");
        rules.put("earlierSupport",
                "Aid given before and apart from the guarantee, in euro as its source values it. Never in coverage.");
        return rules;
    }

    CoverageRepresentation represent(Series series, CoverageQuestion question, ChosenParties.Choice choice) {
        List<OfPriority> asked = priorities.stream().filter(scope::has).map(this::ofPriority).toList();
        return new CoverageRepresentation(series, ExerciseNote.of(series), day, question.knownAt(),
                choice.with(), choice.without(), situations, question.assumed(),
                asked,
                OfDomain.of(asked.stream().flatMap(one -> one.requirements().stream()).toList()), RULES, earlierSupport);
    }

    private OfPriority ofPriority(PriorityRepresentation priority) {
        return new OfPriority(priority.code(), priority.title(),
                requirements.stream().filter(scope::has).filter(requirement -> requirement.priority() == priority.code())
                        .map(this::ofRequirement).toList(),
                scope.hasWithoutRequirement() ? withoutRequirement(priority.code()) : null);
    }

    private OfRequirement ofRequirement(RequirementRepresentation requirement) {
        List<CoverageSum> contributed = sums.stream().filter(sum -> requirement.id().equals(sum.requirement())).toList();
        Need need = requirement.needOn(day);
        return new OfRequirement(requirement.id(), requirement.title(), requirement.unit(), requirement.domain(),
                requirement.from(), requirement.until(), need.quantity(), need.minimum(), requirement.rotationFactor(),
                at(Stage.PLEDGED, contributed), at(Stage.COMMITTED, contributed), assured(contributed), Delivered.of(contributed),
                excluded(contributed), parties(contributed),
                requirement.attributeRules().stream().map(rule -> attributes(rule, contributed)).toList());
    }

    private WithoutRequirement withoutRequirement(PriorityCode priority) {
        List<CoverageSum> named = sums.stream().filter(sum -> sum.requirement() == null && Objects.equals(sum.priority(), priority))
                .toList();
        Amount pledged = at(Stage.PLEDGED, named);
        return new WithoutRequirement(pledged.commitments(), at(Stage.COMMITTED, named).commitments(),
                at(Stage.ASSURED, named).commitments(), pledged.undisclosed());
    }

    private Assured assured(List<CoverageSum> contributed) {
        Amount all = at(Stage.ASSURED, contributed);
        Map<List<String>, List<CoverageSum>> asleep = new TreeMap<>((one, other) -> one.toString().compareTo(other.toString()));
        contributed.stream().filter(sum -> is(Stage.ASSURED, sum) && !sum.isAwake(inForce))
                .forEach(sum -> asleep.computeIfAbsent(sum.triggers(), key -> new ArrayList<>()).add(sum));
        List<Dormant> dormant = asleep.entrySet().stream().map(entry -> {
            Amount amount = amount(entry.getValue(), sum -> true);
            return new Dormant(entry.getKey(), amount.quantity(), amount.undisclosed(), amount.commitments());
        }).filter(one -> one.commitments() > 0 || one.quantity().signum() > 0 || one.undisclosed() > 0).toList();
        return new Assured(all.quantity(), all.undisclosed(), all.commitments(), available(contributed), dormant);
    }

    private Amount available(List<CoverageSum> contributed) {
        return amount(contributed, sum -> is(Stage.ASSURED, sum) && sum.isAwake(inForce));
    }

    private static List<Excluded> excluded(List<CoverageSum> contributed) {
        return Arrays.stream(Shortfall.values()).map(reason -> {
            Amount amount = amount(contributed, sum -> is(reason, sum));
            return new Excluded(reason, amount.quantity(), amount.undisclosed(), amount.commitments());
        }).filter(one -> one.commitments() > 0 || one.quantity().signum() > 0).toList();
    }

    private List<OfParty> parties(List<CoverageSum> contributed) {
        Map<String, List<CoverageSum>> byParty = contributed.stream().filter(sum -> is(Stage.PLEDGED, sum))
                .collect(Collectors.groupingBy(CoverageSum::party, TreeMap::new, Collectors.toList()));
        return byParty.keySet().stream().map(party -> {
            List<CoverageSum> own = contributed.stream().filter(sum -> sum.party().equals(party)).toList();
            return party(party, at(Stage.PLEDGED, own), at(Stage.COMMITTED, own), at(Stage.ASSURED, own), available(own));
        }).filter(one -> byParty.get(one.party()).stream().anyMatch(sum -> sum.commitments() > 0 || sum.quantity().signum() > 0))
                .toList();
    }

    private static OfParty party(String party, Amount pledged, Amount committed, Amount assured, Amount available) {
        NotInSums undisclosed = new NotInSums(pledged.undisclosed(), committed.undisclosed(), assured.undisclosed(),
                available.undisclosed());
        return new OfParty(party, pledged.quantity(), committed.quantity(), assured.quantity(), available.quantity(),
                undisclosed.equals(new NotInSums(0, 0, 0, 0)) ? null : undisclosed);
    }

    private Attributes attributes(AttributeRule rule, List<CoverageSum> contributed) {
        List<String> assured = contributed.stream().filter(sum -> is(Stage.ASSURED, sum)).map(CoverageSum::party).distinct()
                .sorted()
                .filter(party -> attributes.getOrDefault(party, Set.of()).containsAll(rule.attributes())).toList();
        return new Attributes(rule.attributes(), rule.atLeast(), assured, assured.size() >= rule.atLeast());
    }

    private static boolean is(Enum<?> what, CoverageSum sum) {
        return sum.what().equals(what.name());
    }

    private static Amount at(Stage stage, List<CoverageSum> sums) {
        return amount(sums, sum -> is(stage, sum));
    }

    private static Amount amount(List<CoverageSum> sums, Predicate<CoverageSum> which) {
        BigDecimal quantity = BigDecimal.ZERO;
        long undisclosed = 0;
        long commitments = 0;
        for (CoverageSum sum : sums) {
            if (which.test(sum)) {
                quantity = quantity.add(sum.quantity());
                undisclosed += sum.undisclosed();
                commitments += sum.commitments();
            }
        }
        return new Amount(Quantities.plain(quantity), undisclosed, commitments);
    }
}
