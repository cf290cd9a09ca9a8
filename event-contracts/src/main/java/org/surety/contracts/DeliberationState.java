package org.surety.contracts;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A step of the deliberation of a priority in one series. Event {@code deliberation.moved}; subject is the id of the step, which never
 * changes. On a day that step holds which began last by then, and of several of one day the one recorded last.
 *
 * @param from the first day on which it is so
 * @param leads the parties that lead the work from that day on; empty: none
 * @param reason or source is there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliberationState(UUID id, Series series, PriorityCode priority, DeliberationStage state, LocalDate from,
        List<String> leads, String reason, String source) {
}
