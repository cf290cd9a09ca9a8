package org.surety.contracts;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How a commitment stands to others; either list may be empty.
 *
 * @param supersedes commitments of the same party whose place it takes: its filing withdraws them
 * @param supplements commitments, of any party, for which it stands in by sanctions or money; it adds nothing to what they were to give
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Relations(List<UUID> supersedes, List<UUID> supplements) {

    public static final Relations NONE = new Relations(null, null);

    public Relations {
        supersedes = supersedes == null ? List.of() : supersedes;
        supplements = supplements == null ? List.of() : supplements;
    }
}
