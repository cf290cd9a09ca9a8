package org.surety.priorities.situation;

import org.surety.kit.problem.Problem;
import org.surety.kit.problem.ProblemType;

/** The problem types of situations. */
enum SituationProblem implements ProblemType {
    SITUATION_ACT_NOT_ALLOWED(409, "The situation's state does not allow this act"), ANOTHER_PARTY_NEEDED(409,
            "Another person of another party has to say so too");

    private final int status;
    private final String title;

    SituationProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    static Problem notAllowed(String act, Situation.State state) {
        return new Problem(SITUATION_ACT_NOT_ALLOWED, "A situation that is " + state + " allows no " + act + ".");
    }

    static Problem nothingToTakeBack(String party) {
        return new Problem(SITUATION_ACT_NOT_ALLOWED, party + " has said nothing of the kind that it could take back.");
    }

    static Problem tooManyActs() {
        return new Problem(SITUATION_ACT_NOT_ALLOWED,
                "The situation has " + Spoken.MAX_ACTS + " acts, as many as it can have. Propose a new one.");
    }

    static Problem anotherPartyNeeded(String party) {
        return new Problem(ANOTHER_PARTY_NEEDED,
                party + " has said so already. It takes two persons of different parties: wait for one of another party.");
    }
}
