package org.surety.contracts;

/** What a step of a scenario takes as given. */
public enum ScenarioStepKind {
    /** A party withdraws from everything that it has promised, alone or with others. */
    WITHDRAW_PARTY,
    /** A commitment is withdrawn. */
    WITHDRAW_COMMITMENT,
    /** A body says no, from a day on. */
    REFUSE_APPROVAL,
    /** An approval blocks until a day. */
    DELAY_APPROVAL,
    /** A body says yes, from a day on. */
    GRANT_APPROVAL,
    /** A situation holds, from a day on. */
    SITUATION,
    /** A party promises something to a requirement. */
    ADD_PLEDGE,
    /** A government gives up a caveat. */
    DROP_CAVEAT
}
