package org.surety.delegations.credentials;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.delegations.hosting.HostedFilter;
import org.surety.delegations.hosting.HostedRecords;
import org.surety.kit.http.Paging;
import org.surety.kit.problem.RecordNotFound;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The credentials, as far as the viewer may see them. */
@ApplicationScoped
class CredentialsRepository implements PanacheRepositoryBase<Credentials, UUID> {

    private static final String TABLE = "credentials";

    private final HostedRecords records;

    CredentialsRepository(HostedRecords records) {
        this.records = records;
    }

    Credentials require(UUID id) {
        return findByIdOptional(id).orElseThrow(RecordNotFound::new);
    }

    /** To be read and not to be changed. */
    Credentials requireKnown(UUID id, Instant knownAt) {
        return records.findKnown(Credentials.class, TABLE, id, knownAt).orElseThrow(RecordNotFound::new);
    }

    /** In the order of party and id. */
    List<Credentials> list(HostedFilter filter, Credentials.Status status, Paging.Request page) {
        return records.list(Credentials.class, TABLE, filter, status, page);
    }
}
