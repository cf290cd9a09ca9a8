package org.surety.contracts;

/** How far a delivery has come, in the order in which it moves; none is obligatory. */
public enum DeliveryStage {
    PREPARED, DISPATCHED, HANDED_OVER, DEPLOYED, PAID;

    /** Whether what has come so far is delivered; before it is on its way. */
    public boolean counts() {
        return compareTo(HANDED_OVER) >= 0;
    }
}
