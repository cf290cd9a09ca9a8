package org.surety.delegations.accreditation;

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

import org.surety.contracts.Series;
import org.surety.delegations.hosting.HostedDelegation;

/**
 * Permission for one person to attend a gathering. The sender of a delegation asks for it; the host grants or refuses it, once. The sender
 * may withdraw it, asked for or granted. What was refused or withdrawn is closed: it stays readable, and may be asked for anew.
 */
@Entity
@Table(name = "accreditation")
class Accreditation {

    /** Where it stands. */
    enum Status {
        REQUESTED, GRANTED, REFUSED, WITHDRAWN
    }

    @Id
    private UUID id;

    @Version
    private long version = 1;

    @Enumerated(EnumType.STRING)
    private Series series;

    @Column(name = "gathering_id")
    private UUID gathering;

    @Column(name = "delegation_id")
    private UUID delegation;

    private String party;

    private String host;

    @Column(name = "person_id")
    private UUID person;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Column(name = "requested_on")
    private LocalDate requestedOn;

    @Enumerated(EnumType.STRING)
    private HostDecision.Outcome decision;

    @Column(name = "decision_reason")
    private String decisionReason;

    @Column(name = "decided_on")
    private LocalDate decidedOn;

    @Column(name = "withdrawal_reason")
    private String withdrawalReason;

    @Column(name = "withdrawn_on")
    private LocalDate withdrawnOn;

    @Column(name = "audience_id")
    private int audience;

    protected Accreditation() {
    }

    static Accreditation request(HostedDelegation delegation, UUID person, LocalDate day, int audience) {
        Accreditation accreditation = new Accreditation();
        accreditation.id = UUID.randomUUID();
        accreditation.series = delegation.series();
        accreditation.gathering = delegation.gathering().id();
        accreditation.delegation = delegation.id();
        accreditation.party = delegation.party();
        accreditation.host = delegation.gathering().host();
        accreditation.person = person;
        accreditation.status = Status.REQUESTED;
        accreditation.requestedOn = day;
        accreditation.audience = audience;
        return accreditation;
    }

    /** Takes the host's decision; answers what changed, nothing when it is the one that was taken. */
    List<String> decide(HostDecision taken, LocalDate today) {
        if (status == taken.decision().status() && Objects.equals(decisionReason, taken.reason())
                && (taken.decidedOn() == null || taken.decidedOn().equals(decidedOn))) {
            return List.of();
        }
        requireAllowed("decisions");
        status = taken.decision().status();
        decision = taken.decision();
        decisionReason = taken.reason();
        decidedOn = taken.decidedOn() == null ? today : taken.decidedOn();
        return List.of("status", "decision");
    }

    /** Takes it back; answers what changed, nothing when it was taken back for this reason. */
    List<String> withdraw(String reason, LocalDate day) {
        if (status == Status.WITHDRAWN && reason.equals(withdrawalReason)) {
            return List.of();
        }
        requireAllowed("withdrawals");
        status = Status.WITHDRAWN;
        withdrawalReason = reason;
        withdrawnOn = day;
        return List.of("status", "withdrawal");
    }

    private void requireAllowed(String act) {
        List<String> allowed = switch (status) {
            case REQUESTED -> List.of("decisions", "withdrawals");
            case GRANTED -> List.of("withdrawals");
            case REFUSED, WITHDRAWN -> List.of();
        };
        if (!allowed.contains(act)) {
            throw AccreditationProblem.notAllowed(act, status, allowed);
        }
    }

    /** Null until it is decided. */
    HostDecision decision() {
        return decision == null ? null : new HostDecision(decision, decisionReason, decidedOn);
    }

    /** Null unless it was withdrawn. */
    AccreditationRepresentation.Withdrawn withdrawal() {
        return withdrawnOn == null ? null : new AccreditationRepresentation.Withdrawn(withdrawalReason, withdrawnOn);
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

    UUID gathering() {
        return gathering;
    }

    UUID delegation() {
        return delegation;
    }

    String party() {
        return party;
    }

    String host() {
        return host;
    }

    UUID person() {
        return person;
    }

    Status status() {
        return status;
    }

    LocalDate requestedOn() {
        return requestedOn;
    }

    int audience() {
        return audience;
    }
}
