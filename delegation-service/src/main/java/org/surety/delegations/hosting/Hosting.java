package org.surety.delegations.hosting;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.surety.contracts.Series;
import org.surety.kit.actor.CurrentActor;
import org.surety.kit.clock.Today;
import org.surety.kit.problem.InvalidRequest;
import org.surety.kit.problem.RecordNotFound;

/** Who is whose guest: the delegations at a gathering and its host, as far as the viewer may see both. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Hosting {

    private static final String GATHERING = """
            select g.id as gathering, g.host as host, is_member(g.host, :today) as of_the_coalition, g.status = 'CANCELLED' as cancelled
            from gathering g where g.id = :id""";

    private static final String DELEGATION = """
            select d.id as id, d.series as series, d.party as party, g.id as gathering, g.host as host,
                is_member(g.host, :today) as of_the_coalition, g.status = 'CANCELLED' as cancelled
            from delegation d join gathering g on g.id = d.gathering_id where d.id = :id""";

    private static final String VISIBLE = """
            select id from delegation where id in (:ids) union all select id from gathering where id in (:ids)
            union all select id from person where id in (:ids)""";

    private final EntityManager entities;
    private final CurrentActor actor;
    private final Today today;

    Hosting(EntityManager entities, CurrentActor actor, Today today) {
        this.entities = entities;
        this.actor = actor;
        this.today = today;
    }

    /** The delegation that a request names; one that the writer may not see, or whose gathering, is as unknown as one that is missing. */
    public HostedDelegation requireDelegation(UUID id) {
        return rows(DELEGATION, id).stream().findFirst()
                .map(row -> new HostedDelegation(id, Series.valueOf(row.get("series", String.class)),
                        row.get("party", String.class),
                        gathering(row)))
                .orElseThrow(() -> new InvalidRequest("delegation", "must be the id of a delegation"));
    }

    public HostedGathering requireGathering(UUID id) {
        return rows(GATHERING, id).stream().findFirst().map(Hosting::gathering).orElseThrow(RecordNotFound::new);
    }

    /**
     * For what the host alone decides: refuses everybody but an editor of the host, and everybody when the gathering is cancelled.
     *
     * @param host who was asked: a gathering may change its host, what was addressed to the earlier one is released to that one
     */
    public void requireHost(String host, UUID gathering) {
        if (!actor.require().isOf(host)) {
            throw HostingProblem.notTheHost(host);
        }
        requireGathering(gathering).requireTakingPlace();
    }

    /** Which of these delegations, gatherings and persons the viewer may see. */
    public Set<UUID> visible(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Set.of()
                : new HashSet<>(
                        entities.createNativeQuery(VISIBLE, UUID.class).setParameter("ids", ids).getResultList());
    }

    private List<Tuple> rows(String query, UUID id) {
        return entities.createNativeQuery(query, Tuple.class).setParameter("id", id).setParameter("today", today.day())
                .getResultList();
    }

    private static HostedGathering gathering(Tuple row) {
        return new HostedGathering(row.get("gathering", UUID.class), row.get("host", String.class),
                row.get("of_the_coalition", Boolean.class), row.get("cancelled", Boolean.class));
    }
}
