package org.surety.commitments.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.surety.kit.http.Paging;
import org.surety.kit.problem.RecordNotFound;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The deliveries, as far as the viewer may see them. */
@ApplicationScoped
class DeliveryRepository implements PanacheRepositoryBase<Delivery, UUID> {

    private static final String NOW = "select r.* from delivery_shown r";

    /** Through the record of today, whose row security has a say in what is shown of the past. */
    private static final String KNOWN = "select v.* from delivery r join delivery_version_shown v on v.id = r.id and v.version = "
            + "version_known_at(cast(r.id as text), :known)";

    /** Later than any day that can be stated: as it stands. */
    private static final LocalDate AS_IT_STANDS = LocalDate.of(9999, 12, 31);

    /** With the amounts that the viewer may see; to be read and not to be changed. */
    Delivery requireShown(UUID id) {
        return query(NOW + " where r.id = :id", null).setParameter("id", id).getResultStream().findFirst()
                .orElseThrow(RecordNotFound::new);
    }

    /** To be changed by giver or recipient, who see all of it. */
    Delivery require(UUID id) {
        return findByIdOptional(id).orElseThrow(RecordNotFound::new);
    }

    /** As it was known at the instant; to be read and not to be changed. */
    Delivery requireKnown(UUID id, Instant knownAt) {
        return query(KNOWN + " where r.id = :id", knownAt).setParameter("id", id).getResultStream().findFirst()
                .orElseThrow(RecordNotFound::new);
    }

    /** All of a commitment, in the order in which they were recorded. */
    List<Delivery> of(UUID commitment) {
        return list("commitment = ?1 order by number", commitment);
    }

    /** Those of these commitments of which something was delivered. */
    Set<UUID> delivered(Collection<UUID> commitments) {
        return commitments.isEmpty()
                ? Set.of()
                : Set.copyOf(getEntityManager()
                        .createQuery("select distinct d.commitment from Delivery d where d.commitment in (?1)", UUID.class)
                        .setParameter(1, commitments).getResultList());
    }

    /** All of a commitment that stood at the instant, null: now; to be read and not to be changed. */
    List<Delivery> standing(UUID commitment, Instant knownAt) {
        String row = knownAt == null ? "r." : "v.";
        return query((knownAt == null ? NOW : KNOWN) + " where r.commitment_id = :commitment and " + row
                + "withdrawn_on is null order by r.number", knownAt).setParameter("commitment", commitment).getResultList();
    }

    /** In the order in which they were recorded. Only the filters that are there stand in the query, so that each can use its index. */
    List<Delivery> list(DeliveryFilter filter, Paging.Request page) {
        String row = filter.knownAt() == null ? "r." : "v.";
        StringBuilder sql = new StringBuilder(filter.knownAt() == null ? NOW : KNOWN).append(" where r.number > :after");
        Map<String, Object> values = new LinkedHashMap<>();
        equal(sql, values, "r.party", "party", filter.party());
        equal(sql, values, "r.recipient", "recipient", filter.recipient());
        equal(sql, values, "r.series", "series", filter.series());
        if (filter.commitment() != null) {
            sql.append(" and r.commitment_id = :commitment");
            values.put("commitment", filter.commitment());
        }
        String stage = "delivery_stage_on(" + row + "steps, :day)";
        String confirmation = "delivery_confirmation_on(%1$squantity, %1$smoney, %1$sclaim, :day)".formatted(row);
        equal(sql, values, stage, "stage", filter.stage());
        if (filter.asOf() != null && filter.stage() == null) {
            sql.append(" and ").append(stage).append(" is not null");
        }
        if (filter.status() != null || filter.awaiting() != null) {
            sql.append(" and ").append(row).append("withdrawn_on is null");
        }
        equal(sql, values, confirmation, "status", filter.status());
        if (filter.awaiting() != null) {
            sql.append(" and ").append(stage).append(" in ('HANDED_OVER', 'DEPLOYED', 'PAID') and ").append(confirmation)
                    .append(" = 'UNCONFIRMED'");
        }
        sql.append(" order by r.number limit :fetch");
        if (sql.indexOf(":day") >= 0) {
            values.put("day", filter.asOf() == null ? AS_IT_STANDS : filter.asOf());
        }
        NativeQuery<Delivery> query = query(sql.toString(), filter.knownAt());
        values.forEach(query::setParameter);
        return query.setParameter("after", page.after().isEmpty() ? 0L : Long.parseLong(page.after().get(0)))
                .setParameter("fetch", page.fetch()).getResultList();
    }

    /** A past state is read and never written back. */
    private NativeQuery<Delivery> query(String sql, Instant knownAt) {
        NativeQuery<Delivery> query = getEntityManager().unwrap(Session.class).createNativeQuery(sql, Delivery.class);
        query.setReadOnly(true);
        return knownAt == null ? query : query.setParameter("known", knownAt, Instant.class);
    }

    private static void equal(StringBuilder sql, Map<String, Object> values, String expression, String name, Object value) {
        if (value != null) {
            sql.append(" and ").append(expression).append(" = :").append(name);
            values.put(name, value.toString());
        }
    }
}
