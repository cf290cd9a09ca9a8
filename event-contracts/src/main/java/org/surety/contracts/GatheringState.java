package org.surety.contracts;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The full state of a gathering after a change. Events {@code gathering.planned}, {@code gathering.amended}
 * and {@code gathering.cancelled}; subject is the id.
 *
 * @param status PLANNED, HELD or CANCELLED
 * @param outcomes the instruments that came out of it; null: none recorded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GatheringState(UUID id, Series series, String title, String place, String host, List<String> coChairs,
        LocalDate startsOn, LocalDate endsOn, String status, List<UUID> outcomes) {
}
