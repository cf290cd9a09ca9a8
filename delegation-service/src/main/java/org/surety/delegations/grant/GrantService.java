package org.surety.delegations.grant;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.contracts.Authority;
import org.surety.contracts.AuthorityAnswer;
import org.surety.contracts.AuthorityState;
import org.surety.contracts.Ground;
import org.surety.contracts.KindOfAct;
import org.surety.contracts.Office;
import org.surety.contracts.PartyKind;
import org.surety.contracts.Series;
import org.surety.delegations.authorship.Authorship;
import org.surety.delegations.grant.GrantRepository.GrantFilter;
import org.surety.delegations.grant.GrantRepresentation.Revocation;
import org.surety.delegations.party.PartyService;
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
import org.surety.kit.problem.Violations;

/** The use cases of grants, each one transaction. */
@ApplicationScoped
public class GrantService {

    private final GrantRepository grants;
    private final PartyService parties;
    private final PersonService persons;
    private final Authorship authorship;
    private final ChangeLog log;
    private final History history;
    private final Audiences audiences;
    private final Paging paging;
    private final Today today;

    GrantService(GrantRepository grants, PartyService parties, PersonService persons, Authorship authorship, ChangeLog log,
            History history, Audiences audiences, Paging paging, Today today) {
        this.grants = grants;
        this.parties = parties;
        this.persons = persons;
        this.authorship = authorship;
        this.log = log;
        this.history = history;
        this.audiences = audiences;
        this.paging = paging;
        this.today = today;
    }

    @Transactional
    GrantRepresentation grant(Ground ground, Granting granting) {
        granting.check(ground, today.day());
        parties.requireKnown(granting.party(), "party");
        Label label = granting.labelOr(ground).ownedBy(granting.party(), Series.ofParty(granting.party()));
        authorship.requireFor(granting.party(), label, granting.sources());
        GrantDescription description = granting.description(ground, today.day());
        requirePerson(granting.person(), granting.party(), "person");
        requireOffice(description.office(), granting.party());
        Grant grant = Grant.grant(ground, granting.party(), granting.person(), description, audiences.intern(label));
        requireIssuer(grant);
        grants.lock(grant.person());
        requireNoOverlap(grant);
        grants.persist(grant);
        log.append(() -> GrantEvents.granted(grant, label));
        return represent(grant, label);
    }

    /** What was believed until now stays in the version rows: {@code knownAt} shows it. */
    @Transactional
    GrantRepresentation correct(Ground ground, UUID id, long version, GrantDescription said) {
        Grant grant = grants.require(ground, id);
        GrantDescription description = said.issuedOnOr(ground, grant.issuedOn());
        description.check(ground, today.day(), new Violations()).refuse();
        Label label = label(grant);
        authorship.requireFor(grant.party(), label, description.sources());
        Versions.require(version, grant.version());
        requireOffice(description.office(), grant.party());
        grants.lock(grant.person());
        List<String> changed = grant.correct(description);
        if (!changed.isEmpty()) {
            requireIssuer(grant);
            requireNoOverlap(grant);
            log.append(() -> GrantEvents.amended(grant, label, changed));
        }
        return represent(grant, label);
    }

    @Transactional
    GrantRepresentation revoke(Ground ground, UUID id, long version, Revocation revocation) {
        revocation.check();
        Grant grant = grants.require(ground, id);
        Label label = label(grant);
        authorship.requireFor(grant.party(), label, grant.sources());
        Versions.require(version, grant.version());
        List<String> changed = grant.revoke(revocation.revokedOn(), revocation.reason());
        if (!changed.isEmpty()) {
            log.append(() -> GrantEvents.revoked(grant, label, changed));
        }
        return represent(grant, label);
    }

    @Transactional
    GrantRepresentation require(Ground ground, UUID id, Instant knownAt) {
        history.requireKnown(knownAt);
        Grant grant = knownAt == null ? grants.require(ground, id) : grants.requireKnown(ground, id, knownAt);
        return represent(grant, label(grant));
    }

