package org.surety.local;

/**
 * A part of the suite could not be started, reached or stopped. The message is written for the person at the terminal: it says which part,
 * what was tried and where the log is.
 */
public class PartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PartFailure(String message) {
        super(message);
    }

    public PartFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
