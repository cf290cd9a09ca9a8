package org.surety.priorities.assessment;

/**
 * That something counts on some days.
 *
 * @param what a {@link Stage}, or why it comes no further: a {@link Shortfall}
 * @param wakes what it sleeps until: the kinds of its triggers with commas; null: it does not sleep. Only at {@link Stage#ASSURED}
 */
public record Counted(String what, String wakes, Days days) {
}
