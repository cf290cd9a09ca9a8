package org.surety.commitments.instrument;

import java.util.List;

/** Where an instrument is in its life, by all acts that took effect, and what can be done with it there. */
enum Stage {
    /** There may be a text; nobody has adopted it. */
    DRAFTED("amendment", "denunciations", "signatures", "texts"),
    /** By a party at least, or as a whole. */
    ADOPTED("amendment", "denunciations", "entries-into-force", "signatures", "terminations", "texts"),
    /** By a party at least. */
    SIGNED("amendment", "denunciations", "entries-into-force", "signatures", "terminations", "texts"),
    /** Parties may still join. */
    IN_FORCE("amendment", "denunciations", "signatures", "terminations", "texts"),
    /** Ended; stays readable. What is learnt late of its words and sources can be added. */
    TERMINATED("amendment", "texts");

    private final List<String> allowed;

    Stage(String... allowed) {
        this.allowed = List.of(allowed);
    }

    /** The amendment, and the acts by the names they have in a path. */
    List<String> allowed() {
        return allowed;
    }
}
