package org.surety.contracts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * That a figure of coverage has crossed the credible minimum of a requirement. Event {@code coverage.minimum-crossed}; subject is the id of what
 * is watched, one requirement at one stage. The figures are of what everybody sees who sees the requirement: nothing of narrower release.
 *
 * @param stage ASSURED; or AVAILABLE: the part of it that is awake
 * @param direction BELOW: it fell below the minimum; REACHED: it is not below any more
 * @param before the figure as it was last looked at
 * @param after the figure now
 * @param minimum as it is now
 * @param day of which the figure is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CoverageState(UUID id, UUID requirement, Series series, String stage, String direction, BigDecimal before,
        BigDecimal after, BigDecimal minimum, LocalDate day, Cause cause) {

    /**
     * What made it cross.
     *
     * @param kind CHANGE; DAY: only time has passed
     * @param type of the change, without prefix and version; null: not released to all who see the requirement, or not one change
     * @param subject of the change; null as the type is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Cause(String kind, String type, UUID subject) {
    }
}
