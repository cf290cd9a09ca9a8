package org.surety.delegations.delegation;

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
import org.surety.contracts.DisclosedLevel;
import org.surety.contracts.Level;
import org.surety.contracts.Series;
import org.surety.contracts.Source;
import org.surety.contracts.Undisclosed;

/**
 * A party's representation at one gathering. It is formed once, under one head, joint heads or an undisclosed head; from then on its
 * composition changes only by a restructure, which keeps the earlier one. What is said beside the composition may be amended.
 */
@Entity
@Table(name = "delegation")
class Delegation {

    @Id
    private UUID id;

    @Version
    private long version = 1;

    @Enumerated(EnumType.STRING)
    private Series series;

    @Column(name = "gathering_id")
    private UUID gathering;

    private String party;

    @Enumerated(EnumType.STRING)
    private Level level;

    @Enumerated(EnumType.STRING)
    @Column(name = "level_undisclosed")
    private Undisclosed levelUndisclosed;

    @Enumerated(EnumType.STRING)
    @Column(name = "level_basis")
    private Composition.LevelBasis levelBasis;

    @Enumerated(EnumType.STRING)
    @Column(name = "planned_level")
    private Level plannedLevel;

    @Enumerated(EnumType.STRING)
    @Column(name = "head_kind")
    private Head.Kind headKind;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<UUID> heads;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<UUID> members;

    private String represents;

    private String note;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Source> sources;

    @Column(name = "audience_id")
    private int audience;

    protected Delegation() {
    }

    static Delegation form(UUID gathering, String party, Composition composition, DelegationDescription description, int audience) {
        Delegation delegation = new Delegation();
        delegation.id = UUID.randomUUID();
        delegation.series = Series.ofParty(party);
        delegation.gathering = gathering;
        delegation.party = party;
        delegation.compose(composition);
        delegation.describe(description);
        delegation.audience = audience;
        return delegation;
    }

    /** Takes what is said beside the composition; answers what changed. */
    List<String> amend(DelegationDescription description) {
        List<String> changed = new ArrayList<>();
        if (plannedLevel != description.plannedLevel()) {
            changed.add("plannedLevel");
        }
        if (!Objects.equals(note, description.note())) {
            changed.add("note");
        }
        if (!sources.equals(description.sources())) {
            changed.add("sources");
        }
        describe(description);
        return changed;
    }

    /** Takes the new composition; answers what changed, nothing when it is the one that stands. */
    List<String> restructure(Composition later) {
        Composition earlier = composition();
        List<String> changed = new ArrayList<>();
        if (!earlier.head().equals(later.head())) {
            changed.add("head");
        }
        if (!earlier.members().equals(later.members())) {
            changed.add("members");
        }
        if (!earlier.level().equals(later.level()) || earlier.levelBasis() != later.levelBasis()) {
            changed.add("level");
        }
        if (!Objects.equals(earlier.represents(), later.represents())) {
            changed.add("represents");
        }
        compose(later);
        return changed;
    }

    private void compose(Composition composition) {
        level = composition.level().level();
        levelUndisclosed = composition.level().undisclosed();
        levelBasis = composition.levelBasis();
        headKind = composition.head().kind();
        heads = composition.head().persons();
        members = composition.members();
        represents = composition.represents();
    }

    private void describe(DelegationDescription description) {
        plannedLevel = description.plannedLevel();
        note = description.note();
        sources = description.sources();
    }

    Composition composition() {
        return new Composition(new DisclosedLevel(level, levelUndisclosed), levelBasis, new Head(headKind, heads), members,
                represents);
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

    String party() {
        return party;
    }

    Level plannedLevel() {
        return plannedLevel;
    }

    String note() {
        return note;
    }

    List<Source> sources() {
        return sources;
    }

    int audience() {
        return audience;
    }
}
