package org.surety.priorities.situation;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.surety.contracts.Series;
import org.surety.contracts.SituationKind;
import org.surety.kit.problem.NotPermitted;
import org.surety.kit.problem.Violations;

/**
 * The declared fact that a trigger has occurred. It is proposed, and determined once two persons of different parties stand for its words;
 * from then on its words are settled. Parties may contest it, which is shown and takes nothing from it. It is rescinded as it was determined:
 * by two persons of different parties, from a day on which both name. An exercise wakes nothing, so one person determines and rescinds it.
 */
@Entity
@Table(name = "situation")
class Situation {

    enum State {
        PROPOSED, DETERMINED, RESCINDED
    }

    @Id
    private UUID id;

    @Version
    private long version = 1;

    @Enumerated(EnumType.STRING)
    private Series series;

    @Enumerated(EnumType.STRING)
    private SituationKind kind;

    private boolean exercise;

    @Embedded
    private Wording wording;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "determined_on")
    private LocalDate determinedOn;

    @Column(name = "rescinded_from")
    private LocalDate rescindedFrom;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<SituationAct> acts;

    @Column(name = "audience_id")
    private int audience;

    protected Situation() {
    }

    /** Proposes what {@link SituationDescription#checkNew} has let pass; an exercise is determined by that. */
    static Situation propose(SituationDescription said, Voice voice, int audience) {
        Situation situation = new Situation();
        situation.id = UUID.randomUUID();
        situation.series = said.series();
        situation.kind = said.kind();
        situation.exercise = Boolean.TRUE.equals(said.exercise());
        situation.state = situation.exercise ? State.DETERMINED : State.PROPOSED;
        situation.determinedOn = situation.exercise ? voice.on() : null;
        situation.acts = List.of(SituationAct.of(SituationActKind.PROPOSAL, voice, null, null));
        situation.wording = Wording.of(said);
        situation.audience = audience;
        return situation;
    }

    /** Words a proposal anew; who stood for the words before has not said so of these. Answers what changed. */
    List<String> amend(SituationDescription said, Voice voice, int newAudience) {
        requireKeeper(voice);
        new Violations().check(said.series() == null || said.series() == series, "series", settled(series))
                .check(said.kind() == null || said.kind() == kind, "kind", settled(kind))
                .check(said.exercise() == null || said.exercise() == exercise, "exercise", settled(exercise)).refuse();
        List<String> changed = wording.changesTo(Wording.of(said));
        if (audience != newAudience) {
            changed.add("label");
        }
        if (changed.isEmpty()) {
            return changed;
        }
        require(State.PROPOSED, "amendment");
        wording = Wording.of(said);
        audience = newAudience;
        add(SituationActKind.AMENDMENT, voice, null, null);
        changed.add("acts");
        return changed;
    }

    /** A person stands for the words for a party; the second one determines it. */
    List<String> determine(Voice voice) {
        if (state == State.DETERMINED && spoken().last(SituationActKind.DETERMINATION)
                .filter(act -> act.person().equals(voice.person()) && act.speaksFor(voice.party())).isPresent()) {
            return List.of();
        }
        require(State.PROPOSED, "determination");
        if (spoken().supporters().stream().anyMatch(act -> act.isOneVoiceWith(voice))) {
            throw SituationProblem.anotherPartyNeeded(voice.party());
        }
        add(SituationActKind.DETERMINATION, voice, null, null);
        if (spoken().supporters().size() < 2) {
            return List.of("acts");
        }
        state = State.DETERMINED;
        determinedOn = voice.on();
        return List.of("state", "determinedOn", "acts");
    }

    List<String> contest(Voice voice, String reason) {
        if (spoken().standing(SituationActKind.CONTEST, voice.party()).filter(act -> act.reason().equals(reason)).isPresent()) {
            return List.of();
        }
        require(State.DETERMINED, "contest");
        add(SituationActKind.CONTEST, voice, null, reason);
        return List.of("contests", "acts");
    }

    List<String> withdrawContest(Voice voice, String reason) {
        return takeBack(SituationActKind.CONTEST, "contests", voice, reason);
    }

    /** The party does not want it rescinded any more; not once it is. */
    List<String> withdrawRescission(Voice voice, String reason) {
        if (state == State.RESCINDED) {
            throw SituationProblem.notAllowed("withdrawal of a rescission", state);
        }
        return takeBack(SituationActKind.RESCISSION, "rescissions", voice, reason);
    }

    private List<String> takeBack(SituationActKind said, String field, Voice voice, String reason) {
        SituationAct latest = spoken().latest(said, voice.party())
                .orElseThrow(() -> SituationProblem.nothingToTakeBack(voice.party()));
        if (latest.kind() != said) {
            return List.of();
        }
        add(said.withdrawal(), voice, null, reason);
        return List.of(field, "acts");
    }

    /**
     * It does not hold any more from that day on. A single person rescinds what has no effect, a proposal or an exercise: of the party that
     * proposed it, or the coordinator. What has, two persons of different parties who name the same day.
     */
    List<String> rescind(Voice voice, LocalDate day, String reason) {
        if (state == State.RESCINDED) {
            if (spoken().last(SituationActKind.RESCISSION).filter(act -> saysTheSame(act, voice, day, reason)).isPresent()) {
                return List.of();
            }
            throw SituationProblem.notAllowed("rescission", state);
        }
        if (hasEffect()) {
            return rescindTogether(voice, day, reason);
        }
        requireKeeper(voice);
        add(SituationActKind.RESCISSION, voice, day, reason);
        return rescinded(day);
    }

    private List<String> rescindTogether(Voice voice, LocalDate day, String reason) {
        if (voice.party() == null) {
            throw new NotPermitted("What is determined is rescinded by two persons of different parties, each an editor of one.");
        }
        List<SituationAct> sameDay = spoken().standing(SituationActKind.RESCISSION).stream().filter(act -> act.from().equals(day))
                .toList();
        if (sameDay.stream().anyMatch(act -> saysTheSame(act, voice, day, reason))) {
            return List.of();
        }
        if (sameDay.stream().anyMatch(act -> act.isOneVoiceWith(voice))) {
            throw SituationProblem.anotherPartyNeeded(voice.party());
        }
        add(SituationActKind.RESCISSION, voice, day, reason);
        return sameDay.isEmpty() ? List.of("rescissions", "acts") : rescinded(day);
    }

    private List<String> rescinded(LocalDate day) {
        state = State.RESCINDED;
        rescindedFrom = day;
        return day == null ? List.of("state", "acts") : List.of("state", "rescindedFrom", "acts");
    }

    private static boolean saysTheSame(SituationAct act, Voice voice, LocalDate day, String reason) {
        return act.person().equals(voice.person()) && Objects.equals(act.party(), voice.party()) && Objects.equals(act.from(), day)
                && Objects.equals(act.reason(), reason);
    }

    /** Whether it may wake commitments: it takes two to make it so, and two to end it. */
    private boolean hasEffect() {
        return !exercise && determinedOn != null;
    }

    private void requireKeeper(Voice voice) {
        if (!voice.coordinator() && !spoken().first().speaksFor(voice.party())) {
            throw new NotPermitted("The party that proposed the situation and the coordinator may do this.");
        }
    }

    private void require(State needed, String act) {
        if (state != needed) {
            throw SituationProblem.notAllowed(act, state);
        }
    }

    private void add(SituationActKind said, Voice voice, LocalDate day, String reason) {
        acts = spoken().and(SituationAct.of(said, voice, day, reason));
    }

    private static String settled(Object value) {
        return "is settled as " + value + "; propose another situation";
    }

    /** Whether it is determined to be so on the day; of an exercise too. The database says the same by its column {@code days}. */
    boolean holdsOn(LocalDate day) {
        return determinedOn != null && wording.covers(day) && (rescindedFrom == null || day.isBefore(rescindedFrom));
    }

    Spoken spoken() {
        return new Spoken(acts);
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

    SituationKind kind() {
        return kind;
    }

    boolean exercise() {
        return exercise;
    }

    Wording wording() {
        return wording;
    }

    State state() {
        return state;
    }

    LocalDate determinedOn() {
        return determinedOn;
    }

    LocalDate rescindedFrom() {
        return rescindedFrom;
    }

    int audience() {
        return audience;
    }
}
