package org.surety.delegations.delegation;

import java.time.LocalDate;
import java.util.UUID;

import org.surety.kit.problem.Problem;
import org.surety.kit.problem.ProblemType;

/** The problem types of delegations. */
enum DelegationProblem implements ProblemType {
    DELEGATION_EXISTS(409, "The party has a delegation at this gathering already"), EFFECTIVE_BEFORE_FORMATION(409,
            "The delegation did not exist yet on that day"), ALREADY_CORRECTED(409,
                    "The restructure has been corrected already"), TOO_MANY_RESTRUCTURES(409,
                            "The delegation has been restructured too often");

    private final int status;
    private final String title;

    DelegationProblem(int status, String title) {
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

    static Problem exists(String party) {
        return new Problem(DELEGATION_EXISTS, party + " has a delegation at this gathering already. Restructure that one.");
    }

    static Problem effectiveBeforeFormation(LocalDate day, LocalDate formedOn) {
        return new Problem(EFFECTIVE_BEFORE_FORMATION, "A change of " + day + " is before " + formedOn
                + ", the day of formation. Correct one of the two.");
    }

    static Problem alreadyCorrected(UUID by) {
        return new Problem(ALREADY_CORRECTED, "It has been corrected by " + by + ". Correct that one.");
    }

    static Problem tooManyRestructures(int limit) {
        return new Problem(TOO_MANY_RESTRUCTURES, "A delegation has at most " + limit + " restructures, corrections among them.");
    }
}
