package org.surety.contracts;

/** The five priorities: a closed set, created by migration. */
public enum PriorityCode {
    CEASEFIRE_MONITORING, ARMED_FORCES_SUPPORT, MULTINATIONAL_FORCE, RENEWED_AGGRESSION_RESPONSE, LONG_TERM_DEFENCE_COOPERATION
}
