package org.surety.priorities.question;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.surety.kit.actor.Role;
import org.surety.kit.http.Idempotent;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.kit.http.RedactedAnswers;
import org.surety.kit.http.Versions;
import org.surety.priorities.stating.FreeText;

/** Open questions over HTTP: who may see them reads, their owner and the coordinator write, the owner resolves. */
@Path("/api/v1/questions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Questions")
class QuestionResource {

    private final QuestionService questions;
    private final Paging paging;
    private final RedactedAnswers answers;

    QuestionResource(QuestionService questions, Paging paging, RedactedAnswers answers) {
        this.questions = questions;
        this.paging = paging;
        this.answers = answers;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "List open questions", description = "By due day, the most urgent first; those that were resolved among them. What a party has to "
            + "settle: `party=XAA&status=OPEN`.")
    public RestResponse<Page<QuestionRepresentation>> list(@BeanParam QuestionFilter filter, @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return paging.answer(questions.list(filter, paging.request(limit, cursor)));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Read a question")
    @APIResponseSchema(QuestionRepresentation.class)
    public Response read(@PathParam("id") UUID id,
            @Parameter(description = "As of this day") @QueryParam("asOf") LocalDate asOf,
            @Parameter(description = "As it was known at this instant") @QueryParam("knownAt") Instant knownAt,
            @Context Request request) {
        QuestionRepresentation question = questions.require(id, new QuestionFilter(null, null, null, null, asOf, knownAt));
        return answers.answer(request, question.version(), question);
    }

    @POST
    @Idempotent
    @RolesAllowed({ Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Raise a question", description = "By an editor of the party that owns it, or by the coordinator where it is released to the "
            + "coalition. " + FreeText.NO_NAMES)
    @APIResponseSchema(value = QuestionRepresentation.class, responseCode = "201")
    public Response raise(@NotNull QuestionDescription said) {
        QuestionRepresentation question = questions.raise(said);
        return Response.created(URI.create("/api/v1/questions/" + question.id())).entity(question)
                .tag(Versions.tag(question.version())).build();
    }

    @PUT
    @Path("{id}")
    @RolesAllowed({ Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Replace text, due day, source and label of a question", description = FreeText.NO_NAMES)
    @APIResponseSchema(QuestionRepresentation.class)
    public Response amend(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull QuestionDescription said) {
        return answer(questions.amend(id, Versions.named(ifMatch), said));
    }

    @POST
    @Path("{id}/resolutions")
    @Idempotent
    @RolesAllowed(Role.EDITOR)
    @Operation(summary = "Resolve a question", description = "By an editor of its owner: what was settled, on which day, and where it is known from. "
            + FreeText.NO_NAMES)
    @APIResponseSchema(QuestionRepresentation.class)
    public Response resolve(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull Resolution resolution) {
        return answer(questions.resolve(id, Versions.named(ifMatch), resolution));
    }

    @POST
    @Path("{id}/reopenings")
    @Idempotent
    @RolesAllowed({ Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Reopen a question", description = "By its owner or the coordinator; the resolution stays readable. "
            + FreeText.NO_NAMES)
    @APIResponseSchema(QuestionRepresentation.class)
    public Response reopen(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull Resolution reason) {
        return answer(questions.reopen(id, Versions.named(ifMatch), reason));
    }

    private static Response answer(QuestionRepresentation question) {
        return Response.ok(question).tag(Versions.tag(question.version())).build();
    }
}
