package org.surety.priorities.situation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What was said of a situation, in the order in which it was recorded. */
record Spoken(List<SituationAct> acts) {

    /** Two for each of sixty parties, and room for more; with them the state fits into a change. */
    static final int MAX_ACTS = 200;

    List<SituationAct> and(SituationAct act) {
        if (acts.size() >= MAX_ACTS) {
            throw SituationProblem.tooManyActs();
        }
        List<SituationAct> more = new ArrayList<>(acts);
        more.add(act);
        return List.copyOf(more);
    }

    SituationAct first() {
        return acts.get(0);
    }

    Optional<SituationAct> last(SituationActKind kind) {
        return acts.stream().filter(act -> act.kind() == kind).reduce((earlier, later) -> later);
    }

    /**
     * Who stands for the words as they are: whoever chose them, and those who confirmed them since. A coordinator who speaks for no party is
     * not among them.
     */
    List<SituationAct> supporters() {
        List<SituationAct> since = new ArrayList<>();
        for (SituationAct act : acts) {
            switch (act.kind()) {
                case PROPOSAL, AMENDMENT -> {
                    since.clear();
                    since.add(act);
                }
                case DETERMINATION -> since.add(act);
                default -> {
                    // says nothing of the words
                }
            }
        }
        return since.stream().filter(act -> act.party() != null).toList();
    }

    /** What each party says that has not been taken back, its latest word. */
    List<SituationAct> standing(SituationActKind kind) {
        return acts.stream().map(SituationAct::party).filter(Objects::nonNull).distinct()
                .flatMap(party -> standing(kind, party).stream())
                .toList();
    }

    Optional<SituationAct> standing(SituationActKind kind, String party) {
        return latest(kind, party).filter(act -> act.kind() == kind);
    }

    /** The party's latest word of this kind, or that it took it back. */
    Optional<SituationAct> latest(SituationActKind kind, String party) {
        return acts.stream().filter(act -> act.speaksFor(party) && (act.kind() == kind || act.kind() == kind.withdrawal()))
                .reduce((earlier, later) -> later);
    }
}
