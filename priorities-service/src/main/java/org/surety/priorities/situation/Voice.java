package org.surety.priorities.situation;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Who says something of a situation, and when.
 *
 * @param person the subject of the token
 * @param party for which it is said; null: for none, which only the coordinator may
 * @param on the day of the act
 * @param at when it is recorded
 */
record Voice(String person, String party, boolean coordinator, LocalDate on, Instant at) {
}
