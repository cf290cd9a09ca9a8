package org.surety.delegations.grant;

import java.time.LocalDate;
import java.util.UUID;

import org.surety.contracts.Ground;
import org.surety.kit.problem.Problem;
import org.surety.kit.problem.ProblemType;

/** The problem types of grants. */
enum GrantProblem implements ProblemType {
    // One a line, whatever the formatter thinks of it.
    // @formatter:off
    POWERS_OVERLAP(409, "The person has such powers in this period already"),
    ISSUER_WITHOUT_AUTHORITY(409, "The issuer had no authority to issue powers"),
    ALREADY_REVOKED(409, "It is revoked already");
    // @formatter:on

    private final int status;
    private final String title;

    GrantProblem(int status, String title) {
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

    static Problem overlap(Ground ground, UUID other) {
        return new Problem(POWERS_OVERLAP, "The period overlaps with that of " + GrantRepresentation.path(ground, other)
                + ". Correct that one, or revoke it first.");
    }

    static Problem issuerWithoutAuthority(LocalDate day) {
        return new Problem(ISSUER_WITHOUT_AUTHORITY, "No office of the issuer and no full powers for ISSUE_OF_POWERS are on record "
                + "that contain " + day + ", the day of issue. Record them first, or name another issuer.");
    }

    static Problem alreadyRevoked(LocalDate day) {
        return new Problem(ALREADY_REVOKED, "It was revoked on " + day + " and stands as it is. Record a new one instead.");
    }
}
