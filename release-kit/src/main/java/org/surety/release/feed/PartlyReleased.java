package org.surety.release.feed;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Says what a viewer is told of changes to records whose label is not all that decides: parts of them have a label of their own, or they
 * hang on other records. A service has a bean of this for such records; of all others the label alone decides.
 */
public interface PartlyReleased {

    /** The records, as they are called in the types of changes. */
    Set<String> records();

    /**
     * Of these changes, which the viewer may see by their label, those in which something changed for the viewer, each with the fields
     * that may be named; what is missing is not told. Called in a transaction in which that viewer looks.
     *
     * @param record one of {@link #records()}, of which all these changes are
     * @param changes their ids; some hundred at most
     */
    Map<UUID, List<String>> told(String record, List<UUID> changes);
}
