package org.surety.contracts;

/** The rank code of a person's post, in falling order. */
public enum Rank {
    HEAD_OF_STATE, HEAD_OF_GOVERNMENT, HEAD_OF_ORGANISATION, MINISTER, DEPUTY_MINISTER, SPECIAL_ENVOY, AMBASSADOR, CHIEF_OF_DEFENCE, SENIOR_OFFICIAL, OTHER
}
