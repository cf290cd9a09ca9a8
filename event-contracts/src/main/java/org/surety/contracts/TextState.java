package org.surety.contracts;

import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A version of a text of a priority in one language. Event {@code text.recorded}; subject is the id. It never changes; the words
 * themselves stand where the source says.
 *
 * @param number of the version, from 1; the same number in another language is the same version
 * @param language BCP 47: {@code en}, {@code uk} ...
 * @param day of the version
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TextState(UUID id, Series series, PriorityCode priority, int number, String language, TextStatus status,
        String title, LocalDate day, String source) {
}
