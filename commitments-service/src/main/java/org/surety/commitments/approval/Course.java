package org.surety.commitments.approval;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.surety.contracts.ApprovalEffect;
import org.surety.contracts.ApprovalState.Phase;
import org.surety.contracts.ApprovalStatus;

/**
 * Where an approval stands on every day, by its procedure and its steps: what happened, and what follows from it for the days to come - a
 * tacit consent, the end of a grant, the day on which what has begun may not go on.
 */
final class Course {

    private final Procedure procedure;
    private final List<Step> steps;
    private final List<Phase> phases = new ArrayList<>();

    private Course(Procedure procedure, List<Step> steps) {
        this.procedure = procedure;
        this.steps = steps;
        phases.add(new Phase(null, ApprovalStatus.OPEN, procedure.blocksWhileOpen()));
        steps.stream().filter(step -> step.kind().decisive()).forEach(this::take);
    }

    static Course of(Procedure procedure, List<Step> steps) {
        return new Course(procedure, steps);
    }

    /** In the order of their days; the first has none. */
    List<Phase> phases() {
        return List.copyOf(phases);
    }

    Phase on(LocalDate day) {
        return on(phases, day);
    }

    static Phase on(List<Phase> phases, LocalDate day) {
        return phases.stream().filter(phase -> phase.from() == null || !phase.from().isAfter(day)).reduce((one, later) -> later)
                .orElseThrow();
    }

    /** The phase that comes after this day by itself. */
    Optional<Phase> after(LocalDate day) {
        return phases.stream().filter(phase -> phase.from() != null && phase.from().isAfter(day)).findFirst();
    }

    /** The first day after this one on which it blocks by itself. */
    Optional<LocalDate> blocksAfter(LocalDate day) {
        return phases.stream().filter(phase -> phase.blocks() && phase.from() != null && phase.from().isAfter(day))
                .map(Phase::from).findFirst();
    }

    /** Which steps can be taken on a day. */
    List<StepKind> allowed(LocalDate day) {
        ApprovalStatus status = on(day).status();
        if (status == ApprovalStatus.NOT_NEEDED) {
            return List.of();
        }
        if (procedure.effect() == ApprovalEffect.INFORMATION) {
            return Stream.of(has(StepKind.NOTIFIED) ? null : StepKind.NOTIFIED, StepKind.DEBATED, StepKind.CLOSED)
                    .filter(kind -> kind != null).toList();
        }
        List<StepKind> allowed = new ArrayList<>(List.of(StepKind.REQUESTED, StepKind.DEBATED, StepKind.VOTE_SCHEDULED));
        if (procedure.effect() == ApprovalEffect.TACIT && status == ApprovalStatus.OPEN && !has(StepKind.OBJECTED)) {
            allowed.add(has(StepKind.NOTIFIED) ? StepKind.OBJECTED : StepKind.NOTIFIED);
        }
        if (procedure.effect() == ApprovalEffect.TO_CONTINUE && !has(StepKind.BEGUN)) {
            allowed.add(StepKind.BEGUN);
        }
        if (status == ApprovalStatus.GRANTED || status == ApprovalStatus.TACITLY_GRANTED) {
            allowed.add(StepKind.RENEWED);
            if (procedure.revocable()) {
                allowed.add(StepKind.REVOKED);
            }
        } else {
            allowed.add(StepKind.GRANTED);
            allowed.add(StepKind.REFUSED);
        }
        allowed.add(StepKind.CLOSED);
        return allowed;
    }

    /** The last day on which something decisive happened; null: nothing did. */
    LocalDate lastDecisiveDay() {
        return steps.stream().filter(step -> step.kind().decisive()).map(Step::doneOn).max(Comparator.naturalOrder()).orElse(null);
    }

    private boolean has(StepKind kind) {
        return steps.stream().anyMatch(step -> step.kind() == kind);
    }

    private void take(Step step) {
        LocalDate day = step.countsFrom();
        switch (step.kind()) {
            case NOTIFIED -> {
                if (procedure.effect() == ApprovalEffect.TACIT) {
                    grant(ApprovalStatus.TACITLY_GRANTED, day.plusDays(procedure.tacitAfterDays() + 1L), null);
                } else {
                    enter(new Phase(day, ApprovalStatus.INFORMED, false));
                }
            }
            case OBJECTED -> enter(new Phase(day, ApprovalStatus.OPEN, true));
            case BEGUN -> {
                if (on(day).status() == ApprovalStatus.OPEN) {
                    phases.add(new Phase(day.plusMonths(procedure.continueAfterMonths()), ApprovalStatus.LAPSED, true));
                }
            }
            case GRANTED, RENEWED -> grant(ApprovalStatus.GRANTED, day, step.until());
            case REFUSED -> enter(new Phase(day, ApprovalStatus.REFUSED, procedure.blocksWhenRefused()));
            case REVOKED -> enter(new Phase(day, ApprovalStatus.REVOKED, procedure.blocksWhenRefused()));
            case CLOSED -> enter(new Phase(day, ApprovalStatus.NOT_NEEDED, false));
            case REQUESTED, DEBATED, VOTE_SCHEDULED -> {
                // They tell how it goes and move nothing.
            }
        }
    }

    private void grant(ApprovalStatus granted, LocalDate day, LocalDate until) {
        enter(new Phase(day, granted, false));
        LocalDate last = until != null || procedure.grantedForMonths() == null
                ? until
                : day.plusMonths(procedure.grantedForMonths()).minusDays(1);
        if (last != null) {
            phases.add(new Phase(last.plusDays(1), ApprovalStatus.EXPIRED, procedure.blocksWhenRefused()));
        }
    }

    /** What was to come by itself from this day on does not. */
    private void enter(Phase phase) {
        phases.removeIf(later -> later.from() != null && !later.from().isBefore(phase.from()));
        phases.add(phase);
    }
}
