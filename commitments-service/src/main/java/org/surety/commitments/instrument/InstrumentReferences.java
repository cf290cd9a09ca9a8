package org.surety.commitments.instrument;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.contracts.Series;
import org.surety.kit.label.Label;
import org.surety.kit.log.Database;

/** Instruments as other features name them, as far as the viewer may see them. */
@ApplicationScoped
public class InstrumentReferences {

    /** Held to the end of the transaction: its label cannot be narrowed while something is released under it. */
    private static final String FIND = "select id, series, label from instrument where id = ? for share";

    private static final String VISIBLE = "select id from instrument where id = any (?)";

    private final Database database;

    InstrumentReferences(Database database) {
        this.database = database;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<InstrumentReference> find(UUID id) {
        return Optional.ofNullable(database.call(connection -> Database.first(connection, FIND,
                row -> new InstrumentReference(row.getObject(1, UUID.class), Series.valueOf(row.getString(2)),
                        Label.parse(row.getString(3))),
                id)));
    }

    /** Those of these that the viewer may see. */
    @Transactional
    public Set<UUID> visible(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Set.of()
                : database.call(connection -> new HashSet<>(Database.list(connection, VISIBLE,
                        row -> row.getObject(1, UUID.class), connection.createArrayOf("uuid", ids.toArray()))));
    }
}
