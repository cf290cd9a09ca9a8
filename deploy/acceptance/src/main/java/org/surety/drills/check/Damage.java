package org.surety.drills.check;

/** Something that must not be. */
public record Damage(Kind kind, String what) {

    /** The three ways in which a log can break its promise. */
    public enum Kind {
        /** An acknowledged write, or the effect of a change, is missing. */
        LOST,
        /** Something happened twice, or happened that nobody asked for. */
        DOUBLED,
        /** Numbers, times or versions do not follow each other, or a newer state was overwritten by an older one. */
        OUT_OF_ORDER
    }
}
