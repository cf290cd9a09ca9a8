package org.surety.priorities.coverage;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.surety.contracts.Undisclosed;

/**
 * One part of a commitment, and one thing that it counts as on a day.
 *
 * @param title what the commitment is called; null: it is not remembered
 * @param said how much the commitment says; null: it says nothing that the viewer may see
 * @param reason why nothing is said; null: it is said, or nobody could say it
 * @param what a {@link org.surety.priorities.assessment.Stage} or a {@link org.surety.priorities.assessment.Shortfall}
 * @param wakes what it sleeps until, with commas; null: it does not sleep
 * @param until the last day on which it counts as that without a break; null: there is none
 * @param sameUntil the last day on which it counts as that, awake or asleep as on the day
 * @param quantity how much of the sum it is: of an element that several commitments name, what this one adds
 */
record CountedPart(UUID commitment, String title, String party, String lead, String element, BigDecimal said, Undisclosed reason,
        String what,
        String wakes, boolean awake, LocalDate until, LocalDate sameUntil, BigDecimal quantity, int undisclosed, int commitments) {

    static CountedPart from(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return new CountedPart(row.getObject("commitment", UUID.class), row.getString("title"), row.getString("party"),
                row.getString("lead"),
                row.getString("element"), row.getBigDecimal("amount"), reason == null ? null : Undisclosed.valueOf(reason),
                row.getString("what"), row.getString("wakes"), row.getBoolean("awake"),
                row.getObject("until", LocalDate.class), row.getObject("same_until", LocalDate.class),
                row.getBigDecimal("quantity"), row.getInt("counted_undisclosed"), row.getInt("commitments"));
    }

    /** What a page is ordered by. */
    List<String> place() {
        return List.of(party, commitment.toString(), element == null ? "" : element);
    }
}
