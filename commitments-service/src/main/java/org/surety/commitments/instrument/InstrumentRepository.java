package org.surety.commitments.instrument;

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

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The instruments, as far as the viewer may see them. */
@ApplicationScoped
class InstrumentRepository implements PanacheRepositoryBase<Instrument, UUID> {

    /** Through the record of today, whose row security has a say in what is shown of the past. */
    private static final String AS_KNOWN = " join instrument_version v on v.id = r.id and v.version = "
            + "version_known_at(cast(r.id as text), :known)";

    private static final String STATE = " and instrument_state_on(%1$sacts, %1$sadopted_on, %1$sin_force_on, %1$sterminated_on, "
            + "coalesce(cast(:asOf as date), 'infinity')) = :state";

    private static final String PARTICIPANT = " and exists (select from instrument_participation(%sacts, "
            + "coalesce(cast(:asOf as date), 'infinity')) p where p.party = :participant)";

    Instrument require(UUID id) {
        return findByIdOptional(id).orElseThrow(RecordNotFound::new);
    }

    /** As it was known at the instant; to be read and not to be changed. */
    Instrument requireKnown(UUID id, Instant knownAt) {
        return query("select v.* from instrument r" + AS_KNOWN + " where r.id = :id").setParameter("id", id)
                .setParameter("known", knownAt, Instant.class).getResultStream().findFirst().orElseThrow(RecordNotFound::new);
    }

    /** In the order in which they were recorded. */
    List<Instrument> list(InstrumentFilter filter, Paging.Request page) {
        StringBuilder sql = new StringBuilder(filter.knownAt() == null
                ? "select r.* from instrument r where r.number > :after"
                : "select v.* from instrument r" + AS_KNOWN + " where r.number > :after");
        String row = filter.knownAt() == null ? "r." : "v.";
        Map<String, Object> values = new LinkedHashMap<>();
        narrow(sql, values, " and r.party = :party", "party", filter.party());
        narrow(sql, values, " and r.series = :series", "series", filter.series());
        narrow(sql, values, " and " + row + "kind = :kind", "kind", filter.kind());
        narrow(sql, values, " and " + row + "binding = :binding", "binding", filter.binding());
        narrow(sql, values, STATE.formatted(row), "state", filter.state());
        narrow(sql, values, PARTICIPANT.formatted(row), "participant", filter.participant());
        NativeQuery<Instrument> query = query(sql.append(" order by r.number limit :fetch").toString());
        values.forEach(query::setParameter);
        if (filter.state() != null || filter.participant() != null) {
            query.setParameter("asOf", filter.asOf(), LocalDate.class);
        }
        if (filter.knownAt() != null) {
            query.setParameter("known", filter.knownAt(), Instant.class);
        }
        return query.setParameter("after", page.after().isEmpty() ? 0L : Long.parseLong(page.after().get(0)))
                .setParameter("fetch", page.fetch()).getResultList();
    }

    /** Its texts are seen by whom it is. */
    void showTexts(Instrument instrument) {
        getEntityManager().createNativeQuery("update instrument_text set audience_id = :audience where instrument = :id")
                .setParameter("audience", instrument.audience()).setParameter("id", instrument.id()).executeUpdate();
    }

    /** A past state is read and never written back. */
    private NativeQuery<Instrument> query(String sql) {
        NativeQuery<Instrument> query = getEntityManager().unwrap(Session.class).createNativeQuery(sql, Instrument.class);
        query.setReadOnly(true);
        return query;
    }

    private static void narrow(StringBuilder sql, Map<String, Object> values, String condition, String name, Object value) {
        if (value != null) {
            sql.append(condition);
            values.put(name, value.toString());
        }
    }
}
