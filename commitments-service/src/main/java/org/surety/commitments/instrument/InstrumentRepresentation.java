package org.surety.commitments.instrument;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

import org.surety.commitments.authority.Verdict;
import org.surety.contracts.BindingForm;
import org.surety.contracts.Ground;
import org.surety.contracts.InstrumentKind;
import org.surety.contracts.KindOfAct;
import org.surety.contracts.Series;
import org.surety.contracts.Source;
import org.surety.kit.label.Label;
import org.surety.kit.label.Reference;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * An instrument as it is answered.
 *
 * @param party whose record it is; that says nothing of who joined it
 * @param state by all acts that took effect
 * @param participants who have adopted or signed it and not denounced it
 * @param acts of parties, in the order in which they were recorded, those without authority too
 * @param texts its versions without their words
 */
public record InstrumentRepresentation(UUID id, String party, Series series, InstrumentKind kind, String title, BindingForm binding,
        String place, UUID gathering, LocalDate adoptedOn, List<Source> sources, Stage state, List<String> participants,
        List<Act> acts, List<TextVersion> texts, Effect entryIntoForce, Effect termination, Label.Representation label,
        long version) {

    /** Whether the person had authority; of the public record it is not determined. */
    enum AuthorityOfAct {
        YES, NO, PROVISIONAL, UNDETERMINED
    }

    /**
     * A step by which a party joined or left.
     *
     * @param publicRecord whether another than the party recorded it, from a source
     * @param ground of a YES; absent: none is needed, or there is none
     * @param grants that decide it
     * @param missing what would make it a YES
     * @param judgedAt when it was judged last
     */
    record Act(UUID id, String party, InstrumentActKind kind, KindOfAct act, Reference person, LocalDate doneOn, String source,
            String reason, boolean publicRecord, AuthorityOfAct authority, Ground ground,
            @JsonInclude(JsonInclude.Include.NON_NULL) List<Reference> grants, String missing,
            Instant judgedAt) {

        static Act of(InstrumentAct act, Predicate<UUID> visible) {
            Verdict verdict = act.verdict();
            if (verdict == null) {
                return new Act(act.id(), act.party(), act.kind(), act.act(), null, act.doneOn(), act.source(), act.reason(), true,
                        AuthorityOfAct.UNDETERMINED, null, null, null, null);
            }
            return new Act(act.id(), act.party(), act.kind(), act.act(), Reference.to(act.person(), visible), act.doneOn(),
                    act.source(), act.reason(), false, AuthorityOfAct.valueOf(verdict.answer().name()), verdict.ground(),
                    verdict.grants().stream().map(grant -> Reference.to(grant, visible)).toList(), verdict.missing(), verdict.at());
        }

        private boolean hidesAnything() {
            return Reference.NOT_RELEASED.equals(person) || grants != null && grants.contains(Reference.NOT_RELEASED);
        }
    }

    /** As it was on a day: without what was done or took effect later. */
    static InstrumentRepresentation from(Instrument instrument, LocalDate day, Function<InstrumentAct, Predicate<UUID>> visible) {
        InstrumentDescription said = instrument.description();
        return new InstrumentRepresentation(instrument.id(), instrument.party(), instrument.series(), said.kind(), said.title(),
                said.binding(), said.place(), said.gathering(), by(said.adoptedOn(), day) ? said.adoptedOn() : null, said.sources(),
                instrument.stage(day), instrument.participation(day).parties(),
                instrument.acts().stream().filter(act -> by(act.doneOn(), day)).map(act -> Act.of(act, visible.apply(act)))
                        .toList(),
                instrument.texts().stream().filter(text -> text.day() == null || by(text.day(), day)).toList(),
                on(instrument.entryIntoForce(), day), on(instrument.termination(), day), said.label(), instrument.version());
    }

    private static Effect on(Effect effect, LocalDate day) {
        return effect != null && by(effect.effectiveOn(), day) ? effect : null;
    }

    private static boolean by(LocalDate event, LocalDate day) {
        return event != null && !event.isAfter(day);
    }

    /** Whether it names a record that is not released to the viewer. */
    boolean hidesAnything() {
        return acts.stream().anyMatch(Act::hidesAnything);
    }
}
