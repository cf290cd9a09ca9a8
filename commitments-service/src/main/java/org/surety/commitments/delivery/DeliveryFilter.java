package org.surety.commitments.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.surety.contracts.DeliveryStage;
import org.surety.contracts.Series;

/** Which deliveries a list is of; each may be absent. */
record DeliveryFilter(@Parameter(description = "Who gives") @QueryParam("party") String party,
        @QueryParam("recipient") String recipient, @QueryParam("commitment") UUID commitment,
        @QueryParam("stage") DeliveryStage stage,
        @Parameter(description = "How the two claims stand to each other; of deliveries that were not withdrawn") @QueryParam("status") Confirmation status,
        @Parameter(description = "Delivered, and the recipient has said nothing; with recipient, what that party has to confirm") @QueryParam("awaiting") Awaiting awaiting,
        @QueryParam("series") Series series,
        @Parameter(description = "As of this day, by the days of the stages and of the claims") @QueryParam("asOf") LocalDate asOf,
        @Parameter(description = "As it was known at this instant") @QueryParam("knownAt") Instant knownAt) {

    DeliveryFilter of(UUID id) {
        return new DeliveryFilter(party, recipient, id, stage, status, awaiting, series, asOf, knownAt);
    }
}
