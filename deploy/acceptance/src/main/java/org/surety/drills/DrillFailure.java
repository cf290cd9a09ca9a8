package org.surety.drills;

/** A drill could not be carried out to its end: the suite did not come back, or did not do what the drill waits for. */
public final class DrillFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DrillFailure(String message) {
        super(message);
    }
}
