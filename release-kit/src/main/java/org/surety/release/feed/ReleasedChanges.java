package org.surety.release.feed;

import java.util.List;

/**
 * One answer of the released feed.
 *
 * @param changes in the order of the log
 * @param next the cursor with which to go on, also where there is no change: it has moved past what is hidden
 * @param more whether there is something to read right now
 */
record ReleasedChanges(List<ReleasedChange> changes, String next, boolean more) {
}
