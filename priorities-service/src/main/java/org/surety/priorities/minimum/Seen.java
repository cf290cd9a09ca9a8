package org.surety.priorities.minimum;

import java.math.BigDecimal;

/** How much there is of a requirement at a stage, for whoever sees what all see who see the requirement. */
record Seen(Watched requirement, String stage, BigDecimal quantity) {

    Told.Of of() {
        return new Told.Of(requirement.id(), stage);
    }

    boolean meetsMinimum() {
        return quantity.compareTo(requirement.minimum()) >= 0;
    }
}
