package org.surety.delegations.gathering;

import java.time.LocalDate;
import java.util.ArrayList;
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
import org.surety.contracts.Series;
import org.surety.contracts.Source;
import org.surety.kit.problem.InvalidRequest;

/**
 * A meeting to which parties send delegations. It is planned, then held or cancelled; its host is a party, and so are those who preside
 * with it. What is cancelled stays cancelled.
 */
@Entity
@Table(name = "gathering")
class Gathering {

    /** Where a gathering stands. */
    enum Status {
        PLANNED, HELD, CANCELLED
    }

    @Id
    private UUID id;

    @Version
    private long version = 1;

    @Enumerated(EnumType.STRING)
    private Series series;

    private String title;

    private String place;

    private String host;

    @Column(name = "co_chairs")
    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> coChairs;

    @Column(name = "starts_on")
    private LocalDate startsOn;

    @Column(name = "ends_on")
    private LocalDate endsOn;

    private String agenda;

    @Enumerated(EnumType.STRING)
    private Status status;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Source> sources;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<UUID> outcomes;

    @Column(name = "cancellation_reason")
    private String cancellationReason;

    @Column(name = "audience_id")
    private int audience;

    protected Gathering() {
    }

    static Gathering plan(GatheringDescription description, int audience) {
        Gathering gathering = new Gathering();
        gathering.id = UUID.randomUUID();
        gathering.series = Series.ofParty(description.host());
        gathering.status = Status.PLANNED;
        gathering.requirePossible(description);
        gathering.take(description);
        gathering.audience = audience;
        return gathering;
    }

    /** Takes the new description; answers what changed. */
    List<String> amend(GatheringDescription description) {
        requirePossible(description);
        List<String> changed = new ArrayList<>();
        note(changed, "title", title, description.title());
        note(changed, "place", place, description.place());
        note(changed, "host", host, description.host());
        note(changed, "coChairs", coChairs, description.coChairs());
        note(changed, "startsOn", startsOn, description.startsOn());
        note(changed, "endsOn", endsOn, description.lastDay());
        note(changed, "agenda", agenda, description.agenda());
        note(changed, "status", status, said(description));
        note(changed, "sources", sources, description.sources());
        note(changed, "outcomes", outcomes, description.outcomes());
        if (!changed.isEmpty()) {
            take(description);
        }
        return changed;
    }

    private static void note(List<String> changed, String field, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            changed.add(field);
        }
    }

    private void take(GatheringDescription description) {
        title = description.title();
        place = description.place();
        host = description.host();
        coChairs = description.coChairs();
        startsOn = description.startsOn();
        endsOn = description.lastDay();
        agenda = description.agenda();
        status = said(description);
        sources = description.sources();
        outcomes = description.outcomes();
    }

    private Status said(GatheringDescription description) {
        return description.status() == null ? status : description.status();
    }

    /** Into and out of CANCELLED leads no description: into it only the act, which says why; out of it nothing. */
    private void requirePossible(GatheringDescription description) {
        Status said = said(description);
        if (status == Status.CANCELLED && said != Status.CANCELLED) {
            throw GatheringProblem.cancelled();
        }
        if (status != Status.CANCELLED && said == Status.CANCELLED) {
            throw new InvalidRequest("status", "must be PLANNED or HELD: a gathering is cancelled by POST of a cancellation");
        }
    }

    /** Calls it off; answers what changed, nothing when it was called off for this reason. */
    List<String> cancel(String reason) {
        if (status == Status.HELD) {
            throw GatheringProblem.held();
        }
        if (status == Status.CANCELLED) {
            if (!reason.equals(cancellationReason)) {
                throw GatheringProblem.cancelled();
            }
            return List.of();
        }
        status = Status.CANCELLED;
        cancellationReason = reason;
        return List.of("status");
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    Series series() {
        return series;
    }

    String title() {
        return title;
    }

    String place() {
        return place;
    }

    String host() {
        return host;
    }

    List<String> coChairs() {
        return coChairs;
    }

    LocalDate startsOn() {
        return startsOn;
    }

    LocalDate endsOn() {
        return endsOn;
    }

    String agenda() {
        return agenda;
    }

    Status status() {
        return status;
    }

    List<Source> sources() {
        return sources;
    }

    List<UUID> outcomes() {
        return outcomes;
    }

    /** Null unless it was cancelled, and then too if that was before reasons were noted. */
    String cancellationReason() {
        return cancellationReason;
    }

    int audience() {
        return audience;
    }
}
