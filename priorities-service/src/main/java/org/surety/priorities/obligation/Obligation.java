package org.surety.priorities.obligation;

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

import org.surety.contracts.Series;

/**
 * What a party has said of what is asked of it: that it knows, that it is ready, that it is done. Each step holds the earlier ones; none is
 * taken back.
 */
@Entity
@Table(name = "obligation")
class Obligation {

    @Id
    private UUID id;

    @Version
    private long version = 1;

    @Column(name = "situation_id")
    private UUID situation;

    @Column(name = "commitment_id")
    private UUID commitment;

    private String party;

    @Enumerated(EnumType.STRING)
    private Series series;

    private boolean exercise;

    @Column(name = "acknowledged_on")
    private LocalDate acknowledgedOn;

    @Column(name = "ready_on")
    private LocalDate readyOn;

    @Column(name = "done_on")
    private LocalDate doneOn;

    @Column(name = "audience_id")
    private int audience;

    protected Obligation() {
    }

    static Obligation of(Call call) {
        Obligation obligation = new Obligation();
        obligation.id = call.id();
        obligation.situation = call.situation();
        obligation.commitment = call.commitment();
        obligation.party = call.party();
        obligation.series = call.series();
        obligation.exercise = call.exercise();
        return obligation;
    }

    /** Takes a step, under the label of now; answers what changed, nothing when it was taken already. */
    List<String> take(ObligationStep step, LocalDate day, int newAudience) {
        List<String> changed = new ArrayList<>();
        if (step.compareTo(reached()) <= 0) {
            return changed;
        }
        audience = newAudience;
        if (acknowledgedOn == null) {
            acknowledgedOn = day;
            changed.add("acknowledgedOn");
        }
        if (step != ObligationStep.ACKNOWLEDGED && readyOn == null) {
            readyOn = day;
            changed.add("readyOn");
        }
        if (step == ObligationStep.DONE) {
            doneOn = day;
            changed.add("doneOn");
        }
        return changed;
    }

    ObligationStep reached() {
        return acknowledgedOn == null
                ? ObligationStep.CALLED
                : readyOn == null ? ObligationStep.ACKNOWLEDGED : doneOn == null ? ObligationStep.READY : ObligationStep.DONE;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID situation() {
        return situation;
    }

    UUID commitment() {
        return commitment;
    }

    String party() {
        return party;
    }

    Series series() {
        return series;
    }

    boolean exercise() {
        return exercise;
    }

    LocalDate acknowledgedOn() {
        return acknowledgedOn;
    }

    LocalDate readyOn() {
        return readyOn;
    }

    LocalDate doneOn() {
        return doneOn;
    }
}
