package org.surety.priorities.engagement;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import org.surety.contracts.Series;

/**
 * Who has done something for the guarantee lately, and who has not.
 *
 * @param on the day of the answer
 * @param parties that are members or beneficiaries of the coalition, and others that have done anything; the longest silent first
 */
record Engagement(Series series, LocalDate on, int staleAfterDays, List<Party> parties) {

    /** What a party can have done. */
    enum Activity {
        COMMITMENT, POSITION, QUESTION_RESOLVED
    }

    /**
     * @param lastActivity the latest of the activities; absent: there is none
     * @param stale whether it is longer ago than was asked for, or absent
     * @param activities the latest of each kind, the newest first
     * @param overdueQuestions how many questions that the party owns are overdue
     */
    record Party(String party, Last lastActivity, boolean stale, List<Last> activities, long overdueQuestions) {
    }

    /**
     * The latest activity of a kind.
     *
     * @param record the commitment, position or question
     * @param daysSince 0 where an exercise has planned ahead
     */
    record Last(Activity activity, LocalDate day, UUID record, long daysSince, boolean stale) {

        static Last of(Activity activity, LocalDate day, UUID record, LocalDate today, int staleAfterDays) {
            long since = Math.max(0, ChronoUnit.DAYS.between(day, today));
            return new Last(activity, day, record, since, since > staleAfterDays);
        }
    }

    static Party party(String code, List<Last> some, long overdueQuestions) {
        List<Last> activities = some.stream()
                .sorted(Comparator.comparing(Last::day).reversed().thenComparing(Last::activity)).toList();
        Last last = activities.isEmpty() ? null : activities.get(0);
        return new Party(code, last, last == null || last.stale(), activities, overdueQuestions);
    }

    static Engagement of(Series series, LocalDate on, int staleAfterDays, List<Party> parties) {
        Comparator<Party> longestSilent = Comparator.comparing(
                party -> party.lastActivity() == null ? LocalDate.MIN : party.lastActivity().day());
        return new Engagement(series, on, staleAfterDays,
                parties.stream().sorted(longestSilent.thenComparing(Party::party)).toList());
    }
}
