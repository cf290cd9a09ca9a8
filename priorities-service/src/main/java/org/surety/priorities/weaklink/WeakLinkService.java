package org.surety.priorities.weaklink;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.contracts.Series;
import org.surety.kit.clock.Today;
import org.surety.kit.problem.RecordNotFound;
import org.surety.kit.problem.Violations;
import org.surety.priorities.assessment.Promise;
import org.surety.priorities.remembered.Titles;
import org.surety.priorities.requirement.RequirementRepresentation;
import org.surety.priorities.requirement.RequirementService;
import org.surety.priorities.stating.Days;
import org.surety.priorities.stating.ExerciseNote;
import org.surety.priorities.stating.Quantities;
import org.surety.priorities.weaklink.WeakLinkRepresentation.Circle;
import org.surety.priorities.weaklink.WeakLinkRepresentation.Considered;
import org.surety.priorities.weaklink.WeakLinkRepresentation.Link;
import org.surety.priorities.weaklink.WeakLinkRepresentation.LinkKind;
import org.surety.priorities.weaklink.WeakLinkRepresentation.Member;
import org.surety.priorities.weaklink.WeakLinkRepresentation.Named;
import org.surety.priorities.weaklink.WeakLinkRepresentation.OfRequirement;
import org.surety.priorities.weaklink.WeakLinkRepresentation.Together;
import org.surety.priorities.weaklink.WeakLinks.Weak;

/** Finds weak links and circular conditions, in what the viewer may see. */
@ApplicationScoped
public class WeakLinkService {

    private static final int MOST_PARTIES = 3;

    /** Of each requirement: more than anybody reads. The links that leave least are among them. */
    private static final int LISTED = 100;
    private static final int NAMED = 20;

    private static final Map<String, String> RULES = rules();

    private static Map<String, String> rules() {
        Map<String, String> rules = new LinkedHashMap<>();
        rules.put("links", "Each is a single loss that takes what is assured below the minimum of the requirement.");
        rules.put("PARTY",
                "What the party gives is gone, by its own commitments and by its shares in those of others; what waits for its"
                        + " participation or for one of its commitments has lost that. Shares of others in its commitments stay.");
        rules.put("COMMITMENT", "The commitment is withdrawn.");
        rules.put("BACKSTOP", "The commitment is withdrawn, and others that wait for it by a condition are assured no more.");
        rules.put("APPROVAL",
                "The body refuses the approval or revokes it. What can neither be refused any more nor revoked is no weak link.");
        rules.put("sets",
                "Parties of whom only all together are enough. A set that contains a smaller one, or a single party that is a link, is not listed.");
        rules.put("circles",
                "Commitments that wait for each other by conditions on a commitment or on participation, so that none stands by itself.");
        return rules;
    }

    private final WeakLinkRepository known;
    private final RequirementService requirements;
    private final Titles titles;
    private final Today today;

    WeakLinkService(WeakLinkRepository known, RequirementService requirements, Titles titles, Today today) {
        this.known = known;
        this.requirements = requirements;
        this.titles = titles;
        this.today = today;
    }

    /**
     * @param asOf null: today
     * @param requirement null: all that stand
     * @param upTo how many parties are taken away at once; null: one
     */
    @Transactional
    WeakLinkRepresentation read(Series series, LocalDate asOf, UUID requirement, Integer upTo) {
        LocalDate day = asOf == null ? today.day() : asOf;
        int most = upTo == null ? 1 : upTo;
        Days.check(new Violations(), day, "asOf")
                .check(series != null, "series", "must be one of " + Arrays.toString(Series.values()))
                .check(most >= 1 && most <= MOST_PARTIES, "upTo", "must be from 1 to " + MOST_PARTIES).refuse();
        List<RequirementRepresentation> asked = requirements.listStanding(series).stream()
                .filter(one -> requirement == null || one.id().equals(requirement)).toList();
        if (requirement != null && asked.isEmpty()) {
            throw new RecordNotFound();
        }
        WeakLinkRepository.Known conditional = known.conditional(series);
        return new WeakLinkRepresentation(series, ExerciseNote.of(series), day, most,
                asked.stream().map(one -> ofRequirement(one, day, most)).toList(), circles(conditional),
                conditional.promises().size() > WeakLinkRepository.MAX_CONDITIONAL, RULES);
    }

    /** The circles among the commitments of a series that the viewer may see; for other features too. */
    @Transactional
    public List<List<UUID>> circles(Series series) {
        WeakLinkRepository.Known conditional = known.conditional(series);
        return Circles.among(conditional.promises(), conditional.facts()).all();
    }

