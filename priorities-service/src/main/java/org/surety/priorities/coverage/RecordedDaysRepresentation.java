package org.surety.priorities.coverage;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.surety.contracts.Domain;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.contracts.SituationKind;
import org.surety.priorities.coverage.MonthsRepresentation.OnDay;

/**
 * Coverage day by day as it was known at the end of each, as far as it is released to the viewer.
 *
 * @param note what must be known before reading on; absent for the real series
 * @param assumed situations that the answer takes as given although nobody has determined them
 * @param requirements those that stood on any of the days
 */
record RecordedDaysRepresentation(Series series, String note, LocalDate from, LocalDate until, List<SituationKind> assumed,
        List<OfRequirement> requirements) {

    /**
     * One requirement over the days; all quantities are in its unit.
     *
     * @param title as it was known last
     * @param days without those on which it was not stated yet, or withdrawn
     */
    record OfRequirement(UUID requirement, PriorityCode priority, String title, String unit, Domain domain, List<OnDay> days) {
    }
}
