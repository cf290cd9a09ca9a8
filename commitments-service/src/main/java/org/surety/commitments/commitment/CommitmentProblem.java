package org.surety.commitments.commitment;

import java.util.Collection;
import java.util.UUID;

import org.surety.kit.label.Label;
import org.surety.kit.problem.Problem;
import org.surety.kit.problem.ProblemType;

/** The problem types of commitments. */
enum CommitmentProblem implements ProblemType {
    ACT_NOT_ALLOWED(409, "The state of the record does not allow this act"), EXTERNAL_ID_TAKEN(409,
            "The party has a commitment with this external id"), RELEASED_TOO_WIDELY(409,
                    "The record would be released wider than one it depends on");

    private final int status;
    private final String title;

    CommitmentProblem(int status, String title) {
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

    static Problem notAllowed(String act, String state, Collection<String> allowed) {
        return new Problem(ACT_NOT_ALLOWED, "A commitment that is " + state + " allows no " + act + ". Allowed: "
                + (allowed.isEmpty() ? "nothing" : String.join(", ", allowed)) + ".");
    }

    static Problem tooWide(UUID requirement, Label label) {
        return new Problem(RELEASED_TOO_WIDELY, "The requirement " + requirement + " is released as " + label.release()
                + (label.parties().isEmpty() ? "" : " to " + String.join(", ", label.parties()))
                + ". Release the commitment to no more than that, or contribute to another requirement.");
    }

    static Problem tooWideForApproval(UUID approval, Label label) {
        return new Problem(RELEASED_TOO_WIDELY, "The approval " + approval + " is released as " + label.release()
                + (label.parties().isEmpty() ? "" : " to " + String.join(", ", label.parties()))
                + ". Release the commitment to no more than that, or ask whose it is to release the approval wider.");
    }

    static Problem tooWideForInstrument(UUID instrument, Label label) {
        return new Problem(RELEASED_TOO_WIDELY, "The instrument " + instrument + " is released as " + label.release()
                + (label.parties().isEmpty() ? "" : " to " + String.join(", ", label.parties()))
                + ". Release the commitment to no more than that, or name another instrument.");
    }

    static Problem tooWideForCondition(UUID ground, Label label) {
        return new Problem(RELEASED_TOO_WIDELY,
                "A condition names the record " + ground + ", which is released as " + label.release()
                        + (label.parties().isEmpty() ? "" : " to " + String.join(", ", label.parties()))
                        + ". Release the commitment to no more than that, or drop the condition.");
    }

    static Problem tooWideForGrant(Label label) {
        return new Problem(RELEASED_TOO_WIDELY, "The authority of an act rests on a grant that is released as " + label.release()
                + (label.parties().isEmpty() ? "" : " to " + String.join(", ", label.parties()))
                + ". Release the commitment to no more than that.");
    }

    static Problem externalIdTaken(String externalId) {
        return new Problem(EXTERNAL_ID_TAKEN, "The party has a commitment with the external id " + externalId + " already.");
    }
}
