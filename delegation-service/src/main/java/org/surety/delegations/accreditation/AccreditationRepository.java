package org.surety.delegations.accreditation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.delegations.hosting.HostedFilter;
import org.surety.delegations.hosting.HostedRecords;
import org.surety.kit.http.Paging;
import org.surety.kit.problem.RecordNotFound;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The accreditations, as far as the viewer may see them. */
@ApplicationScoped
class AccreditationRepository implements PanacheRepositoryBase<Accreditation, UUID> {

    private static final String TABLE = "accreditation";

    /** What there is to do is at gatherings that are still planned: the others are over, or called off. */
    private static final String REQUESTED = """
            select a.* from accreditation a join gathering g on g.id = a.gathering_id
            where a.status = 'REQUESTED' and g.status = 'PLANNED' and %s = :party order by g.starts_on, a.id""";

    private static final String TO_DECIDE = REQUESTED.formatted("g.host");

    private static final String UNDECIDED = REQUESTED.formatted("a.party");

    private final HostedRecords records;

    AccreditationRepository(HostedRecords records) {
        this.records = records;
    }

    Accreditation require(UUID id) {
        return findByIdOptional(id).orElseThrow(RecordNotFound::new);
    }

    /** To be read and not to be changed. */
    Accreditation requireKnown(UUID id, Instant knownAt) {
        return records.findKnown(Accreditation.class, TABLE, id, knownAt).orElseThrow(RecordNotFound::new);
    }

    /** In the order of party and id. */
    List<Accreditation> list(HostedFilter filter, Accreditation.Status status, Paging.Request page) {
        return records.list(Accreditation.class, TABLE, filter, status, page);
    }

    /** Those that the party as a host has not decided, in the order of the gatherings. */
    List<Accreditation> listToDecide(String host, int limit) {
        return undecided(TO_DECIDE, host, limit);
    }

    /** Those that the party has asked for and no host has decided, in the order of the gatherings. */
    List<Accreditation> listUndecided(String party, int limit) {
        return undecided(UNDECIDED, party, limit);
    }

    @SuppressWarnings("unchecked")
    private List<Accreditation> undecided(String query, String party, int limit) {
        return getEntityManager().createNativeQuery(query, Accreditation.class).setParameter("party", party).setMaxResults(limit)
                .getResultList();
    }
}
