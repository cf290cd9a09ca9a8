package org.surety.priorities.coverage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import org.surety.priorities.assessment.Stage;

/** What is there of a requirement at one stage on the first day of a month, awake or asleep. */
record MonthSum(UUID requirement, LocalDate day, Stage stage, boolean awake, BigDecimal quantity, long commitments,
        long undisclosed) {
}
