package org.surety.commitments.instrument;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
import org.surety.commitments.authority.Verdict;
import org.surety.contracts.BindingForm;
import org.surety.contracts.InstrumentKind;
import org.surety.contracts.Series;
import org.surety.contracts.Source;
import org.surety.kit.label.Label;

/**
 * A text under which promises are made. It is drafted, perhaps in many versions; parties adopt it and sign it, each by a person whose
 * authority is judged, or as the public record has it; one day it enters into force. A party may denounce it, and it may end for all. Where
 * it is in its life follows from what was done, and nothing that was done disappears.
 */
@Entity
@Table(name = "instrument")
class Instrument {

    /** Fifty states may adopt, sign and denounce it once; the state of a change stays below the 64 KB of the log. */
    static final int MAX_ACTS = 150;
    static final int MAX_TEXTS = 50;

    @Id
    private UUID id;

    @Version
    private long version = 1;

    /** Given by the database with the row; null until it is read again. */
    @Column(insertable = false, updatable = false)
    private Long number;

    private String party;

    @Enumerated(EnumType.STRING)
    private Series series;

    @Enumerated(EnumType.STRING)
    private InstrumentKind kind;

    private String title;

    @Enumerated(EnumType.STRING)
    private BindingForm binding;

    private String place;
    private UUID gathering;

    @Column(name = "adopted_on")
    private LocalDate adoptedOn;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Source> sources;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<InstrumentAct> acts = new ArrayList<>();

    @JdbcTypeCode(SqlTypes.JSON)
    private List<TextVersion> texts = new ArrayList<>();

    @Column(name = "in_force_on")
    private LocalDate inForceOn;

    @Column(name = "in_force_source")
    private String inForceSource;

    @Column(name = "terminated_on")
    private LocalDate terminatedOn;

    @Column(name = "termination_source")
    private String terminationSource;

    private String label;

    @Column(name = "audience_id")
    private int audience;

    protected Instrument() {
    }

    /** A new one. The description has been found to keep the rules. */
    static Instrument of(UUID id, String party, Series series, InstrumentDescription description) {
        Instrument instrument = new Instrument();
        instrument.id = id;
        instrument.party = party;
        instrument.series = series;
        instrument.take(description);
        return instrument;
    }

    /** Takes the new description; answers what changed, nothing when it says what was known. */
    List<String> amend(InstrumentDescription description) {
        List<String> changed = new ArrayList<>(description().differences(description));
        if (!description.label().ownedBy(party, series).key().equals(label)) {
            changed.add("label");
        }
        if (changed.contains("binding") && !acts.isEmpty()) {
            throw InstrumentProblem.notAllowed("An instrument that parties have joined keeps its binding form.", allowedActs());
        }
        if (!changed.isEmpty()) {
            take(description);
        }
        return changed;
    }

    /** Whether this step is on record already, whatever came of it. */
    boolean has(Step said) {
        return acts.stream().anyMatch(act -> act.says(said));
    }

    /** Refuses a step that the state does not allow, or that the party has no reason for. */
    void requireAllowed(Step said) {
        boolean joins = said.kind() != InstrumentActKind.DENOUNCED;
        requireAllowed(joins ? "signatures" : "denunciations");
        if (acts.size() >= MAX_ACTS) {
            throw InstrumentProblem.notAllowed("An instrument holds at most " + MAX_ACTS + " acts.",
                    allowedBut("signatures", "denunciations"));
        }
        Participation everything = participation(LocalDate.MAX);
        List<InstrumentAct> own = acts.stream()
                .filter(act -> act.joins() && act.party().equals(said.party()) && !everything.isTakenBack(act)).toList();
        if (!joins && own.isEmpty()) {
            throw InstrumentProblem.notAllowed(said.party() + " has neither adopted nor signed this instrument.",
                    allowedBut("denunciations"));
        }
        if (joins && own.stream().anyMatch(act -> act.kind() == said.kind() && !yields(act, said))) {
            throw InstrumentProblem.notAllowed(said.party() + " has " + said.kind() + " this instrument already.",
                    allowedBut("signatures"));
        }
    }

    /** What the party says itself comes beside what the public record says of it, and beside an act without authority. */
    private static boolean yields(InstrumentAct act, Step said) {
        return said.person() != null && (act.fromPublicRecord() || !act.tookEffect());
    }

