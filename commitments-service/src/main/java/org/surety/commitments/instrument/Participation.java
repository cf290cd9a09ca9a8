package org.surety.commitments.instrument;

import java.time.LocalDate;
import java.util.List;

/**
 * Which parties take part on a day, and how: by adoptions and signatures that took effect and that no later denunciation of the same party
 * has taken back by then. The function {@code instrument_participation} of the database says the same.
 */
record Participation(List<InstrumentAct> acts, LocalDate day) {

    List<String> parties() {
        return acts.stream().filter(this::stands).map(InstrumentAct::party).distinct().sorted().toList();
    }

    boolean has(InstrumentActKind kind) {
        return acts.stream().anyMatch(act -> act.kind() == kind && stands(act));
    }

    boolean stands(InstrumentAct act) {
        return act.joins() && isEffective(act) && !isTakenBack(act);
    }

    /** Whether the party has taken back what it did by the act, whatever that was worth. */
    boolean isTakenBack(InstrumentAct act) {
        return acts.stream().anyMatch(other -> !other.joins() && isEffective(other) && other.party().equals(act.party())
                && isAfter(other, act));
    }

    private boolean isEffective(InstrumentAct act) {
        return act.tookEffect() && !act.doneOn().isAfter(day);
    }

    /** By the days, and on one day in the order of recording. */
    private boolean isAfter(InstrumentAct one, InstrumentAct other) {
        int days = one.doneOn().compareTo(other.doneOn());
        return days > 0 || days == 0 && acts.indexOf(one) > acts.indexOf(other);
    }
}