    @Transactional
    Page<GrantRepresentation> list(Ground ground, GrantFilter filter, Paging.Request request) {
        history.requireKnown(filter.knownAt());
        if (filter.scope() != null) {
            GrantDescription.checkScope(GrantDescription.scopeOf(filter.scope()), new Violations()).refuse();
        }
        // Whoever may not see a person does not learn from a filter which grants are that person's.
        boolean nobody = filter.person() != null && persons.find(List.of(filter.person())).isEmpty();
        Page<Grant> page = paging.page(request, nobody ? List.of() : grants.list(ground, filter, request),
                grant -> List.of(grant.party(), grant.id().toString()));
        Map<Integer, Label> labels = audiences.labels(page.items().stream().map(Grant::audience).toList());
        Set<UUID> visible = visible(page.items());
        return page.map(grant -> GrantRepresentation.from(grant, labels.get(grant.audience()), visible));
    }

    /** All grants of the person for the party, resolved, as far as the viewer sees them; for other features. Null: as they stand. */
    @Transactional
    public List<AuthorityState> held(String party, UUID person, Instant knownAt) {
        return grants.listOfPerson(party, person, knownAt).stream().map(Grant::resolved).toList();
    }

    /** Where the grant is read; for other features. */
    public static String path(AuthorityState grant) {
        return GrantRepresentation.path(grant.ground(), grant.id());
    }

    /** A person that the writer may not see is as unknown as one that does not exist. */
    private void requirePerson(UUID person, String party, String field) {
        PersonRepresentation known = persons.find(List.of(person)).get(person);
        if (known == null || !known.party().equals(party)) {
            throw new InvalidRequest(field, "must be a person of " + party);
        }
    }

    private void requireOffice(Office office, String party) {
        if (office != null
                && (office == Office.HEAD_OF_ORGANISATION) != (parties.require(party).kind() == PartyKind.ORGANISATION)) {
            throw new InvalidRequest("office", "must be HEAD_OF_ORGANISATION for an organisation, and another for a state");
        }
    }

    /**
     * Powers are issued by who had an office or powers to issue them, in general or for their scope, on the day of issue as it is known
     * now: by the one rule, asked about these two grounds. What becomes of the issuer later does not touch them.
     */
    private void requireIssuer(Grant grant) {
        if (grant.issuedBy() == null) {
            return;
        }
        requirePerson(grant.issuedBy(), grant.party(), "issuedBy");
        List<AuthorityState> held = held(grant.party(), grant.issuedBy(), null).stream()
                .filter(other -> !other.id().equals(grant.id()))
                .filter(other -> other.ground() == Ground.OFFICE || other.ground() == Ground.FULL_POWERS).toList();
        Authority issuer = Authority.of(null, held, KindOfAct.ISSUE_OF_POWERS, List.of(grant.scope()), grant.issuedOn());
        if (issuer.answer() != AuthorityAnswer.YES) {
            throw GrantProblem.issuerWithoutAuthority(grant.issuedOn());
        }
    }

    /** Twice accepted or twice confirmed is no contradiction; twice empowered for the same, and twice in the same office, is. */
    private void requireNoOverlap(Grant grant) {
        if (grant.ground() == Ground.FULL_POWERS || grant.ground() == Ground.OFFICE) {
            grants.findOverlapping(grant).ifPresent(other -> {
                throw GrantProblem.overlap(other.ground(), other.id());
            });
        }
    }

    private GrantRepresentation represent(Grant grant, Label label) {
        return GrantRepresentation.from(grant, label, visible(List.of(grant)));
    }

    private Set<UUID> visible(List<Grant> shown) {
        return persons.find(shown.stream().flatMap(grant -> Stream.of(grant.person(), grant.issuedBy())).filter(Objects::nonNull)
                .distinct().toList()).keySet();
    }

    private Label label(Grant grant) {
        return audiences.labels(List.of(grant.audience())).get(grant.audience());
    }
}
