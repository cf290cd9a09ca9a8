package org.surety.priorities.situation;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import org.surety.kit.clock.Today;
import org.surety.kit.http.Versions;
import org.surety.kit.label.Audiences;
import org.surety.kit.label.Label;
import org.surety.kit.log.ChangeLog;
import org.surety.kit.log.NewChange;

/** The acts on a situation, each one transaction. */
@ApplicationScoped
class SituationActs {

    private final SituationRepository situations;
    private final Speakers speakers;
    private final ChangeLog log;
    private final Audiences audiences;
    private final Today today;
    private final Event<SituationChanged> acted;

    SituationActs(SituationRepository situations, Speakers speakers, ChangeLog log, Audiences audiences, Today today,
            Event<SituationChanged> acted) {
        this.situations = situations;
        this.speakers = speakers;
        this.log = log;
        this.audiences = audiences;
        this.today = today;
        this.acted = acted;
    }

    /** How a change is worded. */
    @FunctionalInterface
    private interface Wording {
        NewChange of(Situation situation, Label label, List<String> changed);
    }

    @Transactional
    SituationRepresentation determine(UUID id, long version, Determination said) {
        return act(id, version, s -> s.determine(speakers.requireMember(s.series(), said.on())), SituationEvents::determined);
    }

    @Transactional
    SituationRepresentation contest(UUID id, long version, Statement said) {
        said.check();
        return act(id, version, s -> s.contest(speakers.requireMember(s.series(), said.on()), said.reason()),
                SituationEvents::contested);
    }

    @Transactional
    SituationRepresentation withdrawContest(UUID id, long version, Statement said) {
        said.check();
        return act(id, version, s -> s.withdrawContest(speakers.requireMember(s.series(), said.on()), said.reason()),
                SituationEvents::contestWithdrawn);
    }

    @Transactional
    SituationRepresentation rescind(UUID id, long version, Rescission said) {
        return act(id, version, s -> {
            said.check(s.determinedOn() != null);
            return s.rescind(speakers.requireKeeper(s.series(), said.on()), said.from(), said.reason());
        }, SituationEvents::rescinded);
    }

    @Transactional
    SituationRepresentation withdrawRescission(UUID id, long version, Statement said) {
        said.check();
        return act(id, version, s -> s.withdrawRescission(speakers.requireMember(s.series(), said.on()), said.reason()),
                SituationEvents::rescissionWithdrawn);
    }

    private SituationRepresentation act(UUID id, long version, Function<Situation, List<String>> act, Wording wording) {
        Situation situation = situations.require(id);
        Versions.require(version, situation.version());
        List<String> changed = act.apply(situation);
        Label label = audiences.labels(List.of(situation.audience())).get(situation.audience());
        if (!changed.isEmpty()) {
            log.append(() -> wording.of(situation, label, changed));
            acted.fire(new SituationChanged(id));
        }
        return SituationRepresentation.from(situation, label, today.day());
    }
}
