package org.surety.priorities.obligation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

import org.surety.contracts.Kind;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.contracts.SituationKind;

/**
 * What a situation asks of a party, and what the party has said of it.
 *
 * @param title what the promise is called
 * @param wakesOn the first day on which the promise is awake
 * @param dueOn the last day of its notice; null: the notice is not known
 * @param over whether the situation does not hold any more on the day of the question
 * @param version of what the party has said; 0: nothing
 */
record Call(UUID id, UUID situation, SituationKind trigger, Series series, boolean exercise, UUID commitment, String party,
        Kind kind,
        PriorityCode priority, LocalDate wakesOn, LocalDate dueOn, boolean over, LocalDate acknowledgedOn, LocalDate readyOn,
        LocalDate doneOn, long version, int situationAudience, int commitmentAudience, String title) {

    static final String COLUMNS = """
            k.id, k.situation_id, k.trigger, k.series, k.exercise, k.commitment_id, k.party, k.kind, k.priority, k.wakes_on, k.due_on,
            not k.days @> ?::date, o.acknowledged_on, o.ready_on, o.done_on, coalesce(o.version, 0), k.situation_audience_id, k.audience_id,
            (select c.title from commitment_reference c where c.id = k.commitment_id)""";

    static Call from(ResultSet row) throws SQLException {
        String priority = row.getString(9);
        return new Call(row.getObject(1, UUID.class), row.getObject(2, UUID.class), SituationKind.valueOf(row.getString(3)),
                Series.valueOf(row.getString(4)), row.getBoolean(5), row.getObject(6, UUID.class), row.getString(7),
                Kind.valueOf(row.getString(8)), priority == null ? null : PriorityCode.valueOf(priority),
                row.getObject(10, LocalDate.class), row.getObject(11, LocalDate.class), row.getBoolean(12),
                row.getObject(13, LocalDate.class), row.getObject(14, LocalDate.class), row.getObject(15, LocalDate.class),
                row.getLong(16), row.getInt(17), row.getInt(18), row.getString(19));
    }

    ObligationStep reachedBy(LocalDate day) {
        if (isBy(doneOn, day)) {
            return ObligationStep.DONE;
        }
        return isBy(readyOn, day)
                ? ObligationStep.READY
                : isBy(acknowledgedOn, day) ? ObligationStep.ACKNOWLEDGED : ObligationStep.CALLED;
    }

    /** The notice is over, the situation is not, and the party has not said by then that it is ready. */
    boolean lateOn(LocalDate day) {
        return dueOn != null && day.isAfter(dueOn) && !over && !isBy(readyOn, day);
    }

    private static boolean isBy(LocalDate reached, LocalDate day) {
        return reached != null && !reached.isAfter(day);
    }
}
