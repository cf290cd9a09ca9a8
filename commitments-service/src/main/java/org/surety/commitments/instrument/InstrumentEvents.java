package org.surety.commitments.instrument;

import java.time.LocalDate;
import java.util.List;

import org.surety.contracts.InstrumentState;
import org.surety.kit.log.NewChange;
import org.surety.kit.log.Reason;

/** Turns what happened to an instrument into the contract's record. The words of a text are in none: see {@link TextVersion}. */
final class InstrumentEvents {

    private InstrumentEvents() {
    }

    static NewChange recorded(Instrument instrument, LocalDate day) {
        return change("instrument.recorded", instrument, day);
    }

    static NewChange amended(Instrument instrument, List<String> changed, LocalDate day) {
        return change("instrument.amended", instrument, day).changing(changed, Reason.NEW_FACT);
    }

    static NewChange joined(Instrument instrument, LocalDate day) {
        return change("instrument.signed", instrument, day).changing(List.of("acts"), Reason.NEW_FACT);
    }

    static NewChange denounced(Instrument instrument, LocalDate day) {
        return change("instrument.denounced", instrument, day).changing(List.of("acts"), Reason.NEW_FACT);
    }

    static NewChange judged(Instrument instrument, LocalDate day) {
        return change("instrument.judged", instrument, day).changing(List.of("acts"), Reason.NEW_FACT);
    }

    static NewChange worded(Instrument instrument, LocalDate day) {
        return change("instrument.worded", instrument, day).changing(List.of("texts"), Reason.NEW_FACT);
    }

    static NewChange entered(Instrument instrument) {
        return change("instrument.entered", instrument, instrument.entryIntoForce().effectiveOn())
                .changing(List.of("entryIntoForce", "state"), Reason.NEW_FACT);
    }

    static NewChange terminated(Instrument instrument) {
        return change("instrument.terminated", instrument, instrument.termination().effectiveOn())
                .changing(List.of("termination", "state"), Reason.NEW_FACT);
    }

    private static NewChange change(String type, Instrument instrument, LocalDate day) {
        return NewChange.of(type, instrument.id(), instrument.version(), state(instrument), instrument.label(), day);
    }

    static InstrumentState state(Instrument instrument) {
        InstrumentDescription said = instrument.description();
        Effect entry = instrument.entryIntoForce();
        Effect end = instrument.termination();
        return new InstrumentState(instrument.id(), instrument.party(), instrument.series(), said.kind(), said.title(),
                said.binding(),
                said.place(), said.gathering(), said.adoptedOn(), instrument.acts().stream().map(InstrumentAct::published).toList(),
                instrument.texts().stream().map(TextVersion::published).toList(), entry == null ? null : entry.effectiveOn(),
                end == null ? null : end.effectiveOn(), instrument.stage(LocalDate.MAX).name());
    }
}
