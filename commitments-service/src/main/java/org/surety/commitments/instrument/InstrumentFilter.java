package org.surety.commitments.instrument;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.surety.contracts.BindingForm;
import org.surety.contracts.InstrumentKind;
import org.surety.contracts.Series;

/** Which instruments a list is of; each may be absent. */
record InstrumentFilter(@Parameter(description = "Whose record it is") @QueryParam("party") String party,
        @Parameter(description = "Who has adopted or signed it, and not denounced it") @QueryParam("participant") String participant,
        @QueryParam("kind") InstrumentKind kind, @QueryParam("series") Series series, @QueryParam("state") Stage state,
        @QueryParam("binding") BindingForm binding,
        @Parameter(description = "As it was on this day, by the days on which acts were done") @QueryParam("asOf") LocalDate asOf,
        @Parameter(description = "As it was known at this instant") @QueryParam("knownAt") Instant knownAt) {
}
