package org.surety.delegations.delegation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

import org.surety.contracts.DisclosedInstant;
import org.surety.contracts.Quantity;
import org.surety.contracts.Source;
import org.surety.contracts.Undisclosed;
import org.surety.delegations.composition.Composition;
import org.surety.delegations.composition.CompositionRepresentation;
import org.surety.delegations.composition.Effect;
import org.surety.delegations.composition.Step;
import org.surety.delegations.composition.Timeline;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A restructure as answered.
 *
 * @param delegationVersion the version of the delegation that it made
 * @param effectiveOn the day from which it counts, and where that day comes from
 * @param recordedAt when the log recorded it; undisclosed as NOT_DECIDED for the moment in which the log has yet to say
 * @param notice in hours, from the announcement to the effect
 * @param from the composition before it in the timeline; of one that was corrected, that of the day it was recorded
 * @param levelChange from that composition to this one
 * @param corrects the restructure that this one says anew
 * @param correctedBy the one that says this one anew: this one counts no longer
 */
record RestructureRepresentation(UUID id, UUID delegation, long delegationVersion, String reason, String announcedBy,
        DisclosedInstant announcedAt, DisclosedInstant effectiveAt, LocalDate effectiveOn, Effect.Basis effectiveBasis,
        DisclosedInstant recordedAt, Quantity notice, CompositionRepresentation from, CompositionRepresentation to,
        Composition.LevelChange levelChange, List<Source> sources, UUID corrects, UUID correctedBy, String correctionReason,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Source> correctionSources) {

    /** @param recordedAt null: not yet known */
    static RestructureRepresentation from(Restructure restructure, Timeline timeline, Instant recordedAt, Predicate<UUID> visible) {
        UUID correctedBy = timeline.correctionOf(restructure.id()).map(Step::id).orElse(null);
        Composition from = correctedBy == null ? timeline.before(restructure.step()) : restructure.earlier();
        return new RestructureRepresentation(restructure.id(), restructure.delegation(), restructure.delegationVersion(),
                restructure.reason(), restructure.announcedBy(), restructure.announcedAt(), restructure.effectiveAt(),
                restructure.effectiveOn(), restructure.effectiveBasis(),
                recordedAt == null ? DisclosedInstant.undisclosed(Undisclosed.NOT_DECIDED) : DisclosedInstant.of(recordedAt),
                restructure.notice(), CompositionRepresentation.of(from, visible),
                CompositionRepresentation.of(restructure.later(), visible),
                restructure.later().levelChangeFrom(from), restructure.sources(),
                restructure.corrects(), correctedBy, restructure.correctionReason(), restructure.correctionSources());
    }
}
