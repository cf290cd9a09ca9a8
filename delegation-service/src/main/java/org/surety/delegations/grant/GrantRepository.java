package org.surety.delegations.grant;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.surety.contracts.Ground;
import org.surety.contracts.KindOfAct;
import org.surety.kit.http.Paging;
import org.surety.kit.problem.RecordNotFound;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;

/** The grants, as far as the viewer may see them: as they stand (r), or as they were known at an instant (their version row v). */
@ApplicationScoped
class GrantRepository implements PanacheRepositoryBase<Grant, UUID> {

    private static final LocalDate NO_END = LocalDate.of(9999, 12, 31);

    private static final String AS_KNOWN = "join authority_grant_version v on v.id = r.id "
            + "and v.version = version_known_at(cast(r.id as text), :known) ";

    /** What tells a grant from another never changes, so it is looked for in the record itself and by its indexes. */
    private static final String ONE = "select %1$s.* from authority_grant r %2$s where r.id = :id";

    private static final String OF_PERSON = "select %1$s.* from authority_grant r %2$s "
            + "where r.person_id = :person and r.party = :party order by r.id";

    private static final String LIST = """
            select %1$s.* from authority_grant r %2$s
            where r.ground = :ground and (cast(:party as text) is null or r.party = :party)
              and (cast(:person as uuid) is null or r.person_id = :person and exists (select from person p where p.id = :person))
              and (cast(:act as text) is null or %1$s.act is null or %1$s.act = :act)
              and (cast(:scope as text) is null or %1$s.scope = :scope)
              and (cast(:day as date) is null or %1$s.holds_from <= :day and coalesce(%1$s.holds_until >= :day, true)
                   and coalesce(%1$s.revoked_on > :day, true))
              and (r.party, r.id) > (:afterParty, :afterId)
            order by r.party, r.id limit :fetch""";

    /** The grant of this ground; for a change, or to be read as it stands. */
    Grant require(Ground ground, UUID id) {
        return findByIdOptional(id).filter(grant -> grant.ground() == ground).orElseThrow(RecordNotFound::new);
    }

    /** The grant as it was known at the instant. */
    Grant requireKnown(Ground ground, UUID id, Instant knownAt) {
        return query(ONE, knownAt).setParameter("id", id).getResultList().stream().filter(grant -> grant.ground() == ground)
                .findFirst()
                .orElseThrow(RecordNotFound::new);
    }

    /** All that a person was ever granted for the party, in the order of ids. */
    List<Grant> listOfPerson(String party, UUID person, Instant knownAt) {
        return query(OF_PERSON, knownAt).setParameter("person", person).setParameter("party", party).getResultList();
    }

    /** In the order of party and id. */
    List<Grant> list(Ground ground, GrantFilter filter, Paging.Request page) {
        boolean first = page.after().isEmpty();
        return query(LIST, filter.knownAt())
                .setParameter("ground", ground.name())
                .setParameter("party", filter.party(), String.class)
                .setParameter("person", filter.person(), UUID.class)
                .setParameter("act", filter.act() == null ? null : filter.act().name(), String.class)
                .setParameter("scope", filter.scope() == null ? null : GrantDescription.scopeOf(filter.scope()), String.class)
                .setParameter("day", filter.validOn(), LocalDate.class)
                .setParameter("afterParty", first ? "" : page.after().get(0))
                .setParameter("afterId", first ? new UUID(0, 0) : UUID.fromString(page.after().get(1)))
                .setParameter("fetch", page.fetch())
                .getResultList();
    }

    /**
     * Holds the person's row until the transaction ends, so that of two grants at the same moment the second sees the first. Not a lock
     * against references to the person, which are no change of it.
     */
    void lock(UUID person) {
        getEntityManager().createNativeQuery("select id from person where id = :person for no key update", UUID.class)
                .setParameter("person", person).getSingleResult();
    }

    /** Another one that is not revoked, of the same ground, person and - office or act and scope - kind, that has a day in common with it. */
    Optional<Grant> findOverlapping(Grant grant) {
        return find("party = :party and person = :person and ground = :ground and id <> :id and revokedOn is null "
                + "and (office is not null and office = :office or office is null and act = :act and scope = :scope) "
                + "and holdsFrom <= :until and (holdsUntil is null or holdsUntil >= :from) order by id",
                Parameters.with("party", grant.party()).and("person", grant.person()).and("ground", grant.ground())
                        .and("id", grant.id()).and("office", grant.office()).and("act", grant.act()).and("scope", grant.scope())
                        .and("from", grant.from()).and("until", grant.until() == null ? NO_END : grant.until()))
                .firstResultOptional();
    }

    /** A past state is read and never written back. */
    private NativeQuery<Grant> query(String sql, Instant knownAt) {
        NativeQuery<Grant> query = getEntityManager().unwrap(Session.class).createNativeQuery(
                sql.formatted(knownAt == null ? "r" : "v", knownAt == null ? "" : AS_KNOWN), Grant.class);
        query.setReadOnly(true);
        return knownAt == null ? query : query.setParameter("known", knownAt, Instant.class);
    }

    /** What a list of grants may be narrowed by; null: not. */
    record GrantFilter(@QueryParam("party") String party, @QueryParam("person") UUID person,
            @Parameter(description = "Those that are enough for this kind of act") @QueryParam("act") KindOfAct act,
            @Parameter(description = "Those of exactly this scope") @QueryParam("scope") String scope,
            @Parameter(description = "Those that hold on this day") @QueryParam("validOn") LocalDate validOn,
            @Parameter(description = "As it was known at this instant") @QueryParam("knownAt") Instant knownAt) {
    }
}
