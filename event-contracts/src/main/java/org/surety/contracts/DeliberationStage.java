package org.surety.contracts;

/** How far the coalition has come with a priority. Stepping back is possible. */
public enum DeliberationStage {
    UNDER_DELIBERATION, AGREED_IN_PRINCIPLE, TEXT_AGREED, OPERATIONAL, SUSPENDED
}
