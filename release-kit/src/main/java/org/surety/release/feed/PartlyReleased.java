package org.surety.release.feed;

import java.util.Map;

/**
 * Says what a viewer is told of changes to records whose label is not all that decides: parts of them have a label of their own, or they
 * hang on other records. A service has a bean of this for such records; of all others the label alone decides.
 */
public interface PartlyReleased {

    /**
     * For each such record, as it is called in the types of changes, a query. Its one parameter are the ids of changes that the viewer may see by
     * their label, some hundred at most; it gives the {@code uuid} of each in which something changed for the viewer, and the fields that may be
     * named as {@code text[]}. What is missing is not told. It is asked while that viewer looks, so row security holds in it.
     */
    Map<String, String> queries();
}
