package org.surety.commitments.approval;

import java.util.List;
import java.util.UUID;

/** The commitments that need an approval, as far as they are released to the viewer: the first of them, and how many there are. */
record Blocked(List<UUID> commitments, long count) {

    static final int MOST = 100;

    static final Blocked NONE = new Blocked(List.of(), 0);
}
