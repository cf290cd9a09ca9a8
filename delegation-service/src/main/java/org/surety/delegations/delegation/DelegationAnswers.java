package org.surety.delegations.delegation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.delegations.composition.Composition;
import org.surety.delegations.composition.Head;
import org.surety.delegations.composition.Step;
import org.surety.delegations.composition.Timeline;
import org.surety.delegations.hosting.Hosting;
import org.surety.kit.label.Label;

/** Delegations as they are answered to a viewer: a person or a gathering that is not released to the viewer is undisclosed. */
@ApplicationScoped
class DelegationAnswers {

    private final Hosting hosting;

    DelegationAnswers(Hosting hosting) {
        this.hosting = hosting;
    }

    /** A delegation with what is known of its composition over time. */
    record Known(Delegation delegation, Timeline timeline, Label label) {
    }

    /** @param asOf the day of which the composition is; null: the one at the end of the timeline */
    DelegationRepresentation of(Known known, LocalDate asOf) {
        return of(List.of(known), asOf).get(0);
    }

    List<DelegationRepresentation> of(Collection<Known> some, LocalDate asOf) {
        Set<UUID> visible = hosting.visible(some.stream().flatMap(known -> references(known, asOf)).distinct().toList());
        return some.stream().map(known -> DelegationRepresentation.from(known.delegation(), known.timeline(), asOf, known.label(),
                visible::contains)).toList();
    }

    /** @param recordedAt by the version that a restructure made */
    List<RestructureRepresentation> of(List<Restructure> restructures, Timeline timeline, Map<Long, Instant> recordedAt) {
        Set<UUID> visible = hosting.visible(Stream
                .of(Stream.of(timeline.formation()), timeline.steps().stream().map(Step::composition),
                        restructures.stream().flatMap(restructure -> Stream.of(restructure.earlier(), restructure.later())))
                .flatMap(Function.identity()).filter(Objects::nonNull).flatMap(composition -> composition.persons().stream())
                .distinct().toList());
        return restructures.stream().map(restructure -> RestructureRepresentation.from(restructure, timeline,
                recordedAt.get(restructure.delegationVersion()), visible::contains)).toList();
    }

    private static Stream<UUID> references(Known known, LocalDate asOf) {
        Composition composition = known.timeline().on(asOf);
        Delegation delegation = known.delegation();
        return Stream.of(Stream.of(delegation.gathering()), composition.persons().stream(), known.timeline().former(asOf).stream(),
                Stream.ofNullable(delegation.plannedHead()).map(Head::persons).flatMap(Collection::stream),
                Stream.ofNullable(delegation.plannedMembers()).flatMap(Collection::stream)).flatMap(Function.identity());
    }
}
