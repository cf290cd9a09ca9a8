package org.surety.commitments.approval;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import org.surety.contracts.ApprovalState.Phase;
import org.surety.contracts.ApprovalStatus;
import org.surety.contracts.DisclosedDay;

/**
 * Where an approval stands on a day, by what had been done until then.
 *
 * @param blocks whether what needs it is blocked on the day
 * @param why what status and procedure mean on the day, in a sentence
 * @param blocksFrom the first later day on which it blocks by itself; absent: none is known
 * @param next what comes next; absent: nothing is known to come
 * @param waiting how long the body is waited for; absent: it is not
 * @param allowed the kinds of steps that can be taken on the day
 * @param commitments that need it and are not withdrawn, of those released to you, at most {@value Blocked#MOST}
 * @param commitmentCount how many there are
 */
record Standing(LocalDate day, ApprovalStatus status, boolean blocks, LocalDate blocksFrom, String why, Next next, Waiting waiting,
        List<StepKind> allowed, List<UUID> commitments, long commitmentCount) {

    /** What comes next, and on which day. */
    record Next(What what, DisclosedDay on) {
    }

    enum What {
        /** A vote that was scheduled. */
        VOTE,
        /** The day from which it counts as granted if nobody objects. */
        TACIT_CONSENT,
        /** The day from which what has begun may not go on without it. */
        LAPSE,
        /** The day from which the grant holds no more. */
        EXPIRY,
        /** The day from which a decision counts that has been taken. */
        DECISION_IN_EFFECT
    }

    /** Since when the body is waited for, and how many days that is. */
    record Waiting(LocalDate since, long days) {
    }

    static Standing of(Approval recorded, LocalDate day, Blocked blocked) {
        Approval approval = recorded.on(day);
        Course course = approval.course();
        Phase phase = course.on(day);
        LocalDate since = phase.status() == ApprovalStatus.OPEN ? approval.waitingSince() : null;
        return new Standing(day, phase.status(), phase.blocks(), course.blocksAfter(day).orElse(null),
                Reasons.of(approval.description(), course, day),
                next(approval, course, day), since == null ? null : new Waiting(since, ChronoUnit.DAYS.between(since, day)),
                course.allowed(day), blocked.commitments(), blocked.count());
    }

    /** The sooner of the vote that was scheduled and of what comes by itself; a vote whose day is not known comes last. */
    private static Next next(Approval approval, Course course, LocalDate day) {
        DisclosedDay vote = approval.scheduledVote();
        Next byItself = course.after(day).map(phase -> new Next(what(phase), DisclosedDay.of(phase.from()))).orElse(null);
        boolean voteFirst = vote != null
                && (byItself == null || vote.day() != null && vote.day().isBefore(byItself.on().day()));
        return voteFirst ? new Next(What.VOTE, vote) : byItself;
    }

    private static What what(Phase phase) {
        return switch (phase.status()) {
            case TACITLY_GRANTED -> What.TACIT_CONSENT;
            case LAPSED -> What.LAPSE;
            case EXPIRED -> What.EXPIRY;
            default -> What.DECISION_IN_EFFECT;
        };
    }
}
