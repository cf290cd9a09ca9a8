package org.surety.delegations.party;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.surety.contracts.PartyAttribute;
import org.surety.contracts.PartyKind;
import org.surety.contracts.PartyState.Attribute;
import org.surety.contracts.PartyState.FocalPoint;
import org.surety.contracts.Series;

/**
 * A state or an organisation that has something to do with the guarantee. It is registered once under its code and never leaves: what
 * changes are its names and what is true of it - member, beneficiary, nuclear-capable - each with the period in which it holds. It may name
 * focal points: other parties whose editors enter on its behalf for a time.
 */
@Entity
@Table(name = "party")
class Party {

    @Id
    @Column(name = "id")
    private String code;

    @Version
    private long version = 1;

    @Enumerated(EnumType.STRING)
    private Series series;

    @Enumerated(EnumType.STRING)
    private PartyKind kind;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> names;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Attribute> attributes;

    @Column(name = "focal_points")
    @JdbcTypeCode(SqlTypes.JSON)
    private List<FocalPoint> focalPoints = List.of();

    @Column(name = "audience_id")
    private int audience;

    protected Party() {
    }

    static Party register(String code, PartyKind kind, PartyDescription description, int audience) {
        Party party = new Party();
        party.code = code;
        party.series = Series.ofParty(code);
        party.kind = kind;
        party.names = description.names();
        party.attributes = description.attributes();
        party.audience = audience;
        return party;
    }

    /** Takes the new description; answers what changed, nothing when it says what was known. */
    List<String> amend(PartyDescription description) {
        List<String> changed = new ArrayList<>();
        if (!names.equals(description.names())) {
            names = description.names();
            changed.add("names");
        }
        if (!attributes.equals(description.attributes())) {
            attributes = description.attributes();
            changed.add("attributes");
        }
        return changed;
    }

    /** Takes the parties that may enter on its behalf, in the place of those it named before; answers what changed. */
    List<String> nameFocalPoints(List<FocalPoint> named) {
        if (focalPoints.equals(named)) {
            return List.of();
        }
        focalPoints = named;
        return List.of("focalPoints");
    }

    boolean isEnteredBy(String other, LocalDate day) {
        return focalPoints.stream().anyMatch(focalPoint -> focalPoint.party().equals(other) && focalPoint.holdsOn(day));
    }

    boolean isOfTheCoalition(LocalDate day) {
        return attributes.stream().anyMatch(a -> a.holdsOn(day)
                && (a.attribute() == PartyAttribute.COALITION_MEMBER || a.attribute() == PartyAttribute.BENEFICIARY));
    }

    String code() {
        return code;
    }

    long version() {
        return version;
    }

    Series series() {
        return series;
    }

    PartyKind kind() {
        return kind;
    }

    Map<String, String> names() {
        return names;
    }

    List<Attribute> attributes() {
        return attributes;
    }

    List<FocalPoint> focalPoints() {
        return focalPoints;
    }

    int audience() {
        return audience;
    }
}
