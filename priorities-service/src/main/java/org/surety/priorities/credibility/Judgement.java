package org.surety.priorities.credibility;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.surety.contracts.PriorityCode;
import org.surety.priorities.credibility.Credibility.Judged;
import org.surety.priorities.credibility.Credibility.Status;
import org.surety.priorities.credibility.FallenAway.Fallen;
import org.surety.priorities.credibility.FigureRepository.Assured;
import org.surety.priorities.credibility.FigureRepository.Overdue;

/** Judges one criterion by the figures: a value without a database. */
final class Judgement {

    private static final int NAMED = 5;
    private static final int SHARE_DIGITS = 2;
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final CriterionRepresentation criterion;

    Judgement(CriterionRepresentation criterion) {
        this.criterion = criterion;
    }

    /** What is needed. */
    record Needed(UUID id, PriorityCode priority, String title, String unit, BigDecimal minimum) {
    }

    /** Too little that is disclosed is no proof of too little where something is not. */
    Judged requirements(List<Needed> requirements, List<Assured> assured) {
        String rule = "Of each requirement as much is assured as its minimum.";
        if (requirements.isEmpty()) {
            return judged(Status.NOT_MET, "No requirement is stated that could be assured.", rule);
        }
        List<Needed> below = requirements.stream().filter(one -> sum(of(one, assured)).compareTo(one.minimum()) < 0).toList();
        List<Needed> certain = below.stream().filter(one -> undisclosed(of(one, assured)) == 0).toList();
        if (below.isEmpty()) {
            return judged(Status.MET, "All " + requirements.size() + " requirements are assured at their minimum.", rule);
        }
        boolean open = certain.isEmpty();
        return judged(open ? Status.CANNOT_BE_TOLD : Status.NOT_MET, (open
                ? "Of " + below.size() + " of " + requirements.size()
                        + " requirements less is disclosed than the minimum, and commitments to them do not disclose how much they are: "
                : certain.size() + " of " + requirements.size() + " requirements are not assured at their minimum: ")
                + names((open ? below : certain).stream().map(one -> one.title() + " (" + plain(sum(of(one, assured))) + " of "
                        + plain(one.minimum()) + " " + one.unit() + ")").toList())
                + ".", rule);
    }

    /** @param having the parties that have the attributes on the day */
    Judged attributes(List<Needed> requirements, List<Assured> assured, List<String> having) {
        Set<UUID> ofPriority = requirements.stream().filter(one -> one.priority() == criterion.priority()).map(Needed::id)
                .collect(Collectors.toSet());
        List<String> parties = assured.stream()
                .filter(one -> one.requirement() == null
                        ? one.priority() == criterion.priority()
                        : ofPriority.contains(one.requirement()))
                .map(Assured::party).filter(having::contains).distinct().sorted().toList();
        return judged(parties.size() >= criterion.atLeast() ? Status.MET : Status.NOT_MET,
                parties.size() + " such " + (parties.size() == 1 ? "party is" : "parties are") + " assured in "
                        + criterion.priority() + ", of " + criterion.atLeast() + " that are needed"
                        + (parties.isEmpty() ? "." : ": " + names(parties) + "."),
                "At least " + criterion.atLeast() + " of the parties that are " + criterion.attributes().stream().map(Enum::name)
                        .collect(Collectors.joining(" and ")) + " on the day have something assured in " + criterion.priority()
                        + ".");
    }

    /** Per requirement, because what is in different units cannot be added. */
    Judged share(List<Needed> requirements, List<Assured> assured) {
        String rule = "Of what is assured to a requirement no party gives more than " + plain(criterion.percent()) + " percent.";
        List<Needed> known = requirements.stream().filter(one -> undisclosed(of(one, assured)) == 0).toList();
        List<String> resting = known.stream().flatMap(one -> of(one, assured).stream().filter(part -> exceeds(part, one, assured))
                .map(part -> one.title() + " (" + part.party() + " "
                        + plain(part.quantity().multiply(WHOLE).divide(sum(of(one, assured)), SHARE_DIGITS, RoundingMode.HALF_UP))
                        + " percent)"))
                .toList();
        if (!resting.isEmpty()) {
            return judged(Status.NOT_MET,
                    "More than " + plain(criterion.percent()) + " percent rest on one party: " + names(resting)
                            + ".",
                    rule);
        }
        List<Needed> open = requirements.stream().filter(one -> !known.contains(one)).toList();
        return open.isEmpty()
                ? judged(Status.MET, "Of none of " + requirements.size() + " requirements more than " + plain(criterion.percent())
                        + " percent of what is assured rest on one party.", rule)
                : judged(Status.CANNOT_BE_TOLD, "Commitments to " + open.size() + " of " + requirements.size()
                        + " requirements do not disclose how much they are: " + names(open.stream().map(Needed::title).toList())
                        + ".", rule);
    }

