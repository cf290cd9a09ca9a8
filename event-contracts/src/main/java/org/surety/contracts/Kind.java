package org.surety.contracts;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What is promised. */
public enum Kind {
    WEAPONRY, TRAINING, INTELLIGENCE_SHARING, FORCE_CONTRIBUTION, MONITORING, LOGISTICS, FINANCIAL_ASSISTANCE, HUMANITARIAN_ASSISTANCE, SANCTIONS, RECONSTRUCTION_FORTIFICATION, DEFENCE_INDUSTRIAL_COOPERATION, ATTACK_RESPONSE;

    /** What stands in for the military part of a guarantee, and adds to no figure of it. */
    public static final Set<Kind> SUPPLEMENTS = Collections.unmodifiableSet(EnumSet.of(FINANCIAL_ASSISTANCE, SANCTIONS));
}
