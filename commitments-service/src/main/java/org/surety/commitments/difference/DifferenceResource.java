package org.surety.commitments.difference;

import java.time.Instant;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.surety.contracts.Series;
import org.surety.kit.actor.Role;
import org.surety.kit.http.Paging;

/** Why totals differ, over HTTP. */
@Path("/api/v1/changes-between")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Commitments")
class DifferenceResource {

    private final Differences differences;
    private final Paging paging;

    DifferenceResource(Differences differences, Paging paging) {
        this.differences = differences;
        this.paging = paging;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Explain why totals differ between two recorded times", description = "In euro as it was recorded, of one series: REAL "
            + "unless it is asked for or the party is of an exercise. By the reasons of the changes - a new fact, a correction, a re-valuation, a "
            + "re-classification, another exchange rate - and by the changes themselves with who made them and their sources.")
    public Difference read(@Parameter(description = "The first recorded time") @QueryParam("from") Instant from,
            @Parameter(description = "The second recorded time, later than the first") @QueryParam("to") Instant to,
            @QueryParam("party") String party, @QueryParam("series") Series series, @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        Series one = series != null ? series : party == null ? Series.REAL : Series.ofParty(party);
        return differences.between(one, party, from, to, paging.request(limit, cursor));
    }
}
