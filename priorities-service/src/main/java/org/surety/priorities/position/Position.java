package org.surety.priorities.position;

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

import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.contracts.Stance;

/**
 * How a party stands to a priority from a day on. A party that changes its mind states a new one and this one stays; it corrects what it
 * had stated wrongly, and withdraws what never was so. Party and priority are settled when it is stated.
 */
@Entity
@Table(name = "party_position")
class Position {

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

    @Enumerated(EnumType.STRING)
    private Stance stance;

    private String reservation;

    @Column(name = "stated_on")
    private LocalDate statedOn;

    private String source;

    @Column(name = "withdrawal_reason")
    private String withdrawalReason;

    @Column(name = "audience_id")
    private int audience;

    protected Position() {
    }

    /** States what {@link PositionStatement#check} has let pass. */
    static Position state(String party, PositionStatement said, LocalDate day, int audience) {
        Position position = new Position();
        position.id = UUID.randomUUID();
        position.party = party;
        position.series = Series.ofParty(party);
        position.priority = said.priority();
        position.take(said, day, audience);
        return position;
    }

    /** Takes the correction; answers what changed, nothing when it says what was known. */
    List<String> amend(PositionStatement said, LocalDate day, int newAudience) {
        requireStanding();
        List<String> changed = changes(said, day, newAudience);
        if (!changed.isEmpty()) {
            take(said, day, newAudience);
        }
        return changed;
    }

    /** It never was so; answers what changed, nothing when it was withdrawn for this reason already. */
    List<String> withdraw(String reason) {
        if (reason.equals(withdrawalReason)) {
            return List.of();
        }
        requireStanding();
        withdrawalReason = reason;
        return List.of("withdrawn", "withdrawalReason");
    }

    boolean says(PositionStatement said, LocalDate day, int itsAudience) {
        return changes(said, day, itsAudience).isEmpty();
    }

    private void requireStanding() {
        if (isWithdrawn()) {
            throw PositionProblem.withdrawn();
        }
    }

    private List<String> changes(PositionStatement said, LocalDate day, int newAudience) {
        List<String> changed = new ArrayList<>();
        note(changed, "stance", stance, said.stance());
        note(changed, "reservation", reservation, said.reservation());
        note(changed, "statedOn", statedOn, day);
        note(changed, "source", source, said.source());
        note(changed, "label", audience, newAudience);
        return changed;
    }

    private static void note(List<String> changed, String field, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            changed.add(field);
        }
    }

    private void take(PositionStatement said, LocalDate day, int newAudience) {
        stance = said.stance();
        reservation = said.reservation();
        statedOn = day;
        source = said.source();
        audience = newAudience;
    }

    boolean isWithdrawn() {
        return withdrawalReason != null;
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

    Stance stance() {
        return stance;
    }

    String reservation() {
        return reservation;
    }

    LocalDate statedOn() {
        return statedOn;
    }

    String source() {
        return source;
    }

    String withdrawalReason() {
        return withdrawalReason;
    }

    int audience() {
        return audience;
    }
}
