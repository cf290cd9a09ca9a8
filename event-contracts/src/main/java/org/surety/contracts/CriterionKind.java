package org.surety.contracts;

/** What a criterion of credibility asks. */
public enum CriterionKind {
    /** Each requirement is assured at its minimum. */
    EACH_REQUIREMENT_ASSURED_AT_MINIMUM,
    /** So many parties with certain attributes are assured in a priority. */
    ATTRIBUTE_IN_PRIORITY,
    /** Of what is assured to a requirement no party gives more than a share. */
    SHARE_OF_ONE_PARTY,
    /** No commitments wait for each other. */
    NO_CIRCULAR_CONDITIONS,
    /** No approval blocks what is decided after the day of its vote. */
    APPROVALS_ON_SCHEDULE,
    /** No open question is overdue. */
    OPEN_QUESTIONS_NOT_OVERDUE,
    /** Where a military commitment fell away, sanctions or money stand in for it. */
    SUPPLEMENTS_WHERE_MILITARY_FELL_AWAY
}
