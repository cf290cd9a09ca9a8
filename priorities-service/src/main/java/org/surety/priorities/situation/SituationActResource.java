package org.surety.priorities.situation;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.surety.kit.actor.Role;
import org.surety.kit.http.Idempotent;
import org.surety.kit.http.Versions;

/** What parties say of a situation, over HTTP: each is said by an editor for the own party. */
@Path("/api/v1/situations/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Situations")
class SituationActResource {

    private final SituationActs acts;

    SituationActResource(SituationActs acts) {
        this.acts = acts;
    }

    @POST
    @Path("determinations")
    @Idempotent
    @RolesAllowed(Role.EDITOR)
    @Operation(summary = "Confirm that it is so", description = "By another person of another party than the one that worded it. With two "
            + "such persons it is determined. The coordinator, who speaks for no party, is none of them.")
    @APIResponseSchema(SituationRepresentation.class)
    public Response determine(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull Determination determination) {
        return answer(acts.determine(id, Versions.named(ifMatch), determination));
    }

    @POST
    @Path("contests")
    @Idempotent
    @RolesAllowed(Role.EDITOR)
    @Operation(summary = "Contest a situation", description = "It stays determined, and says which parties contest it and why.")
    @APIResponseSchema(SituationRepresentation.class)
    public Response contest(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull Statement contest) {
        return answer(acts.contest(id, Versions.named(ifMatch), contest));
    }

    @POST
    @Path("contest-withdrawals")
    @Idempotent
    @RolesAllowed(Role.EDITOR)
    @Operation(summary = "Take the own party's contest back")
    @APIResponseSchema(SituationRepresentation.class)
    public Response withdrawContest(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull Statement withdrawal) {
        return answer(acts.withdrawContest(id, Versions.named(ifMatch), withdrawal));
    }

    @POST
    @Path("rescissions")
    @Idempotent
    @RolesAllowed({ Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Rescind a situation from a day on", description = "By two persons of different parties who name the same day, whatever "
            + "each of their reasons. What is only proposed or an exercise is rescinded by the party that proposed it, or by the "
            + "coordinator, alone.")
    @APIResponseSchema(SituationRepresentation.class)
    public Response rescind(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull Rescission rescission) {
        return answer(acts.rescind(id, Versions.named(ifMatch), rescission));
    }

    @POST
    @Path("rescission-withdrawals")
    @Idempotent
    @RolesAllowed(Role.EDITOR)
    @Operation(summary = "Take back that the own party wants it rescinded", description = "While no other party has said so too.")
    @APIResponseSchema(SituationRepresentation.class)
    public Response withdrawRescission(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull Statement withdrawal) {
        return answer(acts.withdrawRescission(id, Versions.named(ifMatch), withdrawal));
    }

    private static Response answer(SituationRepresentation situation) {
        return Response.ok(situation).tag(Versions.tag(situation.version())).build();
    }
}
