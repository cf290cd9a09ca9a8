package org.surety.commitments.approval;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.surety.contracts.ApprovalEffect;
import org.surety.contracts.ApprovalKind;
import org.surety.contracts.ApprovalState.Phase;
import org.surety.contracts.DisclosedDay;
import org.surety.contracts.Series;
import org.surety.contracts.Source;
import org.surety.kit.label.Label;
import org.surety.kit.problem.InvalidRequest;

/**
 * An authorisation by a body - a parliament, a government, an organisation - for which commitments may wait. Commitments name the
 * approvals that they need; one approval may be needed by many.
 */
@Entity
@Table(name = "approval")
class Approval {

    @Id
    private UUID id;

    @Version
    private long version = 1;

    /** Given by the database with the row; null until it is read again. */
    @Column(insertable = false, updatable = false)
    private Long number;

    private String party;

    @Enumerated(EnumType.STRING)
    private Series series;

    private String title;
    private String body;

    @Column(name = "body_of")
    private String bodyOf;

    @Enumerated(EnumType.STRING)
    private ApprovalKind kind;

    @Enumerated(EnumType.STRING)
    private ApprovalEffect effect;

    private boolean blocking;
    private boolean revocable;

    @Column(name = "tacit_after_days")
    private Integer tacitAfterDays;

    @Column(name = "continue_after_months")
    private Integer continueAfterMonths;

    @Column(name = "granted_for_months")
    private Integer grantedForMonths;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "legal_basis")
    private List<Source> legalBasis;

    @Column(name = "description")
    private String text;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Step> steps = new ArrayList<>();

    /** What follows from procedure and steps, for those who ask by SQL. */
    @JdbcTypeCode(SqlTypes.JSON)
    private List<Phase> phases;

    private String label;

    @Column(name = "audience_id")
    private int audience;

    protected Approval() {
    }

    /** A new one, nothing decided. The description has been found to keep the rules. */
    static Approval record(UUID id, String party, Series series, ApprovalDescription description) {
        Approval approval = new Approval();
        approval.id = id;
        approval.party = party;
        approval.series = series;
        approval.take(description);
        approval.label = description.label().ownedBy(party, series).key();
        return approval;
    }

    /** Takes the new description; answers what changed, nothing when it says what was known. */
    List<String> amend(ApprovalDescription description) {
        List<String> changed = new ArrayList<>(description().differences(description));
        Label said = description.label().ownedBy(party, series);
        if (!said.equals(label())) {
            if (!said.covers(label())) {
                throw ApprovalProblem.narrowed();
            }
            changed.add("label");
        }
        if (changed.contains("procedure") && !steps.isEmpty()) {
            throw new InvalidRequest("effect", "cannot be changed, nor what belongs to it, once there are steps under it");
        }
        take(description);
        label = said.key();
        return changed;
    }

    /** Takes a step, or the last one anew; false when it is on record already. */
    boolean take(Step step, boolean correctsLast) {
        if (!steps.isEmpty() && steps.get(steps.size() - 1).equals(step)) {
            return false;
        }
        if (correctsLast && steps.isEmpty()) {
            throw new InvalidRequest("correctsLast", "there is no step to correct");
        }
        List<Step> before = correctsLast ? steps.subList(0, steps.size() - 1) : steps;
        Course course = Course.of(procedure(), before);
        List<StepKind> allowed = course.allowed(step.doneOn());
        if (!allowed.contains(step.kind())) {
            throw ApprovalProblem.notAllowed(step, course.on(step.doneOn()).status(), allowed);
        }
        LocalDate last = course.lastDecisiveDay();
        if (step.kind().decisive() && last != null && step.doneOn().isBefore(last)) {
            throw new InvalidRequest("doneOn", "must not be before " + last + ", the day of the last step that moved it");
        }
        if (step.kind() == StepKind.RENEWED && step.until() == null && grantedForMonths == null) {
            throw new InvalidRequest("until", "must be stated: the approval says no duration");
        }
        steps = new ArrayList<>(before);
        steps.add(step);
        phases = course().phases();
        return true;
    }

    private void take(ApprovalDescription description) {
        title = description.title();
        body = description.body();
        bodyOf = description.bodyOf();
        kind = description.kind();
        effect = description.effect();
        blocking = description.blocking();
        revocable = description.revocable();
        tacitAfterDays = description.tacitAfterDays();
        continueAfterMonths = description.continueAfterMonths();
        grantedForMonths = description.grantedForMonths();
        legalBasis = description.legalBasis();
        text = description.text();
        phases = course().phases();
    }

    ApprovalDescription description() {
        return new ApprovalDescription(title, body, bodyOf, kind, effect, blocking, revocable, tacitAfterDays, continueAfterMonths,
                grantedForMonths, legalBasis, text, label().representation());
    }

    private Procedure procedure() {
        return new Procedure(effect, blocking, revocable, tacitAfterDays, continueAfterMonths, grantedForMonths);
    }

    Course course() {
        return Course.of(procedure(), steps);
    }

    /** The vote that was scheduled and has not been held by what is on record; null: none. */
    DisclosedDay scheduledVote() {
        DisclosedDay vote = null;
        for (Step step : steps) {
            if (step.kind() == StepKind.VOTE_SCHEDULED) {
                vote = step.voteOn();
            } else if (step.kind().decisive()) {
                vote = null;
            }
        }
        return vote;
    }

    /** Since when the body is waited for, on a day on which nothing is decided: since it was asked or told; null: it was not. */
    LocalDate waitingSince() {
        return steps.stream().filter(step -> step.kind() == StepKind.REQUESTED || step.kind() == StepKind.NOTIFIED)
                .map(Step::doneOn).reduce((one, later) -> later).orElse(null);
    }

    /** Only what was done by a day. */
    Approval on(LocalDate day) {
        Approval then = new Approval();
        then.id = id;
        then.version = version;
        then.number = number;
        then.party = party;
        then.series = series;
        then.steps = steps.stream().filter(step -> !step.doneOn().isAfter(day)).toList();
        then.label = label;
        then.take(description());
        return then;
    }

    Label label() {
        return Label.parse(label);
    }

    void showTo(int audience) {
        this.audience = audience;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    Long number() {
        return number;
    }

    String party() {
        return party;
    }

    Series series() {
        return series;
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    List<Phase> phases() {
        return phases;
    }
}
