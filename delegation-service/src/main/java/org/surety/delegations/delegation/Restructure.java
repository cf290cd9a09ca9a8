package org.surety.delegations.delegation;

import java.time.Duration;
import java.time.Instant;
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

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.surety.contracts.DisclosedInstant;
import org.surety.contracts.Quantity;
import org.surety.contracts.Source;
import org.surety.contracts.Undisclosed;
import org.surety.delegations.composition.Composition;
import org.surety.delegations.composition.Effect;
import org.surety.delegations.composition.Step;

/**
 * A dated change of a delegation's head or members, as it was announced, from the day on that was resolved when it was recorded. Written
 * once: what it says is corrected by another one, which takes its place in the timeline, never in place.
 */
@Entity
@Table(name = "restructure")
class Restructure {

    private static final long MINUTES_PER_HOUR = 60;

    @Id
    private UUID id;

    @Column(name = "delegation_id")
    private UUID delegation;

    @Column(name = "delegation_version")
    private long delegationVersion;

    private String reason;

    @Column(name = "announced_by")
    private String announcedBy;

    @Column(name = "announced_at")
    private Instant announcedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "announced_undisclosed")
    private Undisclosed announcedUndisclosed;

    @Column(name = "effective_at")
    private Instant effectiveAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "effective_undisclosed")
    private Undisclosed effectiveUndisclosed;

    @Column(name = "effective_on")
    private LocalDate effectiveOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "effective_basis")
    private Effect.Basis effectiveBasis;

    @Column(name = "recorded_on")
    private LocalDate recordedOn;

    private Long place;

    private UUID corrects;

    @Column(name = "correction_reason")
    private String correctionReason;

    @Column(name = "correction_sources")
    @JdbcTypeCode(SqlTypes.JSON)
    private List<Source> correctionSources;

    @JdbcTypeCode(SqlTypes.JSON)
    private Composition earlier;

    @JdbcTypeCode(SqlTypes.JSON)
    private Composition later;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Source> sources;

    @Column(name = "audience_id")
    private int audience;

    protected Restructure() {
    }

    /** What is said of the delegation that stands, to be recorded with its next version. */
    static Restructure of(Delegation delegation, Restructuring said, Composition later, LocalDate today,
            LocalDate gatheringStarts) {
        Restructure restructure = new Restructure();
        restructure.id = UUID.randomUUID();
        restructure.delegation = delegation.id();
        restructure.delegationVersion = delegation.version() + 1;
        restructure.place = restructure.delegationVersion;
        restructure.recordedOn = today;
        restructure.audience = delegation.audience();
        restructure.say(said, later, gatheringStarts, delegation.formedOn().day());
        return restructure;
    }

    /** As this one should have been recorded: in its place, and no earlier and no later than it was. */
    Restructure correctedBy(Delegation delegation, Restructuring.Correction correction, Composition later,
            LocalDate gatheringStarts) {
        Restructure restructure = of(delegation, correction.corrected(), later, recordedOn, gatheringStarts);
        restructure.place = place();
        restructure.corrects = id;
        restructure.correctionReason = correction.reason();
        restructure.correctionSources = correction.sources();
        return restructure;
    }

    private void say(Restructuring said, Composition composition, LocalDate gatheringStarts, LocalDate formedOn) {
        reason = said.reason();
        announcedBy = said.announcedBy();
        announcedAt = said.announcedAt().instant();
        announcedUndisclosed = said.announcedAt().undisclosed();
        effectiveAt = said.effectiveAt().instant();
        effectiveUndisclosed = said.effectiveAt().undisclosed();
        later = composition;
        sources = said.sources();
        Effect effect = Effect.of(said.effectiveAt(), said.announcedAt(), recordedOn, gatheringStarts, formedOn);
        effectiveOn = effect.day();
        effectiveBasis = effect.basis();
    }

    /** Keeps the composition that stood before it when it was recorded. */
    void comesAfter(Composition composition) {
        earlier = composition;
    }

    /** As the timeline sees it. */
    Step step() {
        Instant instant = effectiveAt != null ? effectiveAt : announcedAt;
        return new Step(id, new Effect(effectiveOn, effectiveBasis, instant), place(), later, corrects);
    }

    private long place() {
        return place == null ? delegationVersion : place;
    }

    /** What the other says otherwise than this one; nothing when both say the same. */
    List<String> otherwiseIn(Restructure other) {
        List<String> otherwise = new ArrayList<>(other.later.changedFrom(later));
        note(otherwise, "reason", reason, other.reason);
        note(otherwise, "announcedBy", announcedBy, other.announcedBy);
        note(otherwise, "announcedAt", announcedAt(), other.announcedAt());
        note(otherwise, "effectiveAt", effectiveAt(), other.effectiveAt());
        note(otherwise, "sources", sources, other.sources);
        return otherwise;
    }

    private static void note(List<String> otherwise, String field, Object one, Object other) {
        if (!Objects.equals(one, other)) {
            otherwise.add(field);
        }
    }

    /** From the announcement to its effect, in hours; undisclosed unless both moments are known: it is never guessed. */
    Quantity notice() {
        if (announcedAt == null || effectiveAt == null) {
            return Quantity.undisclosed(announcedAt == null ? announcedUndisclosed : effectiveUndisclosed, "hours");
        }
        return Quantity.of(Math.floorDiv(Duration.between(announcedAt, effectiveAt).toMinutes(), MINUTES_PER_HOUR), "hours");
    }

    UUID id() {
        return id;
    }

    long delegationVersion() {
        return delegationVersion;
    }

    String reason() {
        return reason;
    }

    String announcedBy() {
        return announcedBy;
    }

    DisclosedInstant announcedAt() {
        return new DisclosedInstant(announcedAt, announcedUndisclosed);
    }

    DisclosedInstant effectiveAt() {
        return new DisclosedInstant(effectiveAt, effectiveUndisclosed);
    }

    Effect.Basis effectiveBasis() {
        return effectiveBasis;
    }

    LocalDate effectiveOn() {
        return effectiveOn;
    }

    UUID delegation() {
        return delegation;
    }

    /** What this one corrects; null: it is no correction. */
    UUID corrects() {
        return corrects;
    }

    String correctionReason() {
        return correctionReason;
    }

    List<Source> correctionSources() {
        return correctionSources;
    }

    Composition earlier() {
        return earlier;
    }

    Composition later() {
        return later;
    }

    List<Source> sources() {
        return sources;
    }
}