    void add(InstrumentAct act) {
        acts = new ArrayList<>(acts);
        acts.add(act);
    }

    /** Takes a new verdict on an act; false when it says what was known. */
    boolean judge(UUID act, Verdict verdict) {
        if (act(act).verdict().agreesWith(verdict)) {
            return false;
        }
        acts = new ArrayList<>(acts);
        acts.replaceAll(one -> one.id().equals(act) ? one.judged(verdict) : one);
        return true;
    }

    InstrumentAct act(UUID act) {
        return acts.stream().filter(one -> one.id().equals(act)).findFirst().orElseThrow();
    }

    /** Notes a version of the text; answers its number, 0 when it is on record already. */
    int word(TextVersion text) {
        if (texts.stream().anyMatch(known -> known.says(text))) {
            return 0;
        }
        requireAllowed("texts");
        texts = new ArrayList<>(texts);
        texts.add(text.numbered(texts.size() + 1));
        return texts.size();
    }

    /** False when it is known to be in force since that day, by that source. */
    boolean enterIntoForce(Effect said) {
        if (said.equals(entryIntoForce())) {
            return false;
        }
        requireAllowed("entries-into-force");
        inForceOn = said.effectiveOn();
        inForceSource = said.source();
        return true;
    }

    /** False when it is known to have ended on that day, by that source. */
    boolean terminate(Effect said) {
        if (said.equals(termination())) {
            return false;
        }
        requireAllowed("terminations");
        terminatedOn = said.effectiveOn();
        terminationSource = said.source();
        return true;
    }

    private void requireAllowed(String act) {
        List<String> allowed = allowedActs();
        if (!allowed.contains(act)) {
            throw InstrumentProblem.notAllowed("An instrument that is " + stage(LocalDate.MAX) + " allows no " + act + ".",
                    allowed);
        }
    }

    /** What can be done with it now: the amendment, and the acts by the names they have in a path. */
    List<String> allowedActs() {
        List<String> allowed = new ArrayList<>(stage(LocalDate.MAX).allowed());
        if (texts.size() >= MAX_TEXTS) {
            allowed.remove("texts");
        }
        return allowed;
    }

    private List<String> allowedBut(String... acts) {
        List<String> allowed = allowedActs();
        allowed.removeAll(List.of(acts));
        return allowed;
    }

    /** Where it was in its life on a day. The function {@code instrument_state_on} of the database says the same. */
    Stage stage(LocalDate day) {
        if (isBy(terminatedOn, day)) {
            return Stage.TERMINATED;
        }
        if (isBy(inForceOn, day)) {
            return Stage.IN_FORCE;
        }
        Participation participation = participation(day);
        if (participation.has(InstrumentActKind.SIGNED)) {
            return Stage.SIGNED;
        }
        return isBy(adoptedOn, day) || participation.has(InstrumentActKind.ADOPTED) ? Stage.ADOPTED : Stage.DRAFTED;
    }

    private static boolean isBy(LocalDate event, LocalDate day) {
        return event != null && !event.isAfter(day);
    }

    Participation participation(LocalDate day) {
        return new Participation(acts, day);
    }

    private void take(InstrumentDescription description) {
        kind = description.kind();
        title = description.title();
        binding = description.binding();
        place = description.place();
        gathering = description.gathering();
        adoptedOn = description.adoptedOn();
        sources = description.sources();
        label = description.label().ownedBy(party, series).key();
    }

    InstrumentDescription description() {
        return new InstrumentDescription(kind, title, binding, place, gathering, adoptedOn, sources, label().representation());
    }

    Effect entryIntoForce() {
        return Effect.of(inForceOn, inForceSource);
    }

    Effect termination() {
        return Effect.of(terminatedOn, terminationSource);
    }

    Label label() {
        return Label.parse(label);
    }

    /** The row's audience, which is the one of {@link #label()}. */
    void showTo(int audience) {
        this.audience = audience;
    }

    int audience() {
        return audience;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    Long number() {
        return number;
    }

    String party() {
        return party;
    }

    Series series() {
        return series;
    }

    List<InstrumentAct> acts() {
        return List.copyOf(acts);
    }

    List<TextVersion> texts() {
        return List.copyOf(texts);
    }
}
