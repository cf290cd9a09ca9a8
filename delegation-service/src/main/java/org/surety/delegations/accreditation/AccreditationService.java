package org.surety.delegations.accreditation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.exception.ConstraintViolationException;
import org.surety.delegations.authorship.Authorship;
import org.surety.delegations.hosting.HostedDelegation;
import org.surety.delegations.hosting.HostedFilter;
import org.surety.delegations.hosting.Hosting;
import org.surety.delegations.person.PersonRepresentation;
import org.surety.delegations.person.PersonService;
import org.surety.kit.clock.Today;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.kit.http.Versions;
import org.surety.kit.label.Audiences;
import org.surety.kit.label.Label;
import org.surety.kit.log.ChangeLog;
import org.surety.kit.log.History;
import org.surety.kit.problem.InvalidRequest;

/** The use cases of accreditations, each one transaction: the sender asks and withdraws, the host decides. */
@ApplicationScoped
public class AccreditationService {

    private final AccreditationRepository accreditations;
    private final Hosting hosting;
    private final PersonService persons;
    private final Authorship authorship;
    private final ChangeLog log;
    private final History history;
    private final Audiences audiences;
    private final Paging paging;
    private final Today today;

    AccreditationService(AccreditationRepository accreditations, Hosting hosting, PersonService persons, Authorship authorship,
            ChangeLog log, History history, Audiences audiences, Paging paging, Today today) {
        this.accreditations = accreditations;
        this.hosting = hosting;
        this.persons = persons;
        this.authorship = authorship;
        this.log = log;
        this.history = history;
        this.audiences = audiences;
        this.paging = paging;
        this.today = today;
    }

    @Transactional
    AccreditationRepresentation request(AccreditationRequest request) {
        request.check();
        HostedDelegation delegation = hosting.requireDelegation(request.delegation());
        Label label = delegation.label(request.label());
        authorship.requireFor(delegation.party(), label);
        delegation.gathering().requireTakingPlace();
        requirePerson(request.person(), delegation.party());
        Accreditation accreditation = Accreditation.request(delegation, request.person(), today.day(), audiences.intern(label));
        accreditations.persist(accreditation);
        try {
            log.append(() -> AccreditationEvents.requested(accreditation, label));
        } catch (ConstraintViolationException e) {
            throw "accreditation_open_once".equals(e.getConstraintName()) ? AccreditationProblem.exists() : e;
        }
        return represent(accreditation, label);
    }

    @Transactional
    AccreditationRepresentation decide(UUID id, long version, HostDecision decision) {
        Accreditation accreditation = accreditations.require(id);
        decision.check(accreditation.series(), today.day());
        hosting.requireHost(accreditation.host(), accreditation.gathering());
        Versions.require(version, accreditation.version());
        Label label = label(accreditation);
        List<String> changed = accreditation.decide(decision, today.day());
        if (!changed.isEmpty()) {
            log.append(() -> AccreditationEvents.decided(accreditation, label, changed));
        }
        return represent(accreditation, label);
    }

    @Transactional
    AccreditationRepresentation withdraw(UUID id, long version, Withdrawal withdrawal) {
        withdrawal.check();
        Accreditation accreditation = accreditations.require(id);
        Label label = label(accreditation);
        authorship.requireFor(accreditation.party(), label);
        Versions.require(version, accreditation.version());
        List<String> changed = accreditation.withdraw(withdrawal.reason(), today.day());
        if (!changed.isEmpty()) {
            log.append(() -> AccreditationEvents.withdrawn(accreditation, label, changed));
        }
        return represent(accreditation, label);
    }

    /** The accreditation as it was known at an instant; null: as it stands. */
    @Transactional
    AccreditationRepresentation require(UUID id, Instant knownAt) {
        history.requireKnown(knownAt);
        Accreditation accreditation = knownAt == null ? accreditations.require(id) : accreditations.requireKnown(id, knownAt);
        return represent(accreditation, label(accreditation));
    }

    @Transactional
    Page<AccreditationRepresentation> list(HostedFilter filter, Accreditation.Status status, Paging.Request request) {
        history.requireKnown(filter.knownAt());
        Page<Accreditation> page = paging.page(request, accreditations.list(filter, status, request),
                accreditation -> List.of(accreditation.party(), accreditation.id().toString()));
        return new Page<>(represent(page.items()), page.next());
    }

    /** A person that the writer may not see is as unknown as one that does not exist. */
    private void requirePerson(UUID id, String party) {
        PersonRepresentation person = persons.find(List.of(id)).get(id);
        if (person == null || !person.party().equals(party)) {
            throw new InvalidRequest("person", "must be a person of " + party);
        }
    }

    private AccreditationRepresentation represent(Accreditation accreditation, Label label) {
        return AccreditationRepresentation.from(accreditation, label,
                hosting.visible(AccreditationRepresentation.referencesOf(accreditation).toList()));
    }

    private List<AccreditationRepresentation> represent(List<Accreditation> some) {
        Map<Integer, Label> labels = audiences.labels(some.stream().map(Accreditation::audience).toList());
        Set<UUID> visible = hosting.visible(some.stream().flatMap(AccreditationRepresentation::referencesOf).distinct().toList());
        return some.stream().map(one -> AccreditationRepresentation.from(one, labels.get(one.audience()), visible)).toList();
    }

    private Label label(Accreditation accreditation) {
        return audiences.labels(List.of(accreditation.audience())).get(accreditation.audience());
    }
}
