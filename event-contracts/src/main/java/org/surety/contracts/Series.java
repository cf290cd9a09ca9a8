package org.surety.contracts;

/** Every party is real or exercise, and so is every record of it. A question is about one series; the two never mix. */
public enum Series {
    REAL, EXERCISE;

    /**
     * The series of a party code. Exercise states carry the user-assigned codes XAA to XZZ of ISO 3166-1, which the standard
     * promises never to give to a real country.
     */
    public static Series ofParty(String code) {
        return code.length() == 3 && code.charAt(0) == 'X' ? EXERCISE : REAL;
    }
}
