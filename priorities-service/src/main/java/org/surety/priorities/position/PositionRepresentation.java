package org.surety.priorities.position;

import java.time.LocalDate;
import java.util.UUID;

import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.contracts.Stance;
import org.surety.kit.label.Label;

/**
 * A position as it is answered.
 *
 * @param withdrawalReason why it never was so; absent unless withdrawn
 */
record PositionRepresentation(UUID id, String party, Series series, PriorityCode priority, Stance stance, String reservation,
        LocalDate statedOn, String source, boolean withdrawn, String withdrawalReason, Label.Representation label, long version) {

    static PositionRepresentation from(Position position, Label label) {
        return new PositionRepresentation(position.id(), position.party(), position.series(), position.priority(),
                position.stance(), position.reservation(), position.statedOn(), position.source(), position.isWithdrawn(),
                position.withdrawalReason(), label.representation(), position.version());
    }
}
