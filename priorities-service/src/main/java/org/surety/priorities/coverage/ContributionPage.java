package org.surety.priorities.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A page of what is behind the numbers of one requirement, or of one priority, on a day: by party.
 *
 * @param note what must be known before reading on; absent for the real series
 * @param knownAt the instant at which it was known; absent: as it is known now
 * @param requirement absent: of a priority, what names no requirement
 * @param unit of all that the numbers count; absent without a requirement
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ContributionPage(Series series, String note, LocalDate asOf, Instant knownAt, PriorityCode priority, UUID requirement,
        String unit,
        List<ContributionRepresentation> items, String next) {
}
