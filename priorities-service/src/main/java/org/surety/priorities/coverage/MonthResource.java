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

/** Coverage month by month, over HTTP. */
@Path("/api/v1/coverage/series")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Coverage")
class MonthResource {

    private final MonthService months;
    private final RedactedAnswers answers;
    private final Reading reading;

    MonthResource(MonthService months, RedactedAnswers answers, Reading reading) {
        this.months = months;
        this.answers = answers;
        this.reading = reading;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "What will there be in the months ahead?", description = "Of each requirement and for the first day of each month what is needed and "
            + "what is there - pledged, committed, assured, available -, of what is released to you and as far as it is known today. Situations that hold "
            + "today are taken for holding in every month. Also as `text/csv`, a row for each requirement and month.")
    @APIResponseSchema(MonthsRepresentation.class)
    public Response read(@BeanParam MonthFilter filter, @Context Request request, @Context HttpHeaders headers) {
        CoverageFile.refuseOtherForms(headers);
        return answers.answer(request, months.read(filter));
    }

    @GET
    @Produces(CoverageFile.MEDIA_TYPE)
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(hidden = true)
    public Response file(@BeanParam MonthFilter filter) {
        return CoverageFile.of(reading.giving(months.read(filter))).in(Response.ok(), "coverage-months.csv");
    }
}
