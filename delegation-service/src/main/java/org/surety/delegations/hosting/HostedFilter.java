package org.surety.delegations.hosting;

import java.time.Instant;
import java.util.UUID;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.surety.contracts.Series;

/** What lists of accreditations and credentials may be narrowed by; null: not. */
public record HostedFilter(@QueryParam("series") Series series, @QueryParam("gathering") UUID gathering,
        @QueryParam("delegation") UUID delegation, @Parameter(description = "The sender") @QueryParam("party") String party,
        @Parameter(description = "As it was known at this instant") @QueryParam("knownAt") Instant knownAt) {
}
