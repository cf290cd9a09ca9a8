package org.surety.delegations.composition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a delegation consisted of, and from when: the composition it was formed with, then each restructure from its day on. What has been
 * corrected is kept and no longer counts. The steps are those that were known at some instant, in any order.
 */
public record Timeline(Composition formation, List<Step> steps) {

    /** The composition of a day; null: the one at the end. */
    public Composition on(LocalDate day) {
        List<Composition> until = until(day);
        return until.get(until.size() - 1);
    }

    /** Who belonged to a composition before that of the day and does not belong to this one, in the order of coming. */
    public List<UUID> former(LocalDate day) {
        Set<UUID> persons = new LinkedHashSet<>();
        until(day).forEach(composition -> persons.addAll(composition.persons()));
        on(day).persons().forEach(persons::remove);
        return List.copyOf(persons);
    }

    /** The composition before the place of this step, whether it stands here already or not, and what it corrects aside. */
    public Composition before(Step step) {
        Composition before = formation;
        for (Step other : inForce()) {
            if (!other.id().equals(step.id()) && !other.id().equals(step.corrects()) && Step.IN_TIME.compare(other, step) < 0) {
                before = other.composition();
            }
        }
        return before;
    }

    public Timeline with(Step step) {
        return new Timeline(formation, Stream.concat(steps.stream(), Stream.of(step)).toList());
    }

    /** The step that says how this one should have been recorded. */
    public Optional<Step> correctionOf(UUID id) {
        return steps.stream().filter(step -> id.equals(step.corrects())).findFirst();
    }

    /** The first day of a change; null where nothing has changed. */
    public LocalDate firstChange() {
        List<Step> inForce = inForce();
        return inForce.isEmpty() ? null : inForce.get(0).effect().day();
    }

    /** What has not been corrected, in the order of time. */
    private List<Step> inForce() {
        Set<UUID> corrected = steps.stream().map(Step::corrects).filter(Objects::nonNull).collect(Collectors.toSet());
        return steps.stream().filter(step -> !corrected.contains(step.id())).sorted(Step.IN_TIME).toList();
    }

    private List<Composition> until(LocalDate day) {
        List<Composition> until = new ArrayList<>(List.of(formation));
        inForce().stream().filter(step -> day == null || !step.effect().day().isAfter(day)).map(Step::composition)
                .forEach(until::add);
        return until;
    }
}
