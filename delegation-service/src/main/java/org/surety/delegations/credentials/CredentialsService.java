package org.surety.delegations.credentials;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

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
import org.surety.kit.problem.Violations;

/** The use cases of credentials, each one transaction: the sender presents, the host examines. */
@ApplicationScoped
public class CredentialsService {

    private final CredentialsRepository credentials;
    private final Hosting hosting;
    private final PersonService persons;
    private final Authorship authorship;
    private final ChangeLog log;
    private final History history;
    private final Audiences audiences;
    private final Paging paging;
    private final Today today;

    CredentialsService(CredentialsRepository credentials, Hosting hosting, PersonService persons, Authorship authorship,
            ChangeLog log, History history, Audiences audiences, Paging paging, Today today) {
        this.credentials = credentials;
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
    CredentialsRepresentation present(Presentation presentation) {
        presentation.check();
        HostedDelegation delegation = hosting.requireDelegation(presentation.delegation());
        Label label = delegation.label(presentation.label());
        authorship.requireFor(delegation.party(), label);
        delegation.gathering().requireTakingPlace();
        CredentialsDescription description = presentation.description();
        description.check(new Violations(), delegation.series(), today.day()).refuse();
        requirePersons(description, delegation.party());
        Credentials presented = Credentials.present(delegation, description, today.day(), audiences.intern(label));
        credentials.persist(presented);
        log.append(() -> CredentialsEvents.presented(presented, label, List.of()));
        return represent(presented, label);
    }

    @Transactional
    CredentialsRepresentation presentAnew(UUID id, long version, CredentialsDescription description) {
        Credentials presented = credentials.require(id);
        description.check(new Violations(), presented.series(), today.day()).refuse();
        Label label = label(presented);
        authorship.requireFor(presented.party(), label);
        Versions.require(version, presented.version());
        hosting.requireGathering(presented.gathering()).requireTakingPlace();
        requirePersons(description, presented.party());
        List<String> changed = presented.presentAnew(description, today.day());
        if (!changed.isEmpty()) {
            log.append(() -> CredentialsEvents.presented(presented, label, changed));
        }
        return represent(presented, label);
    }

    @Transactional
    CredentialsRepresentation examine(UUID id, long version, Examination examination) {
        Credentials presented = credentials.require(id);
        examination.check(presented.series(), today.day());
        hosting.requireHost(presented.host(), presented.gathering());
        Versions.require(version, presented.version());
        Label label = label(presented);
        List<String> changed = presented.examine(examination, today.day());
        if (!changed.isEmpty()) {
            log.append(() -> CredentialsEvents.examined(presented, label, changed));
        }
        return represent(presented, label);
    }

    /** The credentials as they were known at an instant; null: as they stand. */
    @Transactional
    CredentialsRepresentation require(UUID id, Instant knownAt) {
        history.requireKnown(knownAt);
        Credentials found = knownAt == null ? credentials.require(id) : credentials.requireKnown(id, knownAt);
        return represent(found, label(found));
    }

    @Transactional
    Page<CredentialsRepresentation> list(HostedFilter filter, Credentials.Status status, Paging.Request request) {
        history.requireKnown(filter.knownAt());
        Page<Credentials> page = paging.page(request, credentials.list(filter, status, request),
                one -> List.of(one.party(), one.id().toString()));
        return new Page<>(represent(page.items()), page.next());
    }

    /** A person that the writer may not see is as unknown as one that does not exist. */
    private void requirePersons(CredentialsDescription description, String party) {
        List<UUID> all = new ArrayList<>(description.persons());
        if (description.issuedBy() != null) {
            all.add(description.issuedBy());
        }
        Map<UUID, PersonRepresentation> known = persons.find(all);
        new Violations()
                .check(description.persons().stream().allMatch(person -> isOf(party, known.get(person))), "persons",
                        "must be persons of " + party)
                .check(description.issuedBy() == null || isOf(party, known.get(description.issuedBy())), "issuedBy",
                        "must be a person of " + party)
                .refuse();
    }

    private static boolean isOf(String party, PersonRepresentation person) {
        return person != null && person.party().equals(party);
    }

    private CredentialsRepresentation represent(Credentials one, Label label) {
        return CredentialsRepresentation.from(one, label, hosting.visible(CredentialsRepresentation.referencesOf(one).toList()));
    }

    private List<CredentialsRepresentation> represent(List<Credentials> some) {
        Map<Integer, Label> labels = audiences.labels(some.stream().map(Credentials::audience).toList());
        Set<UUID> visible = hosting.visible(some.stream().flatMap(CredentialsRepresentation::referencesOf).distinct().toList());
        return some.stream().map(one -> CredentialsRepresentation.from(one, labels.get(one.audience()), visible)).toList();
    }

    private Label label(Credentials one) {
        return audiences.labels(List.of(one.audience())).get(one.audience());
    }
}
