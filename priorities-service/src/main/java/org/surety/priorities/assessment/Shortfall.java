package org.surety.priorities.assessment;

/** Why a promise does not count, or not at the next stage. */
public enum Shortfall {
    /** The requirement does not accept its kind. In no number. */
    KIND_NOT_ELIGIBLE("Promised to the requirement, but of a kind that it does not accept. In no number."),
    /** A caveat of its government contradicts the requirement. In no number. */
    CAVEAT("Promised to the requirement, but a caveat of its government contradicts it. In no number."),
    /** Its last day is over. */
    EXPIRED("Its last day is over. In no number."),
    /** The government has not decided on it, or the decision has not taken effect. */
    NOT_DECIDED("Pledged; the government has not decided on it, or the decision has not taken effect."),
    /** It was filed, or its share promised, without established authority. */
    UNCONFIRMED_ACT("Pledged; the act of promising was done without authority, or is not confirmed."),
    /** A body whose approval it needs has said no. */
    APPROVAL_REFUSED("Pledged; a body whose approval it needs has refused or revoked it."),
    /** The requirement demands that it binds by law, and it does not. */
    BINDING_FORM("Committed; the requirement demands a promise that binds by law."),
    /** A body whose approval it needs has not granted it, or no longer grants it. */
    APPROVAL_OUTSTANDING("Committed; an approval that it needs blocks it, because it is not granted, or not any more."),
    /** Something that it waits for is not so. */
    CONDITION("Committed; something that it waits for is not so."),
    /** Nothing was ever stated of how ready it is. */
    READINESS_NOT_STATED("Committed; nothing is stated of how ready it is."),
    /** What was stated of its readiness is too old to rely on. */
    READINESS_STALE("Committed; what was stated of its readiness is too old to rely on."),
    /** It is stated that it is not ready. */
    NOT_READY("Committed; it is stated that it is not ready, nor being prepared.");

    private final String rule;

    Shortfall(String rule) {
        this.rule = rule;
    }

    /** What it says of a promise, in a sentence. */
    public String rule() {
        return rule;
    }
}
