package org.surety.delegations.grant;

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
import org.surety.contracts.AuthorityState;
import org.surety.contracts.Ground;
import org.surety.contracts.KindOfAct;
import org.surety.contracts.Office;
import org.surety.contracts.Series;
import org.surety.contracts.Source;

/**
 * By it a person may perform a kind of act for a party in a period, on one ground: an office that is held, full powers that were issued, a
 * practice that is accepted, or the confirmation of what was done without any of them. It is granted once; corrected where it was recorded
 * wrongly; revoked at most once, and then it stands as it is. It is never deleted: powers that never held are revoked on their first day.
 */
@Entity
@Table(name = "authority_grant")
class Grant {

    @Id
    private UUID id;

    @Version
    private long version = 1;

    @Enumerated(EnumType.STRING)
    private Series series;

    private String party;

    @Column(name = "person_id")
    private UUID person;

    @Enumerated(EnumType.STRING)
    private Ground ground;

    @Enumerated(EnumType.STRING)
    private Office office;

    @Enumerated(EnumType.STRING)
    private KindOfAct act;

    private String scope;

    @Column(name = "holds_from")
    private LocalDate holdsFrom;

    @Column(name = "holds_until")
    private LocalDate holdsUntil;

    @Column(name = "issued_by")
    private UUID issuedBy;

    @Column(name = "issued_on")
    private LocalDate issuedOn;

    @Column(name = "issuing_authority")
    private String issuingAuthority;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Source> sources;

    @Column(name = "revoked_on")
    private LocalDate revokedOn;

    @Column(name = "revocation_reason")
    private String revocationReason;

    @Column(name = "audience_id")
    private int audience;

    protected Grant() {
    }

    static Grant grant(Ground ground, String party, UUID person, GrantDescription description, int audience) {
        Grant grant = new Grant();
        grant.id = UUID.randomUUID();
        grant.series = Series.ofParty(party);
        grant.party = party;
        grant.person = person;
        grant.ground = ground;
        grant.describe(description);
        grant.audience = audience;
        return grant;
    }

    /** Takes the description that is right; answers what changed, nothing when it is the one that stands. */
    List<String> correct(GrantDescription description) {
        List<String> changed = new ArrayList<>();
        note(changed, "office", office, description.office());
        note(changed, "act", act, actOf(description));
        note(changed, "scope", scope, description.scope());
        note(changed, "from", holdsFrom, description.from());
        note(changed, "until", holdsUntil, description.until());
        note(changed, "issuedBy", issuedBy, description.issuedBy());
        note(changed, "issuedOn", issuedOn, description.issuedOn());
        note(changed, "issuingAuthority", issuingAuthority, description.issuingAuthority());
        note(changed, "sources", sources, description.sources());
        if (!changed.isEmpty() && revokedOn != null) {
            throw GrantProblem.alreadyRevoked(revokedOn);
        }
        describe(description);
        return changed;
    }

    /** Ends it before the day; answers what changed, nothing when it was revoked in these words already. */
    List<String> revoke(LocalDate day, String reason) {
        if (day.equals(revokedOn) && reason.equals(revocationReason)) {
            return List.of();
        }
        if (revokedOn != null) {
            throw GrantProblem.alreadyRevoked(revokedOn);
        }
        revokedOn = day;
        revocationReason = reason;
        return List.of("revocation");
    }

    /** What it comes to: the last day is the stated one or the day before the revocation, whichever is earlier. */
    AuthorityState resolved() {
        boolean asStated = revokedOn == null || holdsUntil != null && holdsUntil.isBefore(revokedOn);
        return new AuthorityState(id, party, person, ground, office, act, scope, holdsFrom,
                asStated ? holdsUntil : revokedOn.minusDays(1));
    }

    private void describe(GrantDescription description) {
        office = description.office();
        act = actOf(description);
        scope = description.scope();
        holdsFrom = description.from();
        holdsUntil = description.until();
        issuedBy = description.issuedBy();
        issuedOn = description.issuedOn();
        issuingAuthority = description.issuingAuthority();
        sources = description.sources();
    }

    /** An office of a state is enough for every act; the head of an organisation is the organ that issues its powers, and no more. */
    private static KindOfAct actOf(GrantDescription description) {
        return description.office() == Office.HEAD_OF_ORGANISATION ? KindOfAct.ISSUE_OF_POWERS : description.act();
    }

    private static void note(List<String> changed, String field, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            changed.add(field);
        }
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

    String party() {
        return party;
    }

    UUID person() {
        return person;
    }

    Ground ground() {
        return ground;
    }

    Office office() {
        return office;
    }

    KindOfAct act() {
        return act;
    }

    String scope() {
        return scope;
    }

    LocalDate from() {
        return holdsFrom;
    }

    LocalDate until() {
        return holdsUntil;
    }

    UUID issuedBy() {
        return issuedBy;
    }

    LocalDate issuedOn() {
        return issuedOn;
    }

    String issuingAuthority() {
        return issuingAuthority;
    }

    List<Source> sources() {
        return sources;
    }

    LocalDate revokedOn() {
        return revokedOn;
    }

    String revocationReason() {
        return revocationReason;
    }

    int audience() {
        return audience;
    }
}
