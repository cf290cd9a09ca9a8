package org.surety.priorities.question;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.surety.kit.http.Paging;
import org.surety.kit.problem.RecordNotFound;
import org.surety.priorities.question.QuestionRepresentation.Status;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The questions, as far as the viewer may see them. */
@ApplicationScoped
class QuestionRepository implements PanacheRepositoryBase<Question, UUID> {

    private static final String NOW = "select r.* from question r";

    /** Through the record of today, whose row security has a say in what is shown of the past. */
    private static final String KNOWN = "select v.* from question r join question_version v on v.id = r.id and v.version = "
            + "version_known_at(cast(r.id as text), :known)";

    /** Later than any day that can be stated: as it stands. */
    private static final LocalDate AS_IT_STANDS = LocalDate.of(9999, 12, 31);

    Question require(UUID id) {
        return findByIdOptional(id).orElseThrow(RecordNotFound::new);
    }

    /** As it was known at the instant; to be read and not to be changed. */
    Question requireKnown(UUID id, Instant knownAt) {
        return query(KNOWN + " where r.id = :id", knownAt).setParameter("id", id).getResultStream().findFirst()
                .orElseThrow(RecordNotFound::new);
    }

    /** The most urgent first. Only the filters that are there stand in the query, so that each can use its index. */
    List<Question> list(QuestionFilter filter, LocalDate today, Paging.Request page) {
        StringBuilder sql = new StringBuilder("select * from (").append(filter.knownAt() == null ? NOW : KNOWN)
                .append(") q where (due_on, number) > (:afterDay, :after)");
        Map<String, Object> values = new LinkedHashMap<>();
        equal(sql, values, "party", filter.party());
        equal(sql, values, "priority", filter.priority());
        equal(sql, values, "series", filter.series());
        if (filter.asOf() != null) {
            sql.append(" and raised_on <= :asOf");
            values.put("asOf", filter.asOf());
        }
        if (filter.status() != null) {
            sql.append(filter.status() == Status.RESOLVED ? " and " : " and not ").append("question_resolved_on(acts, :state)");
            values.put("state", filter.asOf() == null ? AS_IT_STANDS : filter.asOf());
        }
        if (filter.status() == Status.OVERDUE) {
            sql.append(" and due_on < :day");
            values.put("day", filter.asOf() == null ? today : filter.asOf());
        }
        NativeQuery<Question> query = query(sql.append(" order by due_on, number limit :fetch").toString(), filter.knownAt());
        values.forEach(query::setParameter);
        boolean first = page.after().isEmpty();
        return query.setParameter("afterDay", first ? LocalDate.of(1, 1, 1) : LocalDate.parse(page.after().get(0)))
                .setParameter("after", first ? 0L : Long.parseLong(page.after().get(1)))
                .setParameter("fetch", page.fetch()).getResultList();
    }

    /** A past state is read and never written back. */
    private NativeQuery<Question> query(String sql, Instant knownAt) {
        NativeQuery<Question> query = getEntityManager().unwrap(Session.class).createNativeQuery(sql, Question.class);
        query.setReadOnly(true);
        return knownAt == null ? query : query.setParameter("known", knownAt, Instant.class);
    }

    private static void equal(StringBuilder sql, Map<String, Object> values, String name, Object value) {
        if (value != null) {
            sql.append(" and ").append(name).append(" = :").append(name);
            values.put(name, value.toString());
        }
    }
}
