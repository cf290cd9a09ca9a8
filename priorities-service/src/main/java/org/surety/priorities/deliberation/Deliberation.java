package org.surety.priorities.deliberation;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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
import org.surety.contracts.DeliberationStage;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;

/**
 * A step of the deliberation of a priority in one series: from a day on the coalition is so far with it, and these parties lead. The
 * coordinator notes the next step, forward or back, and this one stays as it is.
 */
@Entity
@Table(name = "deliberation")
class Deliberation {

    @Id
    private UUID id;

    @Version
    private long version = 1;

    /** Given by the database with the row; null until it is read again. */
    @Column(insertable = false, updatable = false)
    private Long number;

    @Enumerated(EnumType.STRING)
    private Series series;

    @Enumerated(EnumType.STRING)
    private PriorityCode priority;

    @Enumerated(EnumType.STRING)
    private DeliberationStage state;

    @Column(name = "from_day")
    private LocalDate from;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> leads;

    private String reason;

    private String source;

    @Column(name = "audience_id")
    private int audience;

    protected Deliberation() {
    }

    /**
     * Notes what {@link DeliberationStep#check} has let pass.
     *
     * @param before the step that held on the day so far, whose leads go on where the new one names none; null: none
     */
    static Deliberation move(PriorityCode priority, DeliberationStep said, LocalDate day, Deliberation before, int audience) {
        Deliberation step = new Deliberation();
        step.id = UUID.randomUUID();
        step.series = said.series();
        step.priority = priority;
        step.state = said.state();
        step.from = day;
        step.leads = said.leads() != null ? said.leads() : before == null ? List.of() : before.leads;
        step.reason = said.reason();
        step.source = said.source();
        step.audience = audience;
        return step;
    }

    /** Whether the other one says nothing else. */
    boolean says(Deliberation other) {
        return state == other.state && from.equals(other.from) && leads.equals(other.leads)
                && Objects.equals(reason, other.reason) && Objects.equals(source, other.source) && audience == other.audience;
    }

    /** Whether it leads back from that step; what was suspended goes on where it is taken up. */
    boolean stepsBackFrom(Deliberation before) {
        return before != null && before.state != DeliberationStage.SUSPENDED && state.compareTo(before.state) < 0;
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

    Series series() {
        return series;
    }

    PriorityCode priority() {
        return priority;
    }

    DeliberationStage state() {
        return state;
    }

    LocalDate from() {
        return from;
    }

    List<String> leads() {
        return leads;
    }

    String reason() {
        return reason;
    }

    String source() {
        return source;
    }

    int audience() {
        return audience;
    }
}
