package org.surety.commitments.imports;

import java.util.UUID;

/** There is something for the {@link ImportWorker} to do: a file was taken in, or an import is to be taken back. */
record ImportWaiting(UUID id) {
}
