package org.surety.priorities.situation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.surety.contracts.Series;
import org.surety.contracts.SituationKind;
import org.surety.kit.label.Label;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A situation as answered.
 *
 * @param proposedBy the party; absent: the coordinator, for none
 * @param contests what parties say against it now
 * @param rescissions which parties want it rescinded, and from when on
 * @param inForce whether it holds on the day asked for, today if none is; an exercise can, and wakes nothing
 * @param acts in the order in which they were recorded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SituationRepresentation(UUID id, Series series, SituationKind kind, boolean exercise, String title, String text,
        String host, String place, LocalDate from, LocalDate until, String determinedBy, String source, Situation.State state,
        String proposedBy, LocalDate determinedOn, List<Act> contests, List<Act> rescissions, LocalDate rescindedFrom,
        boolean inForce, List<Act> acts, Label.Representation label, long version) {

    /**
     * What somebody said of it.
     *
     * @param party for which it was said; absent: the coordinator, for none
     * @param at when it was recorded
     * @param from of a rescission: the first day on which it does not hold any more
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Act(SituationActKind kind, String party, LocalDate on, Instant at, LocalDate from, String reason) {

        static List<Act> of(List<SituationAct> acts) {
            return acts.stream().map(act -> new Act(act.kind(), act.party(), act.on(), act.at(), act.from(), act.reason()))
                    .toList();
        }
    }

    static SituationRepresentation from(Situation s, Label label, LocalDate day) {
        Wording w = s.wording();
        Spoken spoken = s.spoken();
        return new SituationRepresentation(s.id(), s.series(), s.kind(), s.exercise(), w.title(), w.text(), w.host(), w.place(),
                w.from(), w.until(), w.determinedBy(), w.source(), s.state(), spoken.first().party(), s.determinedOn(),
                Act.of(spoken.standing(SituationActKind.CONTEST)), Act.of(spoken.standing(SituationActKind.RESCISSION)),
                s.rescindedFrom(), s.holdsOn(day), Act.of(spoken.acts()), label.representation(), s.version());
    }
}
