package org.surety.delegations.credentials;

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
import org.surety.delegations.hosting.HostedDelegation;

/**
 * Power for persons to represent their party at a gathering. The sender issues and presents them; the host examines them: it accepts them,
 * which is final, or provisionally, or challenges them. What is not accepted may be examined again, and presented anew, which puts the
 * examination aside.
 */
@Entity
@Table(name = "credentials")
class Credentials {

    /** Where they stand. */
    enum Status {
        PRESENTED, ACCEPTED, PROVISIONAL, CHALLENGED
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

    @JdbcTypeCode(SqlTypes.JSON)
    private List<UUID> persons;

    @Column(name = "issued_by")
    private UUID issuedBy;

    @Column(name = "issued_on")
    private LocalDate issuedOn;

    @Column(name = "presented_on")
    private LocalDate presentedOn;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Column(name = "examination_reason")
    private String examinationReason;

    @Column(name = "examined_on")
    private LocalDate examinedOn;

    @Column(name = "audience_id")
    private int audience;

    protected Credentials() {
    }

    static Credentials present(HostedDelegation delegation, CredentialsDescription description, LocalDate today, int audience) {
        Credentials credentials = new Credentials();
        credentials.id = UUID.randomUUID();
        credentials.series = delegation.series();
        credentials.gathering = delegation.gathering().id();
        credentials.delegation = delegation.id();
        credentials.party = delegation.party();
        credentials.host = delegation.gathering().host();
        credentials.take(description, description.presentedOr(today));
        credentials.audience = audience;
        return credentials;
    }

    /** Presents them anew; answers what changed, nothing when these stand as presented or accepted already. */
    List<String> presentAnew(CredentialsDescription said, LocalDate today) {
        boolean stands = status == Status.PRESENTED || status == Status.ACCEPTED;
        LocalDate presented = said.presentedOr(stands ? presentedOn : today);
        List<String> changed = new ArrayList<>();
        note(changed, "persons", persons, said.persons());
        note(changed, "issuedBy", issuedBy, said.issuedBy());
        note(changed, "issuedOn", issuedOn, said.issuedOn());
        note(changed, "presentedOn", presentedOn, presented);
        if (stands && changed.isEmpty()) {
            return List.of();
        }
        requireAllowed("amendment");
        if (status != Status.PRESENTED) {
            changed.addAll(List.of("status", "examination"));
        }
        take(said, presented);
        return changed;
    }

    /** Takes the host's examination; answers what changed, nothing when it is the one that stands. */
    List<String> examine(Examination examination, LocalDate today) {
        if (status == examination.outcome().status() && Objects.equals(examinationReason, examination.reason())
                && (examination.examinedOn() == null || examination.examinedOn().equals(examinedOn))) {
            return List.of();
        }
        requireAllowed("examinations");
        List<String> changed = status == examination.outcome().status() ? List.of("examination") : List.of("status", "examination");
        status = examination.outcome().status();
        examinationReason = examination.reason();
        examinedOn = examination.examinedOn() == null ? today : examination.examinedOn();
        return changed;
    }

    private void requireAllowed(String act) {
        List<String> allowed = status == Status.ACCEPTED ? List.of() : List.of("amendment", "examinations");
        if (!allowed.contains(act)) {
            throw CredentialsProblem.notAllowed(act, status, allowed);
        }
    }

    private void take(CredentialsDescription description, LocalDate presented) {
        persons = description.persons();
        issuedBy = description.issuedBy();
        issuedOn = description.issuedOn();
        presentedOn = presented;
        status = Status.PRESENTED;
        examinationReason = null;
        examinedOn = null;
    }

    private static void note(List<String> changed, String field, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            changed.add(field);
        }
    }

    /** Null while they are not examined since they were presented. */
    Examination examination() {
        return examinedOn == null
                ? null
                : new Examination(Examination.Outcome.valueOf(status.name()), examinationReason, examinedOn);
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

    List<UUID> persons() {
        return persons;
    }

    UUID issuedBy() {
        return issuedBy;
    }

    LocalDate issuedOn() {
        return issuedOn;
    }

    LocalDate presentedOn() {
        return presentedOn;
    }

    Status status() {
        return status;
    }

    int audience() {
        return audience;
    }
}
