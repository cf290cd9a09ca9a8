package org.surety.priorities.question;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
import org.surety.contracts.PriorityCode;
import org.surety.contracts.QuestionActKind;
import org.surety.contracts.QuestionState.Act;
import org.surety.contracts.Series;

/**
 * An operational detail to be settled by a party until a day. It is raised, worded anew while it lives, resolved by its owner, and reopened
 * where that turns out to have settled nothing. Owner and priority are settled when it is raised.
 */
@Entity
@Table(name = "question")
class Question {

    /** More turns of one question are another question; and the state of a change has its limit. */
    static final int MAX_ACTS = 10;

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

    @Enumerated(EnumType.STRING)
    private PriorityCode priority;

    private String text;

    @Column(name = "raised_on")
    private LocalDate raisedOn;

    @Column(name = "due_on")
    private LocalDate dueOn;

    private String source;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Act> acts = List.of();

    @Column(name = "audience_id")
    private int audience;

    protected Question() {
    }

    /** Raises what {@link QuestionDescription#checkNew} has let pass. */
    static Question raise(String party, QuestionDescription said, LocalDate day, int audience) {
        Question question = new Question();
        question.id = UUID.randomUUID();
        question.party = party;
        question.series = Series.ofParty(party);
        question.priority = said.priority();
        question.raisedOn = day;
        question.take(said, audience);
        return question;
    }

    /** Takes the new description; answers what changed, nothing when it says what was known. */
    List<String> amend(QuestionDescription said, int newAudience) {
        List<String> changed = new ArrayList<>();
        note(changed, "text", text, said.text());
        note(changed, "dueOn", dueOn, said.dueOn());
        note(changed, "source", source, said.source());
        note(changed, "label", audience, newAudience);
        if (!changed.isEmpty()) {
            take(said, newAudience);
        }
        return changed;
    }

    /** Settles it; false when it is settled so already. */
    boolean resolve(Act act) {
        return move(act, "resolution");
    }

    /** Opens it again; false when it is open for this reason already. */
    boolean reopen(Act act) {
        return move(act, "reopening");
    }

    private boolean move(Act act, String name) {
        if (act.equals(last().orElse(null))) {
            return false;
        }
        if (isResolved() == (act.act() == QuestionActKind.RESOLVED)) {
            throw QuestionProblem.notAllowed(name, isResolved());
        }
        if (acts.size() == MAX_ACTS) {
            throw QuestionProblem.tooOften(MAX_ACTS);
        }
        List<Act> all = new ArrayList<>(acts);
        all.add(act);
        acts = List.copyOf(all);
        return true;
    }

    private static void note(List<String> changed, String field, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            changed.add(field);
        }
    }

    private void take(QuestionDescription said, int newAudience) {
        text = said.text();
        dueOn = said.dueOn();
        source = said.source();
        audience = newAudience;
    }

    /** The day before which nothing more can happen to it. */
    LocalDate lastDay() {
        return last().map(Act::day).orElse(raisedOn);
    }

    private Optional<Act> last() {
        return acts.isEmpty() ? Optional.empty() : Optional.of(acts.get(acts.size() - 1));
    }

    boolean isResolved() {
        return last().filter(act -> act.act() == QuestionActKind.RESOLVED).isPresent();
    }

    /** What had happened to it by the end of this day; null: all. */
    List<Act> actsUntil(LocalDate day) {
        return acts.stream().filter(act -> day == null || !act.day().isAfter(day)).toList();
    }

    /** How long it has been open, by what had happened by the end of {@code asOf}; as of the day {@code now} where it is open still. */
    Age age(LocalDate asOf, LocalDate now) {
        long open = 0;
        LocalDate since = raisedOn;
        LocalDate settled = null;
        for (Act act : actsUntil(asOf)) {
            if (act.act() == QuestionActKind.RESOLVED) {
                open += ChronoUnit.DAYS.between(since, act.day());
                settled = act.day();
            } else {
                since = act.day();
                settled = null;
            }
        }
        if (settled == null) {
            open += Math.max(0, ChronoUnit.DAYS.between(since, now));
        }
        LocalDate end = settled == null ? now : settled;
        return new Age(settled != null, open, Math.max(0, ChronoUnit.DAYS.between(dueOn, end)));
    }

    /**
     * @param daysOpen on how many days it was open, all told
     * @param daysOverdue how long after its due day it is open, or was settled
     */
    record Age(boolean resolved, long daysOpen, long daysOverdue) {
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

    PriorityCode priority() {
        return priority;
    }

    String text() {
        return text;
    }

    LocalDate raisedOn() {
        return raisedOn;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    String source() {
        return source;
    }

    List<Act> acts() {
        return acts;
    }

    int audience() {
        return audience;
    }
}
