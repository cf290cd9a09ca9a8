package org.surety.commitments.approval;

import org.surety.kit.problem.Violations;

import com.fasterxml.jackson.annotation.JsonInclude;

/** How a body voted; what was not published is absent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Votes(Integer inFavour, Integer against, Integer abstentions) {

    private static final int MOST = 10_000;

    void check(String field, Violations violations) {
        check(inFavour, field + ".inFavour", violations);
        check(against, field + ".against", violations);
        check(abstentions, field + ".abstentions", violations);
    }

    private static void check(Integer votes, String field, Violations violations) {
        violations.check(votes == null || votes >= 0 && votes <= MOST, field, "must be from 0 to " + MOST);
    }
}
