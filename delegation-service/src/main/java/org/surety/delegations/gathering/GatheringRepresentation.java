package org.surety.delegations.gathering;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.surety.contracts.Series;
import org.surety.contracts.Source;
import org.surety.kit.label.Label;

/**
 * A gathering as answered.
 *
 * @param cancellationReason of a cancelled one
 */
public record GatheringRepresentation(UUID id, Series series, String title, String place, String host, List<String> coChairs,
        LocalDate startsOn, LocalDate endsOn, String agenda, Gathering.Status status, String cancellationReason,
        List<Source> sources,
        List<UUID> outcomes, Label.Representation label, long version) {

    static GatheringRepresentation from(Gathering g, Label label) {
        return new GatheringRepresentation(g.id(), g.series(), g.title(), g.place(), g.host(), g.coChairs(), g.startsOn(),
                g.endsOn(), g.agenda(), g.status(), g.cancellationReason(), g.sources(), g.outcomes(), label.representation(),
                g.version());
    }
}
