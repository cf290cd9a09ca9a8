package org.surety.priorities.scenario;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.surety.contracts.Series;

/** Which scenarios a list is of; each may be absent. */
record ScenarioFilter(@Parameter(description = "Whose they are") @QueryParam("party") String party,
        @QueryParam("series") Series series) {
}
