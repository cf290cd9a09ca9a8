package org.surety.commitments.commitment;

import java.time.LocalDate;

/**
 * How a commitment was taken back.
 *
 * @param withdrawnOn the day it was recorded
 */
public record Withdrawal(String reason, LocalDate withdrawnOn) {
}
