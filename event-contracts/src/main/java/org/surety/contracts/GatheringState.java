package org.surety.contracts;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The full state of a gathering after a change. Events {@code gathering.planned} and {@code gathering.amended}; subject is the id.
 *
 * @param status PLANNED, HELD or CANCELLED
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GatheringState(UUID id, Series series, String title, String place, String host, List<String> coChairs,
        LocalDate startsOn, LocalDate endsOn, String status) {
}
