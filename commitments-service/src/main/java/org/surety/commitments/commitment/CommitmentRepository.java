package org.surety.commitments.commitment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.query.NativeQuery;
import org.surety.kit.http.Paging;
import org.surety.kit.problem.RecordNotFound;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The commitments, as far as the viewer may see them. */
@ApplicationScoped
class CommitmentRepository implements PanacheRepositoryBase<Commitment, UUID> {

    Commitment require(UUID id) {
        return findByIdOptional(id).orElseThrow(RecordNotFound::new);
    }

    boolean hasExternalId(String party, String externalId) {
        return count("party = ?1 and externalId = ?2 and mapping is null", party, externalId) > 0;
    }

    /** In the order in which they were recorded. Only the filters that are there stand in the query, so that each can use its index. */
    List<Commitment> list(CommitmentFilter filter, Paging.Request page) {
        StringBuilder sql = new StringBuilder("select * from commitment where number > :after");
        Map<String, Object> values = new LinkedHashMap<>();
        equal(sql, values, "party", filter.party());
        equal(sql, values, "priority", filter.priority());
        equal(sql, values, "kind", filter.kind());
        equal(sql, values, "basis", filter.basis());
        equal(sql, values, "series", filter.series());
        equal(sql, values, "state", filter.state());
        equal(sql, values, "category", filter.category());
        if (filter.requirement() != null) {
            sql.append(" and contributions @> cast(:requirement as jsonb)");
            values.put("requirement", "[{\"requirement\":\"" + filter.requirement() + "\"}]");
        }
        sql.append(" order by number limit :fetch");
        NativeQuery<Commitment> query = getEntityManager().unwrap(org.hibernate.Session.class)
                .createNativeQuery(sql.toString(), Commitment.class);
        values.forEach(query::setParameter);
        return query.setParameter("after", page.after().isEmpty() ? 0L : Long.parseLong(page.after().get(0)))
                .setParameter("fetch", page.fetch()).getResultList();
    }

    private static void equal(StringBuilder sql, Map<String, Object> values, String column, Object value) {
        if (value != null) {
            sql.append(" and ").append(column).append(" = :").append(column);
            values.put(column, value.toString());
        }
    }
}
