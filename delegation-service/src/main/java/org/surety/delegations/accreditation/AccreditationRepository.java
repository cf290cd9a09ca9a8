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
}
