package org.surety.priorities.situation;

import java.time.LocalDate;

/**
 * That it is so, said for a party.
 *
 * @param on the day of the act; absent: today
 */
record Determination(LocalDate on) {
}
