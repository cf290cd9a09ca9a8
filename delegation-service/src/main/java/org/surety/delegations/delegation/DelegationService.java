package org.surety.delegations.delegation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.exception.ConstraintViolationException;
import org.surety.contracts.DisclosedLevel;
import org.surety.contracts.Rank;
import org.surety.contracts.Series;
import org.surety.delegations.authorship.Authorship;
import org.surety.delegations.delegation.DelegationRepository.DelegationFilter;
import org.surety.delegations.gathering.GatheringService;
import org.surety.delegations.person.PersonRepresentation;
import org.surety.delegations.person.PersonService;
import org.surety.kit.clock.Today;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.kit.http.Versions;
import org.surety.kit.label.Audiences;
import org.surety.kit.label.Label;
import org.surety.kit.log.ChangeLog;
import org.surety.kit.problem.InvalidRequest;
import org.surety.kit.problem.RecordNotFound;

/** The use cases of delegations, each one transaction. */
@ApplicationScoped
class DelegationService {

    private final DelegationRepository delegations;
    private final GatheringService gatherings;
    private final PersonService persons;
    private final Authorship authorship;
    private final ChangeLog log;
    private final Audiences audiences;
    private final Paging paging;
    private final Today today;

    DelegationService(DelegationRepository delegations, GatheringService gatherings, PersonService persons, Authorship authorship,
            ChangeLog log, Audiences audiences, Paging paging, Today today) {
        this.delegations = delegations;
        this.gatherings = gatherings;
        this.persons = persons;
        this.authorship = authorship;
        this.log = log;
        this.audiences = audiences;
        this.paging = paging;
        this.today = today;
    }

    @Transactional
    DelegationRepresentation form(DelegationFormation formation) {
        formation.check();
        Series series = Series.ofParty(formation.party());
        requireGathering(formation.gathering(), series);
        Label label = formation.label().ownedBy(formation.party(), series);
        authorship.requireFor(formation.party(), label, formation.sources());
        Composition composition = compose(formation.party(), formation.level(), formation.head(), formation.members(),
                formation.represents());
        Delegation delegation = Delegation.form(formation.gathering(), formation.party(), composition, formation.description(),
                audiences.intern(label));
        delegations.persist(delegation);
        try {
            log.append(() -> DelegationEvents.formed(delegation, label, today.day()));
        } catch (ConstraintViolationException e) {
            throw "delegation_once_a_party".equals(e.getConstraintName()) ? DelegationProblem.exists(formation.party()) : e;
        }
        return DelegationRepresentation.from(delegation, label);
    }

    @Transactional
    DelegationRepresentation amend(UUID id, long version, DelegationDescription description) {
        description.check();
        Delegation delegation = delegations.require(id);
        Label label = label(delegation);
        authorship.requireFor(delegation.party(), label, description.sources());
        Versions.require(version, delegation.version());
        List<String> changed = delegation.amend(description);
        if (!changed.isEmpty()) {
            log.append(() -> DelegationEvents.amended(delegation, label, changed, today.day()));
        }
        return DelegationRepresentation.from(delegation, label);
    }

    /**
     * What a restructure did.
     *
     * @param restructure null when the composition was the one that stood already: then nothing was recorded
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
        Composition earlier = delegation.composition();
        Composition later = compose(delegation.party(), said.level(), said.head(), said.members(), said.represents());
        List<String> changed = delegation.restructure(later);
        if (changed.isEmpty()) {
            return new Restructured(delegation.version(), null);
        }
        delegations.flush();
        Restructure restructure = Restructure.of(delegation, earlier, said);
        delegations.persist(restructure);
        log.append(() -> DelegationEvents.restructured(delegation, restructure, label, changed, today.day()));
        return new Restructured(delegation.version(), RestructureRepresentation.from(id, restructure));
    }

    @Transactional
    DelegationRepresentation require(UUID id) {
        Delegation delegation = delegations.require(id);
        return DelegationRepresentation.from(delegation, label(delegation));
    }

    @Transactional
    List<RestructureRepresentation> restructures(UUID id) {
        delegations.require(id);
        return delegations.listRestructures(id).stream().map(restructure -> RestructureRepresentation.from(id, restructure))
                .toList();
    }

    @Transactional
    Page<DelegationRepresentation> list(DelegationFilter filter, Paging.Request request) {
        Page<Delegation> page = paging.page(request, delegations.list(filter, request),
                delegation -> List.of(delegation.party(), delegation.id().toString()));
        Map<Integer, Label> labels = audiences.labels(page.items().stream().map(Delegation::audience).toList());
        return page.map(delegation -> DelegationRepresentation.from(delegation, labels.get(delegation.audience())));
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

    /** A person that the writer may not see is as unknown as one that does not exist. */
    private Composition compose(String party, DisclosedLevel level, Head head, List<UUID> members, String represents) {
        List<UUID> all = new ArrayList<>(head.persons());
        all.addAll(members);
        Map<UUID, PersonRepresentation> known = persons.find(all);
        for (UUID person : all) {
            if (!known.containsKey(person) || !known.get(person).party().equals(party)) {
                throw new InvalidRequest(head.persons().contains(person) ? "head.persons" : "members",
                        "must be persons of " + party);
            }
        }
        List<Rank> ranks = head.persons().stream().map(person -> known.get(person).rank()).toList();
        return Composition.of(level, head, ranks, members, represents);
    }

    private Label label(Delegation delegation) {
        return audiences.labels(List.of(delegation.audience())).get(delegation.audience());
    }
}
