package org.surety.priorities.coverage;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.surety.kit.actor.Role;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.release.audit.Reading;

/** The commitments behind a number of coverage, over HTTP. */
@Path("/api/v1/coverage/contributions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Coverage")
class ContributionResource {

    private final ContributionService contributions;
    private final Paging paging;
    private final Reading reading;

    ContributionResource(ContributionService contributions, Paging paging, Reading reading) {
        this.contributions = contributions;
        this.paging = paging;
        this.reading = reading;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "What is behind a number of coverage?", description = "The parts of commitments that count to a requirement on the day, or to a "
            + "priority by commitments without a requirement, of what is released to you: what each is called, how far it has come and until when, what holds it back, and "
            + "what it adds to which number. Over all pages that is the number. The commitments themselves are at `/commitments/{id}`. Also as `text/csv`; the next page is then in the header `Link`.")
    @APIResponseSchema(ContributionPage.class)
    public Response list(@BeanParam ContributionFilter filter, @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor, @Context HttpHeaders headers) {
        CoverageFile.refuseOtherForms(headers);
        ContributionPage page = contributions.list(filter, paging.request(limit, cursor));
        return answer(page).entity(page).build();
    }

    @GET
    @Produces(CoverageFile.MEDIA_TYPE)
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(hidden = true)
    public Response file(@BeanParam ContributionFilter filter, @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        ContributionPage page = contributions.list(filter, paging.request(limit, cursor));
        return CoverageFile.of(reading.giving(page)).in(answer(page), "contributions.csv");
    }

    private Response.ResponseBuilder answer(ContributionPage page) {
        return Response.fromResponse(paging.answer(new Page<>(page.items(), page.next())).toResponse());
    }
}
