package org.surety.priorities.coverage;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.surety.kit.actor.Role;
import org.surety.kit.http.RedactedAnswers;
import org.surety.release.audit.Reading;

/** Coverage day by day as it was known at the end of each, over HTTP. */
@Path("/api/v1/coverage/recorded-days")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Coverage")
class RecordedDayResource {

    private final RecordedDayService days;
    private final RedactedAnswers answers;
    private final Reading reading;

    RecordedDayResource(RecordedDayService days, RedactedAnswers answers, Reading reading) {
        this.days = days;
        this.answers = answers;
        this.reading = reading;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "How did it come to this?", description = "Of each requirement and for each of the days back what was needed and what was there - pledged, "
            + "committed, assured, available -, as it was known at the end of that day, of what is released to you. Also as `text/csv`, a row for each "
            + "requirement and day.")
    @APIResponseSchema(RecordedDaysRepresentation.class)
    public Response read(@BeanParam RecordedDayFilter filter, @Context Request request, @Context HttpHeaders headers) {
        CoverageFile.refuseOtherForms(headers);
        return answers.answer(request, days.read(filter));
    }

    @GET
    @Produces(CoverageFile.MEDIA_TYPE)
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(hidden = true)
    public Response file(@BeanParam RecordedDayFilter filter) {
        return CoverageFile.of(reading.giving(days.read(filter))).in(Response.ok(), "coverage-recorded-days.csv");
    }
}
