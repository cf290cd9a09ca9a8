package org.surety.release.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.release.audit.ReadEntry.Part;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A read, as an auditor is told of it.
 *
 * @param id of the request
 * @param records how many were given
 * @param digest of their ids in order: SHA-256 in hexadecimal digits
 */
public record ReadRepresentation(
        @Schema(description = "Of the request. A file written as a stream has two rows of one id: BEGUN, and ENDED or BROKEN_OFF.") UUID id,
        @Schema(description = "When the row was written: just before the answer went out") Instant at, Part part,
        @Schema(description = "Who asked: the claim `sub` of the token") String subject,
        @Schema(description = "The program that got the token") String client, String party, List<String> roles, String traceId,
        String method, String path, @Schema(description = "As asked; of a cursor only that there was one") String query, int status,
        String mediaType, @Schema(description = "Anything but JSON: a file, to be kept or passed on") boolean export,
        @Schema(description = "How many records were given; BROKEN_OFF: at most") Integer records,
        @Schema(description = "SHA-256 over the ids of the records in order, each followed by a line feed") String digest) {

    private static final String JSON = "application/json";

    static boolean isExport(String mediaType) {
        return mediaType != null && !mediaType.equals(JSON);
    }

    /** Where the row stands in the list. */
    @JsonIgnore
    List<String> place() {
        return List.of(at.toString(), id.toString());
    }
}
