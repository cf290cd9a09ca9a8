package org.surety.delegations.delegation;

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
import org.surety.contracts.DisclosedDay;
import org.surety.contracts.DisclosedLevel;
import org.surety.contracts.Level;
import org.surety.contracts.Series;
import org.surety.contracts.Source;
import org.surety.contracts.Undisclosed;
import org.surety.delegations.composition.Composition;
import org.surety.delegations.composition.Head;
import org.surety.delegations.composition.Step;
import org.surety.delegations.composition.Timeline;

/**
 * A party's representation at one gathering. It is formed once, under one head, joint heads or an undisclosed head; from then on its
 * composition changes only by restructures, which keep the earlier ones and stand in a timeline, each from its own day on. A restructure
 * that was recorded wrongly is corrected by another one and stays. The composition of the record is the one at the end of the timeline.
 * What is said beside the composition may be amended.
 */
@Entity
@Table(name = "delegation")
class Delegation {

    /** More than one delegation will ever have; the timeline is read whole. */
    static final int MAX_RESTRUCTURES = 200;

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

    @JdbcTypeCode(SqlTypes.JSON)
    private Composition formation;

    private int restructures;

    @Column(name = "formed_on")
    private LocalDate formedOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "formed_undisclosed")
    private Undisclosed formedUndisclosed;

    @Column(name = "planned_head")
    @JdbcTypeCode(SqlTypes.JSON)
    private Head plannedHead;

    @Column(name = "planned_members")
    @JdbcTypeCode(SqlTypes.JSON)
    private List<UUID> plannedMembers;

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
        delegation.formation = composition;
        delegation.describe(description);
        delegation.audience = audience;
        return delegation;
    }

    /** Takes what is said beside the composition; answers what changed. */
    List<String> amend(Timeline timeline, DelegationDescription description) {
        LocalDate first = timeline.firstChange();
        if (first != null) {
            requireFormed(description.formedOn(), first);
        }
        List<String> changed = new ArrayList<>();
        note(changed, "formedOn", formedOn(), description.formedOn());
        note(changed, "plannedLevel", plannedLevel, description.plannedLevel());
        note(changed, "plannedHead", plannedHead, description.plannedHead());
        note(changed, "plannedMembers", plannedMembers, description.plannedMembers());
        note(changed, "note", note, description.note());
        note(changed, "sources", sources, description.sources());
        if (!changed.isEmpty()) {
            describe(description);
        }
        return changed;
    }

    private static void note(List<String> changed, String field, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            changed.add(field);
        }
    }

    /** Takes a step into its timeline; answers what it changed at its place, nothing when all was so already. */
    List<String> restructure(Timeline timeline, Step step) {
        requireFormed(formedOn(), step.effect().day());
        List<String> changed = step.composition().changedFrom(timeline.before(step));
        if (!changed.isEmpty()) {
            take(timeline.with(step));
        }
        return changed;
    }

    /** Takes a step in the place of the one that it corrects. */
    void correct(Timeline timeline, Step step) {
        requireFormed(formedOn(), step.effect().day());
        take(timeline.with(step));
    }

    private static void requireFormed(DisclosedDay formedOn, LocalDate day) {
        if (formedOn.day() != null && day.isBefore(formedOn.day())) {
            throw DelegationProblem.effectiveBeforeFormation(day, formedOn.day());
        }
    }

    private void take(Timeline timeline) {
        if (restructures >= MAX_RESTRUCTURES) {
            throw DelegationProblem.tooManyRestructures(MAX_RESTRUCTURES);
        }
        restructures++;
        compose(timeline.on(null));
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
        formedOn = description.formedOn().day();
        formedUndisclosed = description.formedOn().undisclosed();
        plannedLevel = description.plannedLevel();
        plannedHead = description.plannedHead();
        plannedMembers = description.plannedMembers();
        note = description.note();
        sources = description.sources();
    }

    Composition composition() {
        return new Composition(new DisclosedLevel(level, levelUndisclosed), levelBasis, new Head(headKind, heads), members,
                represents);
    }

    /** The composition at the beginning of the timeline. */
    Composition formation() {
        return formation == null ? composition() : formation;
    }

    /** How many restructures and corrections it has had. */
    int restructures() {
        return restructures;
    }

    DisclosedDay formedOn() {
        return new DisclosedDay(formedOn, formedUndisclosed);
    }

    /** A delegation of which nobody stated when it was formed is there on every day. */
    boolean isThereOn(LocalDate day) {
        return formedOn == null || day == null || !day.isBefore(formedOn);
    }

    Head plannedHead() {
        return plannedHead;
    }

    List<UUID> plannedMembers() {
        return plannedMembers;
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
