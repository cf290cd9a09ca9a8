package org.surety.priorities.whatif;

import java.util.Collection;
import java.util.Set;

import org.surety.priorities.assessment.Stage;

/** How far a promise has come on the day; what is assured and sleeps is not available. */
public enum Standing {
    NOTHING, PLEDGED, COMMITTED, ASSURED, AVAILABLE;

    static Standing of(Collection<Piece> pieces, Set<String> inForce) {
        return pieces.stream().map(piece -> of(piece, inForce)).max(Standing::compareTo).orElse(NOTHING);
    }

    private static Standing of(Piece piece, Set<String> inForce) {
        if (piece.what().equals(Stage.ASSURED.name())) {
            return piece.isAwake(inForce) ? AVAILABLE : ASSURED;
        }
        if (piece.what().equals(Stage.COMMITTED.name())) {
            return COMMITTED;
        }
        return piece.what().equals(Stage.PLEDGED.name()) ? PLEDGED : NOTHING;
    }
}