    private boolean exceeds(Assured part, Needed requirement, List<Assured> assured) {
        return part.quantity().multiply(WHOLE).compareTo(sum(of(requirement, assured)).multiply(criterion.percent())) > 0;
    }

    Judged circles(int circles) {
        return judged(circles == 0 ? Status.MET : Status.NOT_MET, circles == 0
                ? "No commitments wait for each other."
                : "Commitments wait for each other in " + circles + (circles == 1 ? " circle." : " circles."),
                "No commitments wait for each other by conditions on a commitment or on participation.");
    }

    Judged approvals(List<Overdue> overdue) {
        return late(overdue, "No approval whose vote was due blocks what is committed.",
                " approvals block what is committed although the day of their vote is past: ",
                "No approval blocks what is committed once the day is past on which its body was to vote.");
    }

    Judged questions(List<Overdue> overdue) {
        return late(overdue, "No open question is overdue.", " open questions are overdue: ",
                "No question is open once the day is past on which it was to be settled.");
    }

    /** What stands in for a military part raises no figure of it: it is no more than this criterion. */
    Judged supplements(FallenAway away) {
        String rule = "Where a commitment of another kind than sanctions and money was withdrawn, or refused by a body whose approval it "
                + "needs, sanctions or money that are decided on say that they stand in for it. One that was superseded by at least as much "
                + "needs none: what took its place is asked about instead.";
        Collection<Fallen> fallen = away.fallen();
        if (fallen.size() > FallenAwayRepository.MAX_FALLEN) {
            return judged(Status.CANNOT_BE_TOLD, "More than " + FallenAwayRepository.MAX_FALLEN
                    + " military commitments fell away: they are not gone through.", rule);
        }
        Map<Status, List<String>> names = fallen.stream()
                .collect(Collectors.groupingBy(away::status, Collectors.mapping(Fallen::name, Collectors.toList())));
        if (names.containsKey(Status.NOT_MET)) {
            return judged(Status.NOT_MET, "Of " + fallen.size() + " military commitments that fell away "
                    + names.get(Status.NOT_MET).size() + " have nothing in their place: " + names(names.get(Status.NOT_MET)) + ".",
                    rule);
        }
        if (names.containsKey(Status.CANNOT_BE_TOLD)) {
            return judged(Status.CANNOT_BE_TOLD, "Of " + fallen.size() + " military commitments that fell away "
                    + names.get(Status.CANNOT_BE_TOLD).size()
                    + " were superseded, and it is not disclosed whether by at least as much: "
                    + names(names.get(Status.CANNOT_BE_TOLD)) + ".", rule);
        }
        return judged(Status.MET, fallen.isEmpty()
                ? "No military commitment fell away."
                : "Something is in the place of all " + fallen.size() + " military commitments that fell away.", rule);
    }

    private Judged late(List<Overdue> overdue, String none, String some, String rule) {
        return overdue.isEmpty()
                ? judged(Status.MET, none, rule)
                : judged(Status.NOT_MET, overdue.size() + some
                        + names(overdue.stream().map(one -> one.name() + " (" + one.since() + ")").toList()) + ".", rule);
    }

    private Judged judged(Status status, String reason, String rule) {
        return new Judged(criterion.code(), criterion.title(), criterion.kind(), status, reason, rule);
    }

    private static List<Assured> of(Needed requirement, List<Assured> assured) {
        return assured.stream().filter(one -> requirement.id().equals(one.requirement()))
                .sorted(Comparator.comparing(Assured::party)).toList();
    }

    private static BigDecimal sum(List<Assured> assured) {
        return assured.stream().map(Assured::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static long undisclosed(List<Assured> assured) {
        return assured.stream().mapToLong(Assured::undisclosed).sum();
    }

    private static String names(List<String> names) {
        String first = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        return names.size() <= NAMED ? first : first + " and " + (names.size() - NAMED) + " more";
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
