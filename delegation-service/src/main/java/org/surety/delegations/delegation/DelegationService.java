package org.surety.delegations.delegation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.exception.ConstraintViolationException;
import org.surety.contracts.Series;
import org.surety.delegations.authorship.Authorship;
import org.surety.delegations.composition.Composition;
import org.surety.delegations.composition.Delegates;
import org.surety.delegations.composition.Step;
import org.surety.delegations.composition.Timeline;
import org.surety.delegations.delegation.DelegationRepository.DelegationFilter;
import org.surety.delegations.gathering.GatheringService;
import org.surety.kit.clock.Today;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.kit.http.Versions;
import org.surety.kit.label.Audiences;
import org.surety.kit.label.Label;
import org.surety.kit.log.ChangeLog;
import org.surety.kit.log.History;
import org.surety.kit.problem.InvalidRequest;
import org.surety.kit.problem.RecordNotFound;

/** The use cases of delegations, each one transaction. */
@ApplicationScoped
public class DelegationService {

    /** A party has one delegation at a gathering: of more parties the register does not know. */
    private static final int MAX_OF_GATHERING = 10_000;

    private final DelegationRepository delegations;
    private final GatheringService gatherings;
    private final Delegates delegates;
    private final DelegationAnswers answers;
    private final Authorship authorship;
    private final ChangeLog log;
    private final Audiences audiences;
    private final Paging paging;
    private final Today today;
    private final History history;

    DelegationService(DelegationRepository delegations, GatheringService gatherings, Delegates delegates, DelegationAnswers answers,
            Authorship authorship,
            ChangeLog log, Audiences audiences, Paging paging, Today today, History history) {
        this.delegations = delegations;
        this.gatherings = gatherings;
        this.delegates = delegates;
        this.answers = answers;
        this.authorship = authorship;
        this.log = log;
        this.audiences = audiences;
        this.paging = paging;
        this.today = today;
        this.history = history;
    }

    @Transactional
    DelegationRepresentation form(DelegationFormation formation) {
        formation.check();
        Series series = Series.ofParty(formation.party());
        requireGathering(formation.gathering(), series);
        Label label = formation.label().ownedBy(formation.party(), series);
        authorship.requireFor(formation.party(), label, formation.sources());
        Composition composition = delegates.compose(formation.party(), formation.level(), formation.head(), formation.members(),
                formation.represents());
        formation.description().require(delegates, formation.party());
        Delegation delegation = Delegation.form(formation.gathering(), formation.party(), composition, formation.description(),
                audiences.intern(label));
        delegations.persist(delegation);
        try {
            log.append(() -> DelegationEvents.formed(delegation, label, today.day()));
        } catch (ConstraintViolationException e) {
            throw "delegation_once_a_party".equals(e.getConstraintName()) ? DelegationProblem.exists(formation.party()) : e;
        }
        return answers.of(new DelegationAnswers.Known(delegation, new Timeline(composition, List.of()), label), null);
    }

    @Transactional
    DelegationRepresentation amend(UUID id, long version, DelegationDescription description) {
        description.check();
        Delegation delegation = delegations.require(id);
        Label label = label(delegation);
        authorship.requireFor(delegation.party(), label, description.sources());
        Versions.require(version, delegation.version());
        description.require(delegates, delegation.party());
        Timeline timeline = timeline(delegation);
        List<String> changed = delegation.amend(timeline, description);
        if (!changed.isEmpty()) {
            log.append(() -> DelegationEvents.amended(delegation, label, changed, today.day()));
        }
        return answers.of(new DelegationAnswers.Known(delegation, timeline, label), null);
    }

    /**
     * What a restructure or a correction did.
     *
     * @param restructure null when all was so already: then nothing was recorded
     */
    record Restructured(long delegationVersion, RestructureRepresentation restructure) {
    }

    @Transactional
    Restructured restructure(UUID id, long version, Restructuring said) {
        said.check();
        Delegation delegation = delegations.require(id);
        Label label = label(delegation);
        authorship.requireFor(delegation.party(), label, said.sources());
        Versions.require(version, delegation.version());
        Timeline timeline = timeline(delegation);
        Restructure restructure = Restructure.of(delegation, said, compose(delegation, said), today.day(),
                gatheringStarts(delegation));
        List<String> changed = delegation.restructure(timeline, restructure.step());
        if (changed.isEmpty()) {
            return new Restructured(delegation.version(), null);
        }
        keep(restructure, timeline);
        log.append(() -> DelegationEvents.restructured(delegation, restructure, label, changed));
        return restructured(delegation, restructure, timeline);
    }

    @Transactional
    Restructured correct(UUID id, long version, Restructuring.Correction said) {
        said.check();
        Delegation delegation = delegations.require(id);
        Label label = label(delegation);
        authorship.requireFor(delegation.party(), label, said.corrected().sources());
        Versions.require(version, delegation.version());
        List<Restructure> all = delegations.listRestructures(List.of(id));
        Timeline timeline = timeline(delegation, all);
        Restructure wrong = find(all, said.restructure()).orElseThrow(
                () -> new InvalidRequest("restructure", "must be the id of a restructure of this delegation"));
        Restructure right = wrong.correctedBy(delegation, said, compose(delegation, said.corrected()), gatheringStarts(delegation));
        Optional<Restructure> earlier = timeline.correctionOf(wrong.id()).flatMap(step -> find(all, step.id()));
        List<String> changed = earlier.orElse(wrong).otherwiseIn(right);
        if (changed.isEmpty()) {
            return new Restructured(delegation.version(), null);
        }
        earlier.ifPresent(correction -> {
            throw DelegationProblem.alreadyCorrected(correction.id());
        });
        delegation.correct(timeline, right.step());
        keep(right, timeline);
        log.append(() -> DelegationEvents.corrected(delegation, right, label, changed));
        return restructured(delegation, right, timeline);
    }

