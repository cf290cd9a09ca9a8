package org.surety.commitments.approval;

import java.time.LocalDate;

import org.surety.contracts.ApprovalState.Phase;

/** Says in a sentence what an approval means on a day for what waits for it. */
final class Reasons {

    private Reasons() {
    }

    static String of(ApprovalDescription approval, Course course, LocalDate day) {
        Phase phase = course.on(day);
        String since = phase.from() == null ? "" : " since " + phase.from();
        String until = course.after(day).map(next -> ", until " + next.from().minusDays(1)).orElse("");
        return switch (phase.status()) {
            case OPEN -> open(approval, course, day);
            case INFORMED -> approval.body() + " has been informed" + since + ": that is all that is needed.";
            case GRANTED -> approval.body() + " has granted it" + since + until + ".";
            case TACITLY_GRANTED -> "Nobody in " + approval.body() + " has objected in time: it counts as granted" + since + until
                    + ".";
            case REFUSED -> approval.body() + " has refused it" + since + consequence(phase);
            case REVOKED -> approval.body() + " has taken it back" + since + consequence(phase);
            case EXPIRED -> "What " + approval.body() + " granted has expired" + since + consequence(phase);
            case LAPSED -> "What has begun may not go on" + since + " without " + approval.body() + ", which has not granted it.";
            case NOT_NEEDED -> "It is not needed" + since + ".";
        };
    }

    private static String open(ApprovalDescription approval, Course course, LocalDate day) {
        LocalDate next = course.after(day).map(Phase::from).orElse(null);
        return switch (approval.effect()) {
            case PRIOR -> approval.body() + " has not decided: it blocks until it is granted.";
            case INFORMATION -> approval.body() + " is to be informed, which blocks nothing.";
            case TACIT -> next == null
                    ? approval.body() + " has not decided: it blocks until it is granted."
                    : approval.body() + " can object until " + next.minusDays(1) + ": it blocks until it counts as granted on "
                            + next + ".";
            case TO_CONTINUE -> next == null
                    ? "Nothing that needs it has begun: it blocks nothing yet."
                    : "What has begun may go on without it until " + next.minusDays(1) + ".";
            case POLITICAL_UNDERTAKING -> "A vote of " + approval.body() + " has been promised"
                    + (approval.blocking() ? ", and the party waits for it." : "; the party does not say that it waits for it.");
        };
    }

    private static String consequence(Phase phase) {
        return phase.blocks() ? ": what waits for it is blocked." : ".";
    }

}
