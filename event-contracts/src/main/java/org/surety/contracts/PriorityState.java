package org.surety.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;

/** The full state of a priority after a change. Event {@code priority.amended}; subject is the code. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PriorityState(PriorityCode code, String title, String description) {
}
