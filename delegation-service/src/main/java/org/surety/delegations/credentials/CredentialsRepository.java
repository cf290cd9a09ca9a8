package org.surety.delegations.credentials;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.surety.delegations.hosting.HostedFilter;
import org.surety.delegations.hosting.HostedRecords;
import org.surety.kit.http.Paging;
import org.surety.kit.problem.RecordNotFound;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The credentials, as far as the viewer may see them. */
@ApplicationScoped
class CredentialsRepository implements PanacheRepositoryBase<Credentials, UUID> {

    private static final String TABLE = "credentials";

    /** What there is to do is at gatherings that are still planned: the others are over, or called off. */
    private static final String IN_QUESTION = """
            select c.* from credentials c join gathering g on g.id = c.gathering_id
            where c.status in ('PROVISIONAL', 'CHALLENGED') and g.status = 'PLANNED' and c.party = :party
            order by g.starts_on, c.id""";

    /** The heads that no credentials of the delegation name, of those that are presented or accepted. */
    private static final String MISSING = """
            select d.id as delegation, g.id as gathering, g.starts_on as starts_on, h.without as heads
            from delegation d join gathering g on g.id = d.gathering_id
            cross join lateral (
                select string_agg(head, ',' order by place) as without
                from jsonb_array_elements_text(d.heads) with ordinality as heads (head, place)
                where not exists (select from credentials c
                    where c.delegation_id = d.id and c.status in ('PRESENTED', 'ACCEPTED') and c.persons @> to_jsonb(head))) h
            where d.party = :party and g.status = 'PLANNED' and g.ends_on >= :today
              and (h.without is not null or d.head_kind = 'UNDISCLOSED' and not exists (select from credentials c
                  where c.delegation_id = d.id and c.status in ('PRESENTED', 'ACCEPTED')))
            order by g.starts_on, d.id""";

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

    /** Those of the party that a host has challenged or taken provisionally, in the order of the gatherings. */
    @SuppressWarnings("unchecked")
    List<Credentials> listInQuestion(String party, int limit) {
        return getEntityManager().createNativeQuery(IN_QUESTION, Credentials.class).setParameter("party", party)
                .setMaxResults(limit)
                .getResultList();
    }

    /** What the party has still to present, from today on, in the order of the gatherings. */
    @SuppressWarnings("unchecked")
    List<MissingCredentials> listMissing(String party, LocalDate today, int limit) {
        List<Tuple> rows = getEntityManager().createNativeQuery(MISSING, Tuple.class).setParameter("party", party)
                .setParameter("today", today).setMaxResults(limit).getResultList();
        return rows.stream().map(row -> new MissingCredentials(row.get("delegation", UUID.class), row.get("gathering", UUID.class),
                row.get("starts_on", LocalDate.class), ids(row.get("heads", String.class)))).toList();
    }

    private static List<UUID> ids(String joined) {
        return joined == null ? List.of() : Arrays.stream(joined.split(",")).map(UUID::fromString).toList();
    }
}
