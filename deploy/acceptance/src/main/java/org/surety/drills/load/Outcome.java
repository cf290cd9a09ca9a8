package org.surety.drills.load;

/** How an attempt of a client ended, as far as the client can know. */
public enum Outcome {
    /** A 2xx answer, or reading the record again showed that an attempt before had been carried out. */
    ACKNOWLEDGED,
    /** A definite no. */
    REFUSED,
    /** No answer, or one that does not say whether it was done. */
    UNKNOWN,
    /** Sent. What comes after it says how it ended; where nothing does, the client itself was ended. */
    BEGUN
}
