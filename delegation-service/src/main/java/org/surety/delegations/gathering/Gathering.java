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

/**
 * A meeting to which parties send delegations. It is planned, then held or cancelled; its host is a party, and so are those who preside
 * with it.
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

    @Column(name = "audience_id")
    private int audience;

    protected Gathering() {
    }

    static Gathering plan(GatheringDescription description, int audience) {
        Gathering gathering = new Gathering();
        gathering.id = UUID.randomUUID();
        gathering.series = Series.ofParty(description.host());
        gathering.take(description);
        gathering.audience = audience;
        return gathering;
    }

    /** Takes the new description; answers what changed. */
    List<String> amend(GatheringDescription description) {
        List<String> changed = new ArrayList<>();
        note(changed, "title", title, description.title());
        note(changed, "place", place, description.place());
        note(changed, "host", host, description.host());
        note(changed, "coChairs", coChairs, description.coChairs());
        note(changed, "startsOn", startsOn, description.startsOn());
        note(changed, "endsOn", endsOn, description.lastDay());
        note(changed, "agenda", agenda, description.agenda());
        note(changed, "status", status, description.status());
        note(changed, "sources", sources, description.sources());
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
        status = description.status();
        sources = description.sources();
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

    int audience() {
        return audience;
    }
}
