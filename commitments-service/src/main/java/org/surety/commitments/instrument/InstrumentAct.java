package org.surety.commitments.instrument;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

import org.surety.commitments.authority.Verdict;
import org.surety.contracts.InstrumentState;
import org.surety.contracts.KindOfAct;

/**
 * A step by which a party joins or leaves an instrument.
 *
 * @param person who acted for the party; null: of the public record
 * @param act what it is in the terms of authority
 * @param reason of a denunciation; null otherwise
 * @param verdict on the person's authority; null: of the public record, so it is not determined
 */
record InstrumentAct(UUID id, String party, InstrumentActKind kind, UUID person, KindOfAct act, LocalDate doneOn, String source,
        String reason, Verdict verdict) {

    InstrumentAct judged(Verdict anew) {
        return new InstrumentAct(id, party, kind, person, act, doneOn, source, reason, anew);
    }

    /** Whether it took effect: it was done with authority, or is of the public record. */
    boolean tookEffect() {
        return verdict == null || verdict.holds();
    }

    boolean joins() {
        return kind != InstrumentActKind.DENOUNCED;
    }

    boolean fromPublicRecord() {
        return verdict == null;
    }

    /** Whether it is this step, said again; without a day, of whatever day it is. */
    boolean says(Step said) {
        return party.equals(said.party()) && kind == said.kind() && Objects.equals(person, said.person())
                && (said.doneOn() == null || said.doneOn().equals(doneOn)) && Objects.equals(source, said.source())
                && Objects.equals(reason, said.reason());
    }

    InstrumentState.Act published() {
        return new InstrumentState.Act(id, party, kind.name(), person, act, doneOn, fromPublicRecord(),
                verdict == null ? null : verdict.answer(), verdict == null ? null : verdict.ground());
    }
}
