package org.surety.commitments.commitment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.surety.commitments.commitment.CommitmentTotals.Grouping;
import org.surety.commitments.commitment.CommitmentTotals.Total;
import org.surety.contracts.Series;
import org.surety.kit.actor.Role;

/** What is promised and was given, added up, over HTTP. */
@Path("/api/v1/commitments/totals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Commitments")
class TotalsResource {

    private final CommitmentTotals totals;

    TotalsResource(CommitmentTotals totals) {
        this.totals = totals;
    }

    /** @param note what must be known before reading on; absent for the real series */
    record Totals(Series series, String note, State state, Grouping groupBy, LocalDate asOf, Instant knownAt, List<Total> items) {
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Add commitments up", description = "Those that the list shows you for the same filters, of one series and state: "
            + "REAL unless it is asked for or the party is of an exercise, and FILED. Amounts are summed in the currency in which they were "
            + "recorded, values in euro as they were published; how many are undisclosed stands beside the sums.")
    public Totals totals(@BeanParam CommitmentFilter filter, @QueryParam("groupBy") @DefaultValue("PARTY") Grouping groupBy) {
        CommitmentFilter one = CommitmentTotals.ofOneSeries(filter);
        return new Totals(one.series(),
                one.series() == Series.EXERCISE ? "This is an exercise: no real state has promised any of it." : null, one.state(),
                groupBy,
                one.asOf(), one.knownAt(), totals.of(one, groupBy));
    }
}
