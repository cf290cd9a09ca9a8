package org.surety.commitments.approval;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.surety.kit.http.Paging;
import org.surety.kit.problem.RecordNotFound;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The approvals, as far as the viewer may see them. */
@ApplicationScoped
class ApprovalRepository implements PanacheRepositoryBase<Approval, UUID> {

    /** Through the record of today, whose row security has a say in what is shown of the past. */
    private static final String AS_KNOWN = " join approval_version v on v.id = r.id and v.version = "
            + "version_known_at(cast(r.id as text), :known)";

    private static final String RECORDED = """
            select r.id as id, coalesce(c.recorded_at, c.appended_at) as recorded
            from approval r join change c on c.subject = cast(r.id as text) and c.subject_version = r.version
            where r.id in (:ids)""";

    private static final String NEEDED = " and r.id in (select cast(needed as uuid) from commitment c, "
            + "jsonb_array_elements_text(c.approvals) needed where c.id = :commitment)";

    private static final String ENDS = " and exists (select 1 from jsonb_array_elements(%sphases) p "
            + "where p ->> 'status' in ('EXPIRED', 'LAPSED') and cast(p ->> 'from' as date) > :day and cast(p ->> 'from' as date) <= :end)";

    Approval require(UUID id) {
        return findByIdOptional(id).orElseThrow(RecordNotFound::new);
    }

    /** As it was known at the instant; to be read and not to be changed. */
    Approval requireKnown(UUID id, Instant knownAt) {
        return query("select v.* from approval r" + AS_KNOWN + " where r.id = :id").setParameter("id", id)
                .setParameter("known", knownAt, Instant.class).getResultStream().findFirst().orElseThrow(RecordNotFound::new);
    }

    /** Those of these ids that are released to the viewer, in the order in which they were recorded. */
    List<Approval> find(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1 order by number", ids);
    }

    /** The same as they were known at the instant. */
    List<Approval> findKnown(Collection<UUID> ids, Instant knownAt) {
        return query("select v.* from approval r" + AS_KNOWN + " where r.id in (:ids) order by r.number").setParameter("ids", ids)
                .setParameter("known", knownAt, Instant.class).getResultList();
    }

    /** In the order in which they were recorded. Only the filters that are there stand in the query. */
    List<Approval> list(ApprovalFilter filter, LocalDate day, Paging.Request page) {
        String row = filter.knownAt() == null ? "r." : "v.";
        StringBuilder sql = new StringBuilder(
                "select " + row + "* from approval r" + (filter.knownAt() == null ? "" : AS_KNOWN) + " where r.number > :after");
        Map<String, Object> values = new LinkedHashMap<>();
        equal(sql, values, "r.party", filter.party());
        equal(sql, values, "r.series", filter.series());
        equal(sql, values, row + "body_of", filter.bodyOf());
        equal(sql, values, row + "kind", filter.kind());
        equal(sql, values, row + "effect", filter.effect());
        ofTheDay(sql, values, row, filter, day);
        if (filter.commitment() != null) {
            sql.append(NEEDED);
            values.put("commitment", filter.commitment());
        }
        NativeQuery<Approval> query = query(sql.append(" order by r.number limit :fetch").toString());
        values.forEach(query::setParameter);
        if (filter.knownAt() != null) {
            query.setParameter("known", filter.knownAt(), Instant.class);
        }
        return query.setParameter("after", page.after().isEmpty() ? 0L : Long.parseLong(page.after().get(0)))
                .setParameter("fetch", page.fetch()).getResultList();
    }

    /** When the versions that stand were recorded, by approval. */
    Map<UUID, Instant> recordedTimes(List<UUID> ids) {
        Map<UUID, Instant> times = new HashMap<>();
        if (!ids.isEmpty()) {
            getEntityManager().createNativeQuery(RECORDED, Tuple.class).setParameter("ids", ids).getResultList().forEach(row -> {
                Tuple tuple = (Tuple) row;
                times.put(tuple.get("id", UUID.class), tuple.get("recorded", Instant.class));
            });
        }
        return times;
    }

    private static void ofTheDay(StringBuilder sql, Map<String, Object> values, String row, ApprovalFilter filter, LocalDate day) {
        String phase = " and approval_phase_on(" + row + "phases, :day) ->> ";
        if (filter.status() != null) {
            sql.append(phase).append("'status' = :status");
            values.put("status", filter.status().name());
        }
        if (filter.blocks() != null) {
            sql.append(phase).append("'blocks' = :blocks");
            values.put("blocks", filter.blocks().toString());
        }
        if (filter.expiresWithin() != null) {
            sql.append(ENDS.formatted(row));
            values.put("end", day.plusDays(filter.expiresWithin()));
        }
        if (filter.status() != null || filter.blocks() != null || filter.expiresWithin() != null) {
            values.put("day", day);
        }
    }

    private static void equal(StringBuilder sql, Map<String, Object> values, String column, Object value) {
        if (value != null) {
            String name = column.substring(2);
            sql.append(" and ").append(column).append(" = :").append(name);
            values.put(name, value.toString());
        }
    }

    /** A past state is read and never written back. */
    private NativeQuery<Approval> query(String sql) {
        NativeQuery<Approval> query = getEntityManager().unwrap(Session.class).createNativeQuery(sql, Approval.class);
        query.setReadOnly(true);
        return query;
    }
}
