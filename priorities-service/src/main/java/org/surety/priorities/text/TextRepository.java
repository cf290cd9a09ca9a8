package org.surety.priorities.text;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.contracts.TextStatus;
import org.surety.kit.http.Paging;
import org.surety.kit.problem.RecordNotFound;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The versions of texts, as far as the viewer may see them. */
@ApplicationScoped
class TextRepository implements PanacheRepositoryBase<TextVersion, UUID> {

    private static final String HOLD = "select id from priority where id = :priority for update";

    private static final String LIST = """
            select * from priority_text where series = :series and priority = :priority
              and (cast(:language as text) is null or language = :language) and (cast(:status as text) is null or status = :status)
              and (number, language) > (:after, :afterLanguage)
            order by number, language limit :fetch""";

    /** The last version in each language. */
    private static final String LATEST = """
            select distinct on (language) * from priority_text where series = :series and priority = :priority
            order by language, number desc""";

    /** One at a time records texts of a priority. */
    void hold(PriorityCode priority) {
        getEntityManager().createNativeQuery(HOLD, String.class).setParameter("priority", priority.name()).getSingleResult();
    }

    TextVersion require(PriorityCode priority, UUID id) {
        return find("id = ?1 and priority = ?2", id, priority).firstResultOptional().orElseThrow(RecordNotFound::new);
    }

    Optional<TextVersion> find(Series series, PriorityCode priority, int number, String language) {
        return find("series = ?1 and priority = ?2 and number = ?3 and language = ?4", series, priority, number, language)
                .firstResultOptional();
    }

    List<TextVersion> latest(Series series, PriorityCode priority) {
        return getEntityManager().unwrap(Session.class).createNativeQuery(LATEST, TextVersion.class)
                .setParameter("series", series.name()).setParameter("priority", priority.name()).getResultList();
    }

    /** By number and language. */
    List<TextVersion> list(Series series, PriorityCode priority, String language, TextStatus status, Paging.Request page) {
        boolean first = page.after().isEmpty();
        return getEntityManager().unwrap(Session.class).createNativeQuery(LIST, TextVersion.class)
                .setParameter("series", series.name()).setParameter("priority", priority.name())
                .setParameter("language", language, String.class)
                .setParameter("status", status == null ? null : status.name(), String.class)
                .setParameter("after", first ? 0 : Integer.parseInt(page.after().get(0)))
                .setParameter("afterLanguage", first ? "" : page.after().get(1)).setParameter("fetch", page.fetch())
                .getResultList();
    }
}
