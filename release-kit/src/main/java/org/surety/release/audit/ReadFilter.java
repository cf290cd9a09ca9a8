package org.surety.release.audit;

import java.time.Instant;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.surety.kit.problem.Violations;

/** Which reads an auditor asks for; null: not narrowed by it. */
public record ReadFilter(@Parameter(description = "Of users of this party") @QueryParam("party") String party,
        @Parameter(description = "Of this user: the claim `sub` of the token") @QueryParam("subject") String subject,
        @Parameter(description = "At this instant or later") @QueryParam("from") Instant from,
        @Parameter(description = "Before this instant") @QueryParam("until") Instant until,
        @Parameter(description = "What the path begins with, such as `/api/v1/persons`") @QueryParam("path") String path) {

    private static final int MAX_TEXT = 255;

    /** What a database can compare; nothing was read outside it. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    void check() {
        new Violations().optionalText(party, "party", MAX_TEXT).optionalText(subject, "subject", MAX_TEXT)
                .optionalText(path, "path", MAX_TEXT)
                .check(path == null || path.startsWith("/"), "path", "must begin with a slash")
                .check(isPossible(from), "from", "must be from " + EARLIEST + " to " + LATEST)
                .check(isPossible(until), "until", "must be from " + EARLIEST + " to " + LATEST)
                .check(from == null || until == null || from.isBefore(until), "until", "must be after from").refuse();
    }

    private static boolean isPossible(Instant instant) {
        return instant == null || !instant.isBefore(EARLIEST) && !instant.isAfter(LATEST);
    }
}
