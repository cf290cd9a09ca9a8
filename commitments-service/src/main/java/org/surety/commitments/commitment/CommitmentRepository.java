package org.surety.commitments.commitment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.surety.contracts.Basis;
import org.surety.contracts.Kind;
import org.surety.contracts.Series;
import org.surety.kit.http.Paging;
import org.surety.kit.log.Database;
import org.surety.kit.problem.RecordNotFound;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The commitments, as far as the viewer may see them. */
@ApplicationScoped
class CommitmentRepository implements PanacheRepositoryBase<Commitment, UUID> {

    /** Through the record of today, whose row security has a say in what is shown of the past. */
    static final String AS_KNOWN = " join commitment_version_shown v on v.id = r.id and v.version = "
            + "version_known_at(cast(r.id as text), :known)";

    private final Database database;

    CommitmentRepository(Database database) {
        this.database = database;
    }

    /** With the amounts that the viewer may see; to be read and not to be changed. */
    Commitment requireShown(UUID id) {
        return shown("r.id = :id").setParameter("id", id).getResultStream().findFirst().orElseThrow(RecordNotFound::new);
    }

    private NativeQuery<Commitment> shown(String condition) {
        return query("select r.* from commitment_shown r where " + condition);
    }

    /** To be changed by its party, which sees all of it. */
    Commitment require(UUID id) {
        return findByIdOptional(id).orElseThrow(RecordNotFound::new);
    }

    /** Held to the end of the transaction, so that nobody changes it meanwhile. */
    Commitment requireHeld(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(RecordNotFound::new);
    }

    /** All of these, held to the end of the transaction, in one order whoever asks. */
    List<Commitment> hold(Collection<UUID> ids) {
        return ids.stream().sorted().map(this::requireHeld).toList();
    }

    /** Those of these that the viewer may see. */
    Set<UUID> visible(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Set.of()
                : Set.copyOf(database.call(connection -> Database.list(connection, "select id from commitment where id = any (?)",
                        row -> row.getObject(1, UUID.class), connection.createArrayOf("uuid", ids.toArray()))));
    }

    /** Those of these that were filed, by id; not as entities, for who asks may change one of them afterwards. */
    Map<UUID, RelationRules.Related> related(Collection<UUID> ids) {
        Map<UUID, RelationRules.Related> related = new HashMap<>();
        if (!ids.isEmpty()) {
            database.run(connection -> Database.list(connection, CommitmentStatements.RELATED,
                    row -> related.put(row.getObject(1, UUID.class),
                            new RelationRules.Related(row.getString(2), Basis.valueOf(row.getString(3)),
                                    Series.valueOf(row.getString(4)), Kind.valueOf(row.getString(5)),
                                    State.valueOf(row.getString(6)))),
                    connection.createArrayOf("uuid", ids.toArray())));
        }
        return related;
    }

    /** As it was known at the instant; to be read and not to be changed. */
    Commitment requireKnown(UUID id, Instant knownAt) {
        return query("select v.* from commitment r" + AS_KNOWN + " where r.id = :id").setParameter("id", id)
                .setParameter("known", knownAt, Instant.class).getResultStream().findFirst().orElseThrow(RecordNotFound::new);
    }

    /** Those of the commitments that are there, by id, with the amounts that the viewer may see. */
    Map<UUID, Commitment> find(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : shown("r.id in (:ids)").setParameterList("ids", ids).getResultStream()
                        .collect(Collectors.toMap(Commitment::id, commitment -> commitment));
    }

    /** Those that have one of these external ids for one of these parties, under any mapping. */
    List<Commitment> findByExternalId(List<StatedCommitment> stated) {
        Set<String> ids = stated.stream().map(StatedCommitment::externalId).filter(Objects::nonNull).collect(Collectors.toSet());
        return ids.isEmpty()
                ? List.of()
                : shown("r.party in (:parties) and r.external_id in (:ids)")
                        .setParameterList("parties", stated.stream().map(StatedCommitment::party).collect(Collectors.toSet()))
                        .setParameterList("ids", ids).getResultList();
    }

    /** Those of the commitments that are withdrawn because the import that brought them was taken back. */
    Set<UUID> takenBack(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Set.of()
                : Set.copyOf(database.call(connection -> Database.list(connection, CommitmentStatements.TAKEN_BACK,
                        row -> row.getObject(1, UUID.class), connection.createArrayOf("uuid", ids.toArray()))));
    }

    boolean hasExternalId(String party, String externalId) {
        return count("party = ?1 and externalId = ?2 and mapping is null", party, externalId) > 0;
    }

    /**
     * In the order in which they were recorded. Only the filters that are there stand in the query, so that each can use its index.
     *
     * @param day of what is asked for of a day
     */
    List<Commitment> list(CommitmentFilter filter, LocalDate day, Paging.Request page) {
        CommitmentCondition condition = CommitmentCondition.of(filter, day);
        NativeQuery<Commitment> query = query("select " + condition.row() + "* from" + condition.sql()
                + " and r.number > :after order by r.number limit :fetch");
        condition.values().forEach(query::setParameter);
        if (filter.knownAt() != null) {
            query.setParameter("known", filter.knownAt(), Instant.class);
        }
        return query.setParameter("after", page.after().isEmpty() ? 0L : Long.parseLong(page.after().get(0)))
                .setParameter("fetch", page.fetch()).getResultList();
    }

    /** A past state is read and never written back. */
    private NativeQuery<Commitment> query(String sql) {
        NativeQuery<Commitment> query = getEntityManager().unwrap(Session.class).createNativeQuery(sql, Commitment.class);
        query.setReadOnly(true);
        return query;
    }
}
