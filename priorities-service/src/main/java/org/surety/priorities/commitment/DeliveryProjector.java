package org.surety.priorities.commitment;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.kit.follow.Batch;
import org.surety.kit.follow.Projector;
import org.surety.kit.follow.ReceivedChange;
import org.surety.kit.label.Audiences;
import org.surety.kit.log.Database;
import org.surety.priorities.coverage.CoverageUpkeep;
import org.surety.priorities.remembered.Rounds;

/** Keeps up what this service remembers of deliveries, and with it what is delivered of the commitments. */
@ApplicationScoped
public class DeliveryProjector implements Projector {

    private static final Set<String> TYPES = Set.of("delivery.stated", "delivery.moved", "delivery.corrected", "delivery.confirmed",
            "delivery.withdrawn");

    /** When something was first recorded stands in the first change that says it. */
    private static final String REMEMBER = """
            insert into delivery_reference
            select * from jsonb_populate_recordset(null::delivery_reference, ?::jsonb)
            on conflict (id) do update set version = excluded.version, commitment = excluded.commitment, measure = excluded.measure,
                quantity = excluded.quantity, delivered_on = excluded.delivered_on,
                delivered_noted_on = case when excluded.delivered_noted_on is not null
                    then least(delivery_reference.delivered_noted_on, excluded.delivered_noted_on) end,
                claimed = excluded.claimed, claimed_quantity = excluded.claimed_quantity, claimed_on = excluded.claimed_on,
                claimed_noted_on = case when excluded.claimed_noted_on is not null
                    then least(delivery_reference.claimed_noted_on, excluded.claimed_noted_on) end,
                withdrawn_on = excluded.withdrawn_on, audience_id = excluded.audience_id,
                recorded_at = excluded.recorded_at
            where delivery_reference.version < excluded.version
            returning commitment""";

    private final Database database;
    private final Audiences audiences;
    private final CoverageUpkeep coverage;

    DeliveryProjector(Database database, Audiences audiences, CoverageUpkeep coverage) {
        this.database = database;
        this.audiences = audiences;
        this.coverage = coverage;
    }

    @Override
    public void apply(List<ReceivedChange> changes) {
        Set<UUID> concerned = remember(changes);
        if (!concerned.isEmpty()) {
            coverage.deliveries(concerned);
        }
    }

    /** The sums of a generation that nobody reads yet are made at its end. */
    @Override
    public void refill(List<ReceivedChange> changes) {
        remember(changes);
    }

    private Set<UUID> remember(List<ReceivedChange> changes) {
        Set<UUID> concerned = new LinkedHashSet<>();
        for (Batch batch : Rounds.of(changes, TYPES)) {
            String rows = batch.rows(change -> DeliveryReference.from(change, batch.audience(change.label(), audiences)));
            concerned.addAll(database
                    .call(connection -> Database.list(connection, REMEMBER, row -> row.getObject(1, UUID.class), rows)));
        }
        return concerned;
    }
}
