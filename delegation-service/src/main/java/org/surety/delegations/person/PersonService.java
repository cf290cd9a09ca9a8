package org.surety.delegations.person;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.contracts.Rank;
import org.surety.contracts.Series;
import org.surety.delegations.authorship.Authorship;
import org.surety.delegations.party.PartyService;
import org.surety.kit.clock.Today;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.kit.http.Versions;
import org.surety.kit.label.Audiences;
import org.surety.kit.label.Label;
import org.surety.kit.log.ChangeLog;
import org.surety.kit.log.History;

/** The use cases of persons, each one transaction. */
@ApplicationScoped
public class PersonService {

    private final PersonRepository persons;
    private final KeptNames keptNames;
    private final PartyService parties;
    private final Authorship authorship;
    private final ChangeLog log;
    private final Audiences audiences;
    private final Paging paging;
    private final Today today;
    private final History history;

    PersonService(PersonRepository persons, KeptNames keptNames, PartyService parties, Authorship authorship, ChangeLog log,
            Audiences audiences, Paging paging, Today today, History history) {
        this.persons = persons;
        this.keptNames = keptNames;
        this.parties = parties;
        this.authorship = authorship;
        this.log = log;
        this.audiences = audiences;
        this.paging = paging;
        this.today = today;
        this.history = history;
    }

    @Transactional
    PersonRepresentation record(PersonRecord record) {
        record.check();
        parties.requireKnown(record.party(), "party");
        Label label = record.label().ownedBy(record.party(), Series.ofParty(record.party()));
        authorship.requireFor(record.party(), label);
        Person person = Person.record(record, audiences.intern(label));
        persons.persist(person);
        log.append(() -> PersonEvents.recorded(person, label, today.day()));
        return PersonRepresentation.from(person, label);
    }

    @Transactional
    PersonRepresentation amend(UUID id, long version, PersonDescription description) {
        description.check();
        Person person = persons.require(id);
        Label label = label(person);
        authorship.requireFor(person.party(), label);
        Versions.require(version, person.version());
        List<String> changed = person.amend(description);
        if (!changed.isEmpty()) {
            log.append(() -> PersonEvents.amended(person, label, changed, today.day()));
        }
        return PersonRepresentation.from(person, label);
    }

    /** Name and post are gone with the transaction, from the answers that are kept for repeated requests too. */
    @Transactional
    PersonRepresentation erase(UUID id, long version) {
        Person person = persons.require(id);
        Label label = label(person);
        authorship.requireFor(person.party(), label);
        Versions.require(version, person.version());
        String name = person.name();
        List<String> changed = person.erase(today.day());
        if (!changed.isEmpty()) {
            log.append(() -> PersonEvents.erased(person, label, changed, today.day()));
            keptNames.erase(PersonRepresentation.from(person, label), name);
        }
        return PersonRepresentation.from(person, label);
    }

    /** The person with the rank known at an instant - null: as it stands - and with today's name, the only one there is. */
    @Transactional
    PersonRepresentation require(UUID id, Instant knownAt) {
        history.requireKnown(knownAt);
        Person person = knownAt == null ? persons.require(id) : persons.requireKnown(id, knownAt);
        return PersonRepresentation.from(person, label(person));
    }

    /** The persons with these ids that the viewer may see, by id; for other features too. */
    @Transactional
    public Map<UUID, PersonRepresentation> find(List<UUID> ids) {
        return find(ids, null);
    }

    /** The same with the ranks that were known at an instant; null: as they stand. */
    @Transactional
    public Map<UUID, PersonRepresentation> find(List<UUID> ids, Instant knownAt) {
        history.requireKnown(knownAt);
        List<Person> found = persons.listByIds(ids, knownAt);
        Map<Integer, Label> labels = audiences.labels(found.stream().map(Person::audience).toList());
        return found.stream().collect(Collectors.toMap(Person::id, p -> PersonRepresentation.from(p, labels.get(p.audience()))));
    }

    @Transactional
    Page<PersonRepresentation> list(String party, Rank rank, Instant knownAt, Paging.Request request) {
        history.requireKnown(knownAt);
        Page<Person> page = paging.page(request, persons.list(party, rank, knownAt, request),
                person -> List.of(person.party(), person.id().toString()));
        Map<Integer, Label> labels = audiences.labels(page.items().stream().map(Person::audience).toList());
        return page.map(person -> PersonRepresentation.from(person, labels.get(person.audience())));
    }

    private Label label(Person person) {
        return audiences.labels(List.of(person.audience())).get(person.audience());
    }
}
