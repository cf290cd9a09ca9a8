package org.surety.priorities.situation;

import java.time.LocalDate;
import java.util.List;

import org.surety.contracts.SituationState;
import org.surety.kit.label.Label;
import org.surety.kit.log.NewChange;
import org.surety.kit.log.Reason;

/** Turns what happened to a situation into the contract's record. */
final class SituationEvents {

    private SituationEvents() {
    }

    /** An exercise is determined by its proposal. */
    static NewChange proposed(Situation situation, Label label) {
        return situation.state() == Situation.State.DETERMINED
                ? determined(situation, label)
                : change("situation.proposed", situation, label, dayOfLastAct(situation));
    }

    static NewChange amended(Situation situation, Label label, List<String> changed) {
        return change("situation.amended", situation, label, dayOfLastAct(situation)).changing(changed, Reason.NEW_FACT);
    }

    /** Determined, or on the way to it. */
    static NewChange determined(Situation situation, Label label, List<String> changed) {
        return (situation.state() == Situation.State.DETERMINED ? determined(situation, label) : confirmed(situation, label))
                .changing(changed, Reason.NEW_FACT);
    }

    private static NewChange determined(Situation situation, Label label) {
        return change("situation.determined", situation, label, situation.wording().from());
    }

    private static NewChange confirmed(Situation situation, Label label) {
        return change("situation.confirmed", situation, label, dayOfLastAct(situation));
    }

    static NewChange contested(Situation situation, Label label, List<String> changed) {
        return change("situation.contested", situation, label, dayOfLastAct(situation)).changing(changed, Reason.NEW_FACT);
    }

    static NewChange contestWithdrawn(Situation situation, Label label, List<String> changed) {
        return change("situation.contest-withdrawn", situation, label, dayOfLastAct(situation)).changing(changed, Reason.NEW_FACT);
    }

    /** Rescinded, or on the way to it. */
    static NewChange rescinded(Situation situation, Label label, List<String> changed) {
        return (situation.state() == Situation.State.RESCINDED ? rescinded(situation, label) : rescissionProposed(situation, label))
                .changing(changed, Reason.NEW_FACT);
    }

    private static NewChange rescinded(Situation situation, Label label) {
        LocalDate day = situation.rescindedFrom() == null ? dayOfLastAct(situation) : situation.rescindedFrom();
        return change("situation.rescinded", situation, label, day);
    }

    private static NewChange rescissionProposed(Situation situation, Label label) {
        return change("situation.rescission-proposed", situation, label, dayOfLastAct(situation));
    }

    static NewChange rescissionWithdrawn(Situation situation, Label label, List<String> changed) {
        return change("situation.rescission-withdrawn", situation, label, dayOfLastAct(situation)).changing(changed,
                Reason.NEW_FACT);
    }

    private static LocalDate dayOfLastAct(Situation situation) {
        List<SituationAct> acts = situation.spoken().acts();
        return acts.get(acts.size() - 1).on();
    }

    private static NewChange change(String type, Situation s, Label label, LocalDate day) {
        Wording w = s.wording();
        List<String> contestedBy = s.spoken().standing(SituationActKind.CONTEST).stream().map(SituationAct::party).toList();
        SituationState state = new SituationState(s.id(), s.series(), s.kind(), s.exercise(), w.title(), w.text(), w.host(),
                w.place(),
                w.from(), w.until(), w.determinedBy(), w.source(), s.state().name(), s.determinedOn(), contestedBy,
                s.rescindedFrom(),
                s.spoken().acts().stream()
                        .map(act -> new SituationState.Act(act.kind().name(), act.party(), act.on(), act.at(), act.from()))
                        .toList());
        return NewChange.of(type, s.id(), s.version(), state, label, day);
    }
}
