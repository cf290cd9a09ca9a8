package org.surety.priorities.coverage;

import java.util.Arrays;

import org.surety.priorities.assessment.Shortfall;
import org.surety.priorities.assessment.Stage;

/** A number of coverage that opens into what is behind it. */
enum Figure {
    PLEDGED, COMMITTED, ASSURED,
    /** The part of what is assured that is awake. */
    AVAILABLE,
    /** The part of what is assured that sleeps. */
    DORMANT, KIND_NOT_ELIGIBLE, CAVEAT, EXPIRED, NOT_DECIDED, UNCONFIRMED_ACT, APPROVAL_REFUSED, BINDING_FORM, APPROVAL_OUTSTANDING, CONDITION, READINESS_NOT_STATED, READINESS_STALE, NOT_READY;

    /** As what such parts are kept: a {@link Stage} or a {@link Shortfall}. */
    String kept() {
        return this == AVAILABLE || this == DORMANT ? Stage.ASSURED.name() : name();
    }

    /** Whether only what is awake is meant, or only what sleeps; null: both. */
    Boolean awake() {
        return this == AVAILABLE ? Boolean.TRUE : this == DORMANT ? Boolean.FALSE : null;
    }

    /** What it says of a promise that it comes no further; null: it is no shortfall. */
    String rule() {
        return Arrays.stream(Shortfall.values()).filter(reason -> reason.name().equals(name())).map(Shortfall::rule).findFirst()
                .orElse(null);
    }
}
