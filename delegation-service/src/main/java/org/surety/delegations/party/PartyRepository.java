package org.surety.delegations.party;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.contracts.PartyAttribute;
import org.surety.contracts.PartyKind;
import org.surety.contracts.Series;
import org.surety.kit.http.Paging;
import org.surety.kit.problem.RecordNotFound;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The parties, as far as the viewer may see them. */
@ApplicationScoped
class PartyRepository implements PanacheRepositoryBase<Party, String> {

    /** Holds: the attribute's period contains the day; an open end always does. */
    private static final String LIST = """
            select * from party p
            where (:series::text is null or series = :series) and (:kind::text is null or kind = :kind)
              and (:attribute::text is null or exists (
                  select from jsonb_array_elements(attributes) a
                  where a ->> 'attribute' = :attribute
                    and coalesce((a ->> 'from')::date <= :today, true) and coalesce((a ->> 'until')::date >= :today, true)))
              and id > :after
            order by id limit :fetch""";

    Party require(String code) {
        return findByIdOptional(code).orElseThrow(RecordNotFound::new);
    }

    List<Party> list(Series series, PartyKind kind, PartyAttribute attribute, java.time.LocalDate today, Paging.Request page) {
        return getEntityManager().unwrap(org.hibernate.Session.class)
                .createNativeQuery(LIST.replace("::text", "\\:\\:text").replace("::date", "\\:\\:date"), Party.class)
                .setParameter("series", series == null ? null : series.name(), String.class)
                .setParameter("kind", kind == null ? null : kind.name(), String.class)
                .setParameter("attribute", attribute == null ? null : attribute.name(), String.class)
                .setParameter("today", today)
                .setParameter("after", page.after().isEmpty() ? "" : page.after().get(0))
                .setParameter("fetch", page.fetch())
                .getResultList();
    }
}
