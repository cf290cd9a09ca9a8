package org.surety.delegations.gathering;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.surety.contracts.Level;
import org.surety.contracts.PartyKind;
import org.surety.contracts.Series;
import org.surety.kit.http.Paging;
import org.surety.kit.problem.RecordNotFound;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;

/** The gatherings, as far as the viewer may see them. */
@ApplicationScoped
class GatheringRepository implements PanacheRepositoryBase<Gathering, UUID> {

    private static final String TALLY = "select p.kind as kind, d.level as level, count(*) as delegations "
            + "from delegation d join party p on p.id = d.party where d.gathering_id = :gathering group by p.kind, d.level";

    Gathering require(UUID id) {
        return findByIdOptional(id).orElseThrow(RecordNotFound::new);
    }

    /** In the order of the first day and id. */
    List<Gathering> list(Series series, Gathering.Status status, Paging.Request page) {
        boolean first = page.after().isEmpty();
        return find("(:series is null or series = :series) and (:status is null or status = :status) "
                + "and (startsOn > :afterDay or startsOn = :afterDay and id > :afterId) order by startsOn, id",
                Parameters.with("series", series).and("status", status)
                        .and("afterDay", first ? LocalDate.EPOCH.minusYears(1000) : LocalDate.parse(page.after().get(0)))
                        .and("afterId", first ? new UUID(0, 0) : UUID.fromString(page.after().get(1))))
                .page(0, page.fetch()).list();
    }

    List<GatheringTally.OfKind> tally(UUID gathering) {
        Map<PartyKind, Map<Level, Long>> levels = new EnumMap<>(PartyKind.class);
        Map<PartyKind, Long> undisclosed = new EnumMap<>(PartyKind.class);
        getEntityManager().createNativeQuery(TALLY, Tuple.class).setParameter("gathering", gathering).getResultList()
                .forEach(row -> {
                    Tuple tuple = (Tuple) row;
                    PartyKind kind = PartyKind.valueOf(tuple.get("kind", String.class));
                    long delegations = tuple.get("delegations", Number.class).longValue();
                    String level = tuple.get("level", String.class);
                    levels.computeIfAbsent(kind, k -> new EnumMap<>(Level.class));
                    if (level == null) {
                        undisclosed.put(kind, delegations);
                    } else {
                        levels.get(kind).put(Level.valueOf(level), delegations);
                    }
                });
        List<GatheringTally.OfKind> tally = new ArrayList<>();
        levels.forEach((kind, counts) -> {
            long unknown = undisclosed.getOrDefault(kind, 0L);
            long known = counts.values().stream().mapToLong(Long::longValue).sum();
            tally.add(new GatheringTally.OfKind(kind, known + unknown, counts, unknown));
        });
        return tally;
    }
}
