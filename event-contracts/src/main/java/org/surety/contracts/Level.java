package org.surety.contracts;

/** The level of a delegation, in falling order. */
public enum Level {
    LEADER, MINISTERIAL, ENVOY, AMBASSADOR;

    /** The level that a head of this rank gives to a delegation, or null where the rank gives none. */
    public static Level ofRank(Rank rank) {
        return switch (rank) {
            case HEAD_OF_STATE, HEAD_OF_GOVERNMENT, HEAD_OF_ORGANISATION -> LEADER;
            case MINISTER, DEPUTY_MINISTER -> MINISTERIAL;
            case SPECIAL_ENVOY -> ENVOY;
            case AMBASSADOR -> AMBASSADOR;
            case CHIEF_OF_DEFENCE, SENIOR_OFFICIAL, OTHER -> null;
        };
    }
}
