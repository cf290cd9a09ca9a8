package org.surety.commitments.total;

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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.surety.commitments.commitment.CommitmentFilter;
import org.surety.commitments.commitment.State;
import org.surety.commitments.total.CommitmentTotals.Grouping;
import org.surety.commitments.total.CommitmentTotals.Total;
import org.surety.contracts.Series;
import org.surety.kit.actor.Role;

import com.fasterxml.jackson.annotation.JsonInclude;

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
    record Totals(Series series, String note, State state, Grouping groupBy, LocalDate asOf, Instant knownAt,
            @JsonInclude(JsonInclude.Include.NON_NULL) RecordedRates.Rate rate,
            @JsonInclude(JsonInclude.Include.NON_NULL) GrossDomesticProduct.Origin gdp, List<Total> items) {
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Add commitments up", description = "Those that the list shows you for the same filters, of one series and state: "
            + "REAL unless it is asked for or the party is of an exercise, and FILED. Amounts are summed in the currency in which they were "
            + "recorded, values in euro as they were published; how many are undisclosed stands beside the sums. In a currency of your choice "
            + "amounts recorded in it stand as they are, and values in euro are converted at the newest rate that a commitment states, else at the "
            + "mean of what commitments state in both.")
    public Totals totals(@BeanParam CommitmentFilter filter, @QueryParam("groupBy") @DefaultValue("PARTY") Grouping groupBy,
            @Parameter(description = "The currency, of ISO 4217, in which each total is told too") @QueryParam("currency") String currency,
            @Parameter(description = "Whether each total is told as a share of the gross domestic product of its party too, where that is known; for groupBy=PARTY") @QueryParam("shareOfGdp") boolean shareOfGdp) {
        CommitmentFilter one = CommitmentTotals.ofOneSeries(filter);
        CommitmentTotals.Answer answer = totals.of(one, groupBy, new CommitmentTotals.Measure(currency, shareOfGdp));
        return new Totals(one.series(),
                one.series() == Series.EXERCISE ? "This is an exercise: no real state has promised any of it." : null, one.state(),
                groupBy,
                one.asOf(), one.knownAt(), answer.rate(), answer.gdp(), answer.items());
    }
}
