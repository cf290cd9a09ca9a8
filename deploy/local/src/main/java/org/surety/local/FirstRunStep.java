package org.surety.local;

/** Something to be done once in the life of an instance's data, when the whole suite answers: loading what it demonstrates with. */
public interface FirstRunStep {
    /** A short name, fit for a file name: a mark with it remembers that the step was done. */
    String name();

    /**
     * Does it. When it fails the start fails, and the next start does it again: it must be able to meet its own earlier half.
     */
    void run(Instance instance, Progress progress);
}
