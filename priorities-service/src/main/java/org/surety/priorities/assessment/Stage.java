package org.surety.priorities.assessment;

/** How far a promise has come: each later stage is a part of the one before. */
public enum Stage {
    PLEDGED, COMMITTED, ASSURED
}
