package org.surety.commitments.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.surety.contracts.ApprovalStatus.EXPIRED;
import static org.surety.contracts.ApprovalStatus.GRANTED;
import static org.surety.contracts.ApprovalStatus.INFORMED;
import static org.surety.contracts.ApprovalStatus.LAPSED;
import static org.surety.contracts.ApprovalStatus.NOT_NEEDED;
import static org.surety.contracts.ApprovalStatus.OPEN;
import static org.surety.contracts.ApprovalStatus.REFUSED;
import static org.surety.contracts.ApprovalStatus.REVOKED;
import static org.surety.contracts.ApprovalStatus.TACITLY_GRANTED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.surety.contracts.ApprovalEffect;
import org.surety.contracts.ApprovalState.Phase;
import org.surety.contracts.ApprovalStatus;

/** Where an approval stands on each day, by the procedure of three orders and by any other. */
class CourseTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private static Procedure procedure(ApprovalEffect effect, boolean blocking) {
        return new Procedure(effect, blocking, true, effect == ApprovalEffect.TACIT ? 7 : null,
                effect == ApprovalEffect.TO_CONTINUE ? 4 : null, effect == ApprovalEffect.INFORMATION ? null : 12);
    }

    private static Step step(StepKind kind, LocalDate doneOn) {
        return new Step(kind, doneOn, null, null, null, null, null, "s", null);
    }

    private static Step step(StepKind kind, LocalDate doneOn, LocalDate effectiveOn, LocalDate until) {
        return new Step(kind, doneOn, effectiveOn, until, null, null, null, "s", null);
    }

    private static Phase phase(LocalDate from, ApprovalStatus status, boolean blocks) {
        return new Phase(from, status, blocks);
    }

    @Test
    void aPriorConsentBlocksUntilItIsGrantedAndWhenItsTimeIsOver() {
        Course course = Course.of(procedure(ApprovalEffect.PRIOR, false),
                List.of(step(StepKind.REQUESTED, DAY), step(StepKind.GRANTED, DAY.plusDays(20), LocalDate.of(2026, 4, 1), null)));
        assertThat(course.phases()).containsExactly(phase(null, OPEN, true), phase(LocalDate.of(2026, 4, 1), GRANTED, false),
                phase(LocalDate.of(2027, 4, 1), EXPIRED, true));
        assertThat(course.on(LocalDate.of(2026, 3, 31)).status()).isEqualTo(OPEN);
        assertThat(course.on(LocalDate.of(2027, 3, 31)).status()).isEqualTo(GRANTED);
    }

    @Test
    void aRenewalTakesThePlaceOfTheEnd() {
        List<Step> steps = new ArrayList<>(List.of(step(StepKind.GRANTED, DAY, null, LocalDate.of(2026, 8, 31))));
        steps.add(step(StepKind.RENEWED, LocalDate.of(2026, 8, 1), null, LocalDate.of(2027, 2, 28)));
        assertThat(Course.of(procedure(ApprovalEffect.PRIOR, false), steps).phases()).containsExactly(phase(null, OPEN, true),
                phase(DAY, GRANTED, false), phase(LocalDate.of(2026, 8, 1), GRANTED, false),
                phase(LocalDate.of(2027, 3, 1), EXPIRED, true));
    }

    @Test
    void aTacitConsentComesByItselfOnceTheDaysToObjectAreOver() {
        Procedure seven = procedure(ApprovalEffect.TACIT, false);
        Course silent = Course.of(seven, List.of(step(StepKind.NOTIFIED, DAY)));
        assertThat(silent.on(DAY.plusDays(7))).isEqualTo(phase(null, OPEN, true));
        assertThat(silent.on(DAY.plusDays(8)).status()).isEqualTo(TACITLY_GRANTED);
        assertThat(silent.on(DAY.plusDays(8).plusMonths(12)).status()).isEqualTo(EXPIRED);
        assertThat(silent.allowed(DAY.plusDays(7))).contains(StepKind.OBJECTED);
        assertThat(silent.allowed(DAY.plusDays(8))).doesNotContain(StepKind.OBJECTED);

        Course objected = Course.of(seven, List.of(step(StepKind.NOTIFIED, DAY), step(StepKind.OBJECTED, DAY.plusDays(6))));
        assertThat(objected.on(DAY.plusYears(1)).status()).isEqualTo(OPEN);
        assertThat(objected.on(DAY.plusYears(1)).blocks()).isTrue();
        assertThat(objected.allowed(DAY.plusDays(7))).contains(StepKind.GRANTED, StepKind.REFUSED)
                .doesNotContain(StepKind.NOTIFIED);
    }

    @Test
    void informationBlocksNothingAndWhatGoesOnNeedsAuthorisationAfterFourMonths() {
        Course information = Course.of(procedure(ApprovalEffect.INFORMATION, false), List.of(step(StepKind.NOTIFIED, DAY)));
        assertThat(information.phases()).containsExactly(phase(null, OPEN, false), phase(DAY, INFORMED, false));
        assertThat(information.allowed(DAY)).containsExactly(StepKind.DEBATED, StepKind.CLOSED);

        Procedure four = procedure(ApprovalEffect.TO_CONTINUE, false);
        assertThat(Course.of(four, List.of()).on(DAY.plusYears(3)).blocks()).isFalse();
        Course begun = Course.of(four, List.of(step(StepKind.BEGUN, DAY)));
        assertThat(begun.on(LocalDate.of(2026, 7, 1)).blocks()).isFalse();
        assertThat(begun.on(LocalDate.of(2026, 7, 2))).isEqualTo(phase(LocalDate.of(2026, 7, 2), LAPSED, true));
        Course authorised = Course.of(four, List.of(step(StepKind.BEGUN, DAY), step(StepKind.GRANTED, LocalDate.of(2026, 6, 20))));
        assertThat(authorised.on(LocalDate.of(2026, 7, 2)).status()).isEqualTo(GRANTED);
        Course late = Course.of(four, List.of(step(StepKind.BEGUN, DAY), step(StepKind.GRANTED, LocalDate.of(2026, 7, 12))));
        assertThat(late.on(LocalDate.of(2026, 7, 11)).status()).isEqualTo(LAPSED);
        assertThat(late.on(LocalDate.of(2026, 7, 12)).status()).isEqualTo(GRANTED);
    }

    @Test
    void aPoliticalUndertakingBlocksOnlyIfThePartySaysSo() {
        List<Step> refused = List.of(step(StepKind.REFUSED, DAY));
        Course shown = Course.of(procedure(ApprovalEffect.POLITICAL_UNDERTAKING, false), refused);
        assertThat(shown.phases()).containsExactly(phase(null, OPEN, false), phase(DAY, REFUSED, false));
        assertThat(shown.on(DAY).refuses()).isFalse();
        Course meant = Course.of(procedure(ApprovalEffect.POLITICAL_UNDERTAKING, true), refused);
        assertThat(meant.phases()).containsExactly(phase(null, OPEN, true), phase(DAY, REFUSED, true));
        assertThat(meant.on(DAY).refuses()).isTrue();
    }

    @Test
    void aRevocationTakesBackEvenWhatDoesNotHoldYet() {
        Course course = Course.of(procedure(ApprovalEffect.PRIOR, false),
                List.of(step(StepKind.GRANTED, DAY), step(StepKind.RENEWED, DAY.plusDays(1), DAY.plusMonths(6), null),
                        step(StepKind.REVOKED, DAY.plusMonths(1))));
        assertThat(course.on(DAY.plusMonths(7))).isEqualTo(phase(DAY.plusMonths(1), REVOKED, true));
        Procedure forGood = new Procedure(ApprovalEffect.PRIOR, false, false, null, null, null);
        assertThat(Course.of(forGood, List.of(step(StepKind.GRANTED, DAY))).allowed(DAY)).doesNotContain(StepKind.REVOKED);
    }

    @Test
    void whatIsClosedIsClosed() {
        Course course = Course.of(procedure(ApprovalEffect.PRIOR, false), List.of(step(StepKind.CLOSED, DAY)));
        assertThat(course.on(DAY)).isEqualTo(phase(DAY, NOT_NEEDED, false));
        assertThat(course.allowed(DAY)).isEmpty();
    }

    /** Of random procedures and allowed steps every day is as a clerk would say who looks at nothing but the days gone by. */
    @Test
    void eachDayIsAsWhoGoesThroughTheDaysSays() {
        Random random = new Random(5);
        for (int round = 0; round < 3000; round++) {
            ApprovalEffect effect = ApprovalEffect.values()[random.nextInt(5)];
            Procedure procedure = procedure(effect, random.nextBoolean() && effect == ApprovalEffect.POLITICAL_UNDERTAKING);
            List<Step> steps = new ArrayList<>();
            LocalDate day = DAY;
            for (int i = 0; i < 6; i++) {
                day = day.plusDays(random.nextInt(120));
                List<StepKind> allowed = Course.of(procedure, steps).allowed(day);
                if (allowed.isEmpty()) {
                    break;
                }
                steps.add(step(allowed.get(random.nextInt(allowed.size())), day));
            }
            Clerk clerk = new Clerk(procedure, steps);
            Course course = Course.of(procedure, steps);
            for (LocalDate at = DAY.minusDays(1); at.isBefore(DAY.plusDays(1200)); at = at.plusDays(1)) {
                assertThat(course.on(at).status()).as("%s %s %s", at, procedure, steps).isEqualTo(clerk.status(at));
                assertThat(course.on(at).blocks()).as("%s %s %s", at, procedure, steps).isEqualTo(clerk.blocks());
            }
        }
    }

    /** Looks at one day after the other and remembers what ends when. */
    private static final class Clerk {
        private final Procedure procedure;
        private final List<Step> steps;
        private ApprovalStatus status = OPEN;
        private LocalDate tacitOn;
        private LocalDate lapsesOn;
        private LocalDate expiresOn;

        Clerk(Procedure procedure, List<Step> steps) {
            this.procedure = procedure;
            this.steps = steps;
        }

        ApprovalStatus status(LocalDate day) {
            if (day.equals(tacitOn)) {
                granted(TACITLY_GRANTED, day);
            } else if (day.equals(lapsesOn) && status == OPEN) {
                status = LAPSED;
            } else if (day.equals(expiresOn)) {
                status = EXPIRED;
            }
            steps.stream().filter(step -> step.doneOn().equals(day)).forEach(this::take);
            return status;
        }

        private void take(Step step) {
            switch (step.kind()) {
                case NOTIFIED -> {
                    if (procedure.effect() == ApprovalEffect.INFORMATION) {
                        status = INFORMED;
                    } else {
                        tacitOn = step.doneOn().plusDays(8);
                    }
                }
                case OBJECTED -> tacitOn = null;
                case BEGUN -> lapsesOn = step.doneOn().plusMonths(4);
                case GRANTED, RENEWED -> granted(GRANTED, step.doneOn());
                case REFUSED -> decided(REFUSED);
                case REVOKED -> decided(REVOKED);
                case CLOSED -> decided(NOT_NEEDED);
                default -> {
                }
            }
        }

        private void granted(ApprovalStatus how, LocalDate day) {
            decided(how);
            expiresOn = day.plusMonths(12);
        }

        private void decided(ApprovalStatus how) {
            status = how;
            tacitOn = null;
            lapsesOn = null;
            expiresOn = null;
        }

        boolean blocks() {
            boolean waits = procedure.effect() != ApprovalEffect.INFORMATION
                    && (procedure.effect() != ApprovalEffect.POLITICAL_UNDERTAKING || procedure.blocking());
            return switch (status) {
                case OPEN -> waits && procedure.effect() != ApprovalEffect.TO_CONTINUE;
                case REFUSED, REVOKED, EXPIRED, LAPSED -> waits;
                default -> false;
            };
        }
    }
}
