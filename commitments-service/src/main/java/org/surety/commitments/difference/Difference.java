package org.surety.commitments.difference;

import java.time.Instant;
import java.util.List;

import org.surety.contracts.Series;

/**
 * Why totals differ between two recorded times.
 *
 * @param note what must be known before reading on; absent for the real series
 * @param before the total as it was known at the first instant
 * @param after the total as it was known at the second one
 * @param reasons what the difference is made of: the sums of all changes by their reason
 * @param changes that made it, in the order in which they were recorded; a page of them
 * @param next the cursor of the next page; absent: there is none
 */
record Difference(Series series, String note, String party, Instant from, Instant to, Total before, Total after,
        List<ByReason> reasons, List<Change> changes, String next) {

    /** Filed commitments, their value in euro as it was recorded, and how many state a reason in its place. */
    record Total(long commitments, String euro, long undisclosed) {
    }

    /**
     * What the changes of one reason come to.
     *
     * @param reason one of the log's, or {@value #RELEASE}: what was released to you, or no more, without a change that you may see
     * @param changes how many there were; absent for {@value #RELEASE}
     */
    record ByReason(String reason, Long changes, long commitments, String euro, long undisclosed) {
        static final String RELEASE = "RELEASE";
    }
}
