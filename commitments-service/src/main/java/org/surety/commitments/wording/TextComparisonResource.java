package org.surety.commitments.wording;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.surety.kit.actor.Role;

/** Two versions of the text of an instrument beside each other, over HTTP. */
@Path("/api/v1/instruments/{id}/text-comparison")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Instruments")
class TextComparisonResource {

    private final WordingService texts;

    TextComparisonResource(WordingService texts) {
        this.texts = texts;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Compare two versions of the text of an instrument", description = "Which clauses of the one are absent from the "
            + "other, which are new, changed and the same. A clause is found again under another number by what it says: nearly the same "
            + "words, or the same heading.")
    public TextComparison compare(@PathParam("id") UUID id, @QueryParam("from") Integer from, @QueryParam("to") Integer to) {
        return texts.compare(id, from, to);
    }
}