    private void keep(Restructure restructure, Timeline timeline) {
        delegations.flush();
        restructure.comesAfter(timeline.before(restructure.step()));
        delegations.persist(restructure);
    }

    private Restructured restructured(Delegation delegation, Restructure restructure, Timeline before) {
        return new Restructured(delegation.version(),
                answers.of(List.of(restructure), before.with(restructure.step()), Map.of()).get(0));
    }

    /**
     * The delegation with the composition of one day, as known at an instant.
     *
     * @param asOf null: the composition at the end of its timeline
     * @param knownAt null: as it stands
     */
    @Transactional
    DelegationRepresentation require(UUID id, LocalDate asOf, Instant knownAt) {
        Delegation delegation = requireKnown(id, knownAt);
        if (!delegation.isThereOn(asOf)) {
            throw new RecordNotFound();
        }
        return answers.of(new DelegationAnswers.Known(delegation, timeline(delegation), label(delegation)), asOf);
    }

    /** The restructures that were known at an instant, in the order in which they were recorded. */
    @Transactional
    List<RestructureRepresentation> restructures(UUID id, Instant knownAt) {
        Delegation delegation = requireKnown(id, knownAt);
        List<Restructure> known = delegations.listRestructures(List.of(id)).stream()
                .filter(restructure -> restructure.delegationVersion() <= delegation.version()).toList();
        Timeline timeline = timeline(delegation, known);
        Map<Long, Instant> recorded = delegations.recordedTimes(id);
        return answers.of(known, timeline, recorded);
    }

    @Transactional
    Page<DelegationRepresentation> list(DelegationFilter filter, Paging.Request request) {
        history.requireKnown(filter.knownAt());
        Page<Delegation> page = paging.page(request, delegations.list(filter, request.after(), request.fetch()),
                delegation -> List.of(delegation.party(), delegation.id().toString()));
        return new Page<>(represent(page.items(), filter.asOf()), page.next());
    }

    /** The delegations at a gathering, in the order of party; for other features. */
    @Transactional
    public List<DelegationRepresentation> listOfGathering(UUID gathering, LocalDate asOf, Instant knownAt) {
        history.requireKnown(knownAt);
        DelegationFilter filter = new DelegationFilter(null, gathering, null, null, asOf, knownAt);
        return represent(delegations.list(filter, List.of(), MAX_OF_GATHERING), asOf);
    }

    private List<DelegationRepresentation> represent(List<Delegation> of, LocalDate asOf) {
        Map<Integer, Label> labels = audiences.labels(of.stream().map(Delegation::audience).toList());
        Map<UUID, List<Restructure>> restructures = delegations
                .listRestructures(of.stream().filter(delegation -> delegation.restructures() > 0).map(Delegation::id).toList())
                .stream().collect(Collectors.groupingBy(Restructure::delegation));
        return answers.of(of.stream().map(delegation -> new DelegationAnswers.Known(delegation,
                timeline(delegation, restructures.getOrDefault(delegation.id(), List.of())), labels.get(delegation.audience())))
                .toList(), asOf);
    }

    private Delegation requireKnown(UUID id, Instant knownAt) {
        history.requireKnown(knownAt);
        return knownAt == null ? delegations.require(id) : delegations.requireKnown(id, knownAt);
    }

    private Timeline timeline(Delegation delegation) {
        return timeline(delegation,
                delegation.restructures() == 0 ? List.of() : delegations.listRestructures(List.of(delegation.id())));
    }

    /** Of what was known when the delegation had this version. */
    private static Timeline timeline(Delegation delegation, List<Restructure> restructures) {
        List<Step> steps = restructures.stream().filter(restructure -> restructure.delegationVersion() <= delegation.version())
                .map(Restructure::step).toList();
        return new Timeline(delegation.formation(), steps);
    }

    private static Optional<Restructure> find(List<Restructure> restructures, UUID id) {
        return restructures.stream().filter(restructure -> restructure.id().equals(id)).findFirst();
    }

    private Composition compose(Delegation delegation, Restructuring said) {
        return delegates.compose(delegation.party(), said.level(), said.head(), said.members(), said.represents());
    }

    private LocalDate gatheringStarts(Delegation delegation) {
        return gatherings.require(delegation.gathering()).startsOn();
    }

    private void requireGathering(UUID id, Series series) {
        try {
            if (gatherings.require(id).series() != series) {
                throw new InvalidRequest("gathering", "must be of the series of the party");
            }
        } catch (RecordNotFound e) {
            throw new InvalidRequest("gathering", "must be the id of a gathering");
        }
    }

    private Label label(Delegation delegation) {
        return audiences.labels(List.of(delegation.audience())).get(delegation.audience());
    }
}
