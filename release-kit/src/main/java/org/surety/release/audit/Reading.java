package org.surety.release.audit;

import jakarta.enterprise.context.RequestScoped;

/**
 * What the answer to this request gives, for the record of reads. An answer that is a representation is looked at by itself; a resource
 * that makes text or a stream of it says here what that has. Not saying it is an error that no such answer gets past.
 */
@RequestScoped
public class Reading {

    private final RecordIds ids;
    private Given given;

    Reading(RecordIds ids) {
        this.ids = ids;
    }

    /** The answer has the records of this representation, or of this list of them; in the order of the calls. */
    public void gives(Object representation) {
        if (given == null) {
            given = new Given(ids);
        }
        given.add(representation);
    }

    /** The same for what stands in the middle of an expression. */
    public <T> T giving(T representation) {
        gives(representation);
        return representation;
    }

    /** The answer has no record of the register. */
    public void givesNoRecord() {
        gives(null);
    }

    /** What was said; null: nothing. */
    Given given() {
        return given;
    }
}