    private OfRequirement ofRequirement(RequirementRepresentation requirement, LocalDate day, int upTo) {
        List<Part> parts = known.assured(requirement.id(), day);
        WeakLinkRepository.Known dependent = known.dependent(parts.stream().map(Part::commitment).distinct().toList());
        WeakLinks found = new WeakLinks(requirement.id(), requirement.needOn(day).minimum(), day, parts, dependent.promises(),
                dependent.facts());
        List<Weak> weak = found.singles();
        Map<UUID, WeakLinkRepository.Open> open = open(weak, day);
        List<Weak> links = weak.stream()
                .filter(one -> one.loss().kind() != Loss.Kind.APPROVAL || open.containsKey(one.loss().id())).toList();
        WeakLinks.Sets sets = found.sets(upTo);
        int leftOut = Math.max(0, links.size() - LISTED) + Math.max(0, sets.sets().size() - LISTED);
        long undisclosed = parts.stream().filter(Part::undisclosed).map(Part::commitment).distinct().count();
        return new OfRequirement(requirement.id(), requirement.title(), requirement.priority(), requirement.unit(),
                requirement.needOn(day).minimum(), Quantities.plain(found.assured()), undisclosed, found.isBelowMinimum(),
                found.isBelowMinimum() ? Quantities.plain(requirement.needOn(day).minimum().subtract(found.assured())) : null,
                links(links.stream().limit(LISTED).toList(), leads(parts, dependent), open),
                sets.sets().stream().limit(LISTED).map(set -> new Together(set.parties(), Quantities.plain(set.left()))).toList(),
                leftOut == 0 ? null : leftOut, upTo == 1 ? null : new Considered(sets.considered(), sets.of()));
    }

    private Map<UUID, WeakLinkRepository.Open> open(List<Weak> weak, LocalDate day) {
        return known.open(
                weak.stream().map(Weak::loss).filter(loss -> loss.kind() == Loss.Kind.APPROVAL).map(Loss::id).toList(), day);
    }

    private static Map<UUID, String> leads(List<Part> parts, WeakLinkRepository.Known dependent) {
        Map<UUID, String> leads = parts.stream().collect(Collectors.toMap(Part::commitment, Part::lead, (one, same) -> one));
        dependent.facts().participants().forEach(promise -> leads.put(promise.id(), promise.party()));
        dependent.facts().commitments().values().forEach(promise -> leads.put(promise.id(), promise.party()));
        return leads;
    }

    private List<Link> links(List<Weak> weak, Map<UUID, String> leads, Map<UUID, WeakLinkRepository.Open> open) {
        Map<UUID, String> called = titles.of(weak.stream().flatMap(one -> Stream.concat(
                Stream.of(one.loss()).filter(loss -> loss.kind() == Loss.Kind.COMMITMENT).map(Loss::id), falling(one)))
                .collect(Collectors.toSet()));
        return weak.stream().map(one -> link(one, leads, called, open)).toList();
    }

    private static Stream<UUID> falling(Weak weak) {
        return weak.falling().stream().sorted().limit(NAMED);
    }

    private static Link link(Weak weak, Map<UUID, String> leads, Map<UUID, String> titles,
            Map<UUID, WeakLinkRepository.Open> open) {
        Loss loss = weak.loss();
        BigDecimal left = Quantities.plain(weak.left());
        int commitments = weak.falling().size();
        List<Named> falling = falling(weak).map(id -> new Named(id, leads.get(id), titles.get(id))).toList();
        return switch (loss.kind()) {
            case PARTY -> new Link(LinkKind.PARTY, loss.party(), null, null, null, left, commitments, falling);
            case APPROVAL -> new Link(LinkKind.APPROVAL, open.get(loss.id()).party(), null, loss.id(), open.get(loss.id()).title(),
                    left, commitments, falling);
            case COMMITMENT -> new Link(weak.falling().equals(Set.of(loss.id())) ? LinkKind.COMMITMENT : LinkKind.BACKSTOP,
                    leads.get(loss.id()), loss.id(), null, titles.get(loss.id()), left, commitments, falling);
        };
    }

    private List<Circle> circles(WeakLinkRepository.Known conditional) {
        Map<UUID, Promise> promises = conditional.promises().stream().collect(Collectors.toMap(Promise::id, Function.identity()));
        Circles circles = Circles.among(
                conditional.promises().stream().sorted((one, other) -> one.id().compareTo(other.id())).toList(),
                conditional.facts());
        List<List<UUID>> all = circles.all();
        Map<UUID, String> called = titles.of(all.stream().flatMap(List::stream).collect(Collectors.toSet()));
        return all.stream().map(circle -> new Circle(
                circle.stream().map(id -> promises.get(id).party()).distinct().sorted().toList(),
                circle.stream().map(id -> new Member(id, promises.get(id).party(), called.get(id),
                        circles.waitsFor(id).stream().filter(circle::contains).sorted().toList())).toList()))
                .toList();
    }
}
