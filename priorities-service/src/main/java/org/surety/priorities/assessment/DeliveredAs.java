package org.surety.priorities.assessment;

/** What a delivery counts as beside the stages of what is promised. */
public enum DeliveredAs {
    /** As the giver says. */
    DELIVERED,
    /** It cannot be told how much of it is for the requirement: the commitment contributes to several, or it is in another unit. */
    DELIVERED_NOT_ATTRIBUTABLE,
    /** What the recipient says it received. */
    DELIVERY_CONFIRMED,
    /** By how much the two differ. */
    DELIVERY_CONTESTED
}
