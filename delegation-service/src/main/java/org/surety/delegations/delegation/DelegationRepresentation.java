package org.surety.delegations.delegation;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.surety.contracts.DisclosedDay;
import org.surety.contracts.DisclosedLevel;
import org.surety.contracts.Level;
import org.surety.contracts.Series;
import org.surety.contracts.Source;
import org.surety.delegations.composition.Composition;
import org.surety.delegations.composition.CompositionRepresentation;
import org.surety.delegations.composition.HeadRepresentation;
import org.surety.delegations.composition.Timeline;
import org.surety.kit.label.Label;
import org.surety.kit.label.Reference;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A delegation as answered; persons by id, to be read at /persons, as far as they are released to the viewer.
 *
 * @param former who belonged to an earlier composition and does no longer
 */
public record DelegationRepresentation(UUID id, Series series, Reference gathering, String party, DisclosedDay formedOn,
        DisclosedLevel level, Composition.LevelBasis levelBasis, HeadRepresentation head, List<Reference> members,
        String represents, List<Reference> former, Level plannedLevel, HeadRepresentation plannedHead,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Reference> plannedMembers, String note, List<Source> sources,
        Label.Representation label, long version) {

    /** @param asOf the day of which the composition is; null: the one at the end of the timeline */
    static DelegationRepresentation from(Delegation delegation, Timeline timeline, LocalDate asOf, Label label,
            Predicate<UUID> visible) {
        Composition composition = timeline.on(asOf);
        return new DelegationRepresentation(delegation.id(), delegation.series(), Reference.to(delegation.gathering(), visible),
                delegation.party(), delegation.formedOn(), composition.level(), composition.levelBasis(),
                HeadRepresentation.of(composition.head(), visible),
                CompositionRepresentation.references(composition.members(), visible), composition.represents(),
                CompositionRepresentation.references(timeline.former(asOf), visible), delegation.plannedLevel(),
                HeadRepresentation.of(delegation.plannedHead(), visible),
                CompositionRepresentation.references(delegation.plannedMembers(), visible), delegation.note(), delegation.sources(),
                label.representation(), delegation.version());
    }

    /** Whether it names a record that is not released to the viewer. */
    boolean hidesAnything() {
        return Stream.of(Stream.of(gathering), head.persons().stream(), members.stream(), former.stream(),
                plannedHead == null ? Stream.<Reference>empty() : plannedHead.persons().stream(),
                plannedMembers == null ? Stream.<Reference>empty() : plannedMembers.stream())
                .flatMap(references -> references).filter(Objects::nonNull).anyMatch(Reference.NOT_RELEASED::equals);
    }
}
