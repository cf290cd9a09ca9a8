package org.surety.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The full state of a priority after a change. Events {@code priority.established}, made by the migration that creates the five, and
 * {@code priority.amended}; subject is the code.
 *
 * @param description may be null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PriorityState(PriorityCode code, String title, String description) {
}
