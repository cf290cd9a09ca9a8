package org.surety.delegations.group;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.surety.contracts.PartyGroupState.Member;
import org.surety.contracts.Series;

/**
 * Parties that are spoken of together, under a name. It is formed once; who joins it and who leaves it is said by the periods of its
 * members, so that it is known who belonged to it on any day.
 */
@Entity
@Table(name = "party_group")
class PartyGroup {

    @Id
    private UUID id;

    @Version
    private long version = 1;

    @Enumerated(EnumType.STRING)
    private Series series;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> names;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Member> members;

    @Column(name = "audience_id")
    private int audience;

    protected PartyGroup() {
    }

    static PartyGroup form(Series series, PartyGroupDescription description, int audience) {
        PartyGroup group = new PartyGroup();
        group.id = UUID.randomUUID();
        group.series = series;
        group.names = description.names();
        group.members = description.inOrder();
        group.audience = audience;
        return group;
    }

    /** Takes the new description; answers what changed, nothing when it says what was known. */
    List<String> amend(PartyGroupDescription description) {
        List<String> changed = new ArrayList<>();
        if (!names.equals(description.names())) {
            names = description.names();
            changed.add("names");
        }
        if (!members.equals(description.inOrder())) {
            members = description.inOrder();
            changed.add("members");
        }
        return changed;
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

    Map<String, String> names() {
        return names;
    }

    List<Member> members() {
        return members;
    }
}
