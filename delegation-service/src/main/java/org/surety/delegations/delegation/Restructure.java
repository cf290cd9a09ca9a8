package org.surety.delegations.delegation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

/**
 * A dated change of a delegation's head or members, as it was announced. Written once: what it says of the past is corrected by another
 * record, never in place.
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

    /** To be called once the delegation has its new composition and version. */
    static Restructure of(Delegation delegation, Composition earlier, Restructuring said) {
        Restructure restructure = new Restructure();
        restructure.id = UUID.randomUUID();
        restructure.delegation = delegation.id();
        restructure.delegationVersion = delegation.version();
        restructure.reason = said.reason();
        restructure.announcedBy = said.announcedBy();
        restructure.announcedAt = said.announcedAt().instant();
        restructure.announcedUndisclosed = said.announcedAt().undisclosed();
        restructure.effectiveAt = said.effectiveAt().instant();
        restructure.effectiveUndisclosed = said.effectiveAt().undisclosed();
        restructure.earlier = earlier;
        restructure.later = delegation.composition();
        restructure.sources = said.sources();
        restructure.audience = delegation.audience();
        return restructure;
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
